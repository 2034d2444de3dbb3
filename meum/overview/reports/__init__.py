"""The report of a week: its figures, its drawing, and the pictures that are kept for a while."""
