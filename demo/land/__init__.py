"""A generated country: many organisations with their people, to measure and to try things in."""
