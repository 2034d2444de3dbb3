"""Commands of the overview."""
