"""The pure functions about bodies."""
