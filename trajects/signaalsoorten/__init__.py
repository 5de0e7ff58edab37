"""What can ask for attention: one file per kind in `soorten`, one line in `register`."""
