"""Make the demo person and her nutritionist, for whoever tries Meum on their own machine."""

from __future__ import annotations

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from meum.journal.models import Door, Purpose
from meum.people.models import AgeBand, Person, Role
from meum.people.services import TEXT_VERSIONS, agree, share_with, sign_up

PASSWORD = "porridge-and-2-eggs"  # noqa: S105  # known to everybody, hence only where DEBUG is on


class Command(BaseCommand):
    """Make both people once, or neither; print how to sign in as them."""

    help = "Make a demo person and a nutritionist with whom she shares; only with DEBUG."

    def handle(self, *args: object, **options: object) -> None:
        """Refuse without DEBUG, where such people would be an open door."""
        if not settings.DEBUG:
            raise CommandError("the demo people exist only where DEBUG is on")
        if not Person.objects.filter(username="demo").exists():
            with transaction.atomic():
                self._make_people()
        self.stdout.write(f"  sign in as   demo           {PASSWORD}   (keeps a diary)")
        self.stdout.write(f"               nutritionist   {PASSWORD}   (sees the demo person's records)")

    def _make_people(self) -> None:
        language = settings.DEFAULT_LANGUAGE
        person, nutritionist = (
            sign_up(username=name, password=PASSWORD, age_band=AgeBand.ADULT, language=language, role=role)
            for name, role in (("demo", Role.PERSON), ("nutritionist", Role.NUTRITIONIST))
        )
        records = Purpose.HEALTH_RECORDS
        agree(person=person, purpose=records, text_version=TEXT_VERSIONS[records], door=Door.SYSTEM, evidence="demo")
        share_with(person=person, nutritionist=nutritionist, door=Door.SYSTEM, evidence="demo")
