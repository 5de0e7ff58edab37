"""What the invented services get and pay, and the scenarios that their coordinator saved."""
