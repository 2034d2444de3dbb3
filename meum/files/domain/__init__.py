"""Pure functions about files."""
