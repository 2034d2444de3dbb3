"""An app whose job writes one line a time, and stops where a test wants to kill it."""
