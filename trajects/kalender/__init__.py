"""What is planned, in the calendar that a user has outside the program (docs/adr/0034)."""
