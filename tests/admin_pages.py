"""Callers of the admin site."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.test import Client

from meum.journal.models import Door
from meum.people.models import Person
from meum.people.services import share_with

Fetch = Callable[..., Any]


def signed_in(person: Person, *, language: str = "en") -> Client:
    """Return a browser in which a person is signed in."""
    client = Client(headers={"accept-language": language})
    client.force_login(person)
    return client


def share(person: Person, nutritionist: Person) -> None:
    """Let a nutritionist see a person."""
    share_with(person=person, nutritionist=nutritionist, door=Door.WEB)


def text_of(page: HttpResponse | Any) -> str:
    """Return what a page says."""
    return str(page.content.decode())
