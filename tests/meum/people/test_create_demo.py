"""The demo people are made together or not at all."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from pytest_django import Settings

from meum.kernel.errors import Conflict
from meum.people.models import Person, Role
from meum.people.queries import visible_people
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def test_the_nutritionist_sees_the_demo_person_however_often_both_are_made(settings: Settings) -> None:
    settings.DEBUG = True

    call_command("create_demo")
    call_command("create_demo")

    demo, nutritionist = Person.objects.get(username="demo"), Person.objects.get(username="nutritionist")
    assert list(visible_people(viewer=nutritionist).exclude(pk=nutritionist.pk)) == [demo]


def test_without_its_second_half_the_demo_is_not_made_at_all(settings: Settings) -> None:
    settings.DEBUG = True
    make_person(username="nutritionist", role=Role.NUTRITIONIST)

    with pytest.raises(Conflict):
        call_command("create_demo")

    assert not Person.objects.filter(username="demo").exists()
