"""What to eat next: the foods that may be suggested, the hard rules on them and what is chosen of them."""
