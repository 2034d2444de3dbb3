"""One row of a person in every table that is somebody's, each holding a word that can be looked for afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import models, transaction

from bots.models import Conversation, Inbound, Reminder
from bots.services import conversation_of
from meum.files.models import IdempotencyKey, Kind
from meum.files.services import store_file
from meum.jobs import services as jobs
from meum.journal import services as journal
from meum.journal.models import Door
from meum.overview.export import ask_for_export
from meum.overview.ownership import personal_models, rows_of
from meum.overview.tasks import make_export
from meum.people.linking import offer_link
from meum.people.models import Identity, Join, Person, Provider
from meum.people.services import ProfileDraft, share_with, update_profile
from meum.people.sessions import open_sign_in
from tests.factories.diary import make_own_dish, make_own_food
from tests.factories.entries import entry_models, example_of
from tests.factories.nutrition import make_food
from tests.factories.photos import make_photo

CANARY = "canary-5b1f"
AT = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


def fill_every_table(person: Person, *, nutritionist: Person) -> None:
    """Give a person a row in every table that is somebody's."""
    Person.objects.filter(pk=person.pk).update(name=CANARY)
    _log_everything(person)
    share_with(person=person, nutritionist=nutritionist, door=Door.WEB)
    journal.note_look(person=person, viewer=nutritionist, what="day", door=Door.ADMIN)
    open_sign_in(person=person, device_name=CANARY)
    identity = Identity.objects.create(person=person, provider=Provider.WECHAT_OA, app_id="wx1", subject=CANARY)
    resting = Person.objects.create(username=f"{CANARY}-resting", password="!")
    Join.objects.create(person=person, resting=resting, moved=[str(identity.pk)], joined_at=AT)
    offer_link(person=person)
    _talk(person)
    export = ask_for_export(person=person)
    effect = make_export(export_id=str(export.pk))
    assert effect is not None
    effect()
    for model in personal_models():
        if not rows_of(model, person=person).exists():
            _row_of(model, person).save(force_insert=True)


def _row_of(model: type[models.Model], person: Person) -> models.Model:
    """Return a row made by looking at the fields, for a table that has no maker of its own."""
    wanted = (field for field in model._meta.concrete_fields if not field.has_default() and not field.null)
    return model(**{field.name: _value(field, person) for field in wanted})


def _value(field: models.Field[Any, Any], person: Person) -> Any:
    if field.choices:
        return next(iter(field.flatchoices))[0]
    if isinstance(field, models.ForeignKey):
        return person if field.related_model is Person else rows_of(field.related_model, person=person).first()
    if isinstance(field, models.DateField):
        return AT if isinstance(field, models.DateTimeField) else AT.date()
    if isinstance(field, models.UUIDField):
        return uuid4()
    if isinstance(field, models.FloatField | models.IntegerField):
        return 1
    return CANARY.encode() if isinstance(field, models.BinaryField) else CANARY[: field.max_length]


def _log_everything(person: Person) -> None:
    for model in entry_models():
        example = example_of(model, at=AT)
        example.entry.words = CANARY
        with journal.recording(person=person, author=person, door=Door.WEB) as changes:
            changes.create(example.entry, items=example.items)
    make_own_food(person=person, name=CANARY)
    make_own_dish(person=person, parts={make_food(): 50})
    update_profile(person=person, author=person, door=Door.WEB, draft=ProfileDraft(height_cm=171.5))
    store_file(owner=person, kind=Kind.PHOTO, content=make_photo(), door=Door.WEB)


def _talk(person: Person) -> None:
    conversation = conversation_of(person=person, door=Door.WECHAT)
    Conversation.objects.filter(pk=conversation.pk).update(
        question={"kind": "how_much", "facts": {"words": CANARY}},
        photo_session=uuid4(),
        photos_asked_at=AT,
        photos_times_asked=1,
    )
    Inbound.objects.create(conversation=conversation, sender=conversation.pk, message_id="m1", sent_at=AT, words=CANARY)
    Reminder.objects.create(person=person, at_minute=1200)
    IdempotencyKey.objects.create(
        person=person, key="k", target="POST /x", body_sha256="0", status=200, body=CANARY, created_at=AT
    )
    with transaction.atomic():
        jobs.enqueue("bots.clear_keys", person=person, due_at=AT + timedelta(days=3650), key=f"{uuid4()}")


def tables_with(text: str, *, every: list[type[models.Model]]) -> list[str]:
    """Return the tables of which a row holds a text, in whatever column."""
    return [model._meta.label for model in every if any(text in str(row) for row in model._default_manager.values())]
