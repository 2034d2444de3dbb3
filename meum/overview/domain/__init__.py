"""Pure parts of the overview."""
