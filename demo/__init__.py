"""The demo organisations: invented people with a history that ends today."""
