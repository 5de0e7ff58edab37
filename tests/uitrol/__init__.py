"""What stands beside the code for who installs, upgrades and restores it."""
