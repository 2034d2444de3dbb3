"""What the REST API takes from the channels."""
