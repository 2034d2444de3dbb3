"""Give somebody a role from the server's terminal; the first of the staff is made so."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from meum.kernel.errors import NotFound
from meum.people.accounts import give_role
from meum.people.models import Role


class Command(BaseCommand):
    """Make somebody who has signed up staff, a nutritionist, or neither."""

    help = "Give a role to somebody who has signed up."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the sign-in name and the role."""
        parser.add_argument("username", help="the sign-in name")
        parser.add_argument("role", choices=Role.values)

    def handle(self, *args: Any, **options: Any) -> None:
        """Give the role and say so."""
        try:
            person = give_role(username=options["username"], role=Role(options["role"]))
        except NotFound as error:
            raise CommandError(f"Nobody has the sign-in name {options['username']!r}.") from error
        self.stdout.write(f"{person.username} is now {person.role}.")
