"""What the Makefile runs: set-up, the demo server, the suite, the checks, and engines for tests and measurements."""
