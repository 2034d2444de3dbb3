"""The jobs app."""
