"""Commands of the fitness app."""
