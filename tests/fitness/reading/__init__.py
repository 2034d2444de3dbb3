"""Sentences about the body."""
