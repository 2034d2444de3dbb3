"""The REST door of food: the catalogue, meals and drinks."""
