"""The conversation itself, the same for every channel: Incoming -> handler -> Reply."""
