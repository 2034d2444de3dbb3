"""Commands of the processes that are killed."""
