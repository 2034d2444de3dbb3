"""The skincare app."""
