"""The three append-only records of what happened to a person's data: changes, consents, looks."""
