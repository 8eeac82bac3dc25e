"""A site."""
