"""The yardsticks of pages and nights: what is left when nothing is done but the work itself."""
