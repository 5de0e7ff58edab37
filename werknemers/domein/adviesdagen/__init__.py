"""The days around an advice: from when something can be asked, until when, and what comes after."""
