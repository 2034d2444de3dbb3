"""Food and drink: the catalogue, the diary and what both say about a day."""
