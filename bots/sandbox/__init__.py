"""A conversation on a throw-away database, in JSON lines: for trying, for checks, for measuring."""
