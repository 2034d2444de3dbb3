"""Nutrition panels drawn by us, with what stands on them: the set by which the reading of labels is judged."""
