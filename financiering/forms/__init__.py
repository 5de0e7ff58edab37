"""The forms on money."""
