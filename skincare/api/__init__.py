"""The REST door of the skin diary."""
