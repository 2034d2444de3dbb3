"""The reference intakes that targets are made of: our table, how it is built, how it is read."""
