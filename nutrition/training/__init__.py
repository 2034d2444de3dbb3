"""What is learned from data: made by commands, served as plain tables."""
