"""The values of the skin diary."""
