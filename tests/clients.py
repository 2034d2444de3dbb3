"""Callers of the REST API."""

from __future__ import annotations

from rest_framework.test import APIClient

from meum.people.models import Person
from meum.people.sessions import open_sign_in


def client_of(person: Person, *, language: str = "") -> APIClient:
    """Return a caller who is signed in as a person, and asks for a language when one is given."""
    client = APIClient()
    client.default_format = "json"
    token = open_sign_in(person=person, device_name="phone").access
    headers = {"HTTP_AUTHORIZATION": f"Bearer {token}"}
    client.credentials(**headers, **({"HTTP_ACCEPT_LANGUAGE": language} if language else {}))
    return client


def stranger() -> APIClient:
    """Return a caller who is not signed in."""
    client = APIClient()
    client.default_format = "json"
    return client
