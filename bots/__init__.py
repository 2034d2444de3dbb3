"""The bots app."""
