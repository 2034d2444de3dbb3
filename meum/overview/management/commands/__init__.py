"""Commands of the nutrition app."""
