"""What people can choose in the address of a list."""
