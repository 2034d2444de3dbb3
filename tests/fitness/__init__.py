"""The fitness app."""
