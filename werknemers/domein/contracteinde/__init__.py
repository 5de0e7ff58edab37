"""The days around the end of a contract: notice, and what the law hangs on it."""
