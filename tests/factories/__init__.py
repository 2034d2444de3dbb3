"""Makers of the least valid object, one module an app; a test states only what matters to it."""
