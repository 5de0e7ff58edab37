"""Bringing in the spreadsheet an organisation has: read, compare with the database, apply.

`lezen` turns a file into raw rows, `rij` a raw row into typed values with remarks, `vergelijken`
says what would change and `toepassen` writes it. The first two touch no database.
"""
