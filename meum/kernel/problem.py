"""Every error of the REST API as application/problem+json (RFC 9457)."""
