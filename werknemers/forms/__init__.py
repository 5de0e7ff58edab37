"""The forms on employees, contracts, advice and services."""
