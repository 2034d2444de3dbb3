"""The REST door of people, their history and their entries."""
