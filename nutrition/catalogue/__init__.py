"""The shipped food data: its tables, the loader that puts them into the database, search and the meal lexicon."""
