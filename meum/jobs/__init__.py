"""Work that is done later: one row a job; the row, not the broker, is the truth."""
