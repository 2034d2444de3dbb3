"""The overview app."""
