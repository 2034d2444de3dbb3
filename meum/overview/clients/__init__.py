"""A nutritionist's pages: the people who share with her, their days and meals."""
