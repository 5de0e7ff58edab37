"""What people fill in about the end of a contract."""
