"""Who asks: the person of an access token."""

from __future__ import annotations

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from meum.people.models import Person, SignIn
from meum.people.sessions import NotSignedIn, sign_in_of


class TokenAuthentication(BaseAuthentication):
    """Take `Authorization: Bearer <access token>`; one query."""

    def authenticate(self, request: Request) -> tuple[Person, SignIn] | None:
        """Return the person and the sign-in, None without a token; raises NotSignedIn for one that is not good."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.casefold() != "bearer":
            return None
        if not token.isascii():
            raise NotSignedIn("signed_out", "a token is ASCII")
        found = sign_in_of(access_token=token.strip())
        return found.person, found

    def authenticate_header(self, request: Request) -> str:
        """Return how to sign in."""
        return "Bearer"


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # its metaclass has no types
    """Describe the bearer token in the schema."""

    target_class = TokenAuthentication
    name = "accessToken"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        """Return a bearer scheme."""
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
