"""The Meum project: settings and what every app shares."""
