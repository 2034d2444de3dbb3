"""Sentences about the skin."""
