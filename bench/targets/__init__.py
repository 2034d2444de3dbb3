"""What the make targets bench, soak and evaluate start."""
