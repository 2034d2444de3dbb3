"""A photo of food to dishes: what the shipped classifier sees, with honest probabilities and honest "I don't know"."""
