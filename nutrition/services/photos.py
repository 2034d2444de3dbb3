"""Every write of photos of meals: taken in, looked at, confirmed or dropped, forgotten in time."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from meum.files import queries as files
from meum.files.models import Kind, PrivateFile
from meum.files.services import erase_file, have_faces_hidden, store_file
from meum.jobs.services import enqueue
from meum.journal.models import Door, Evidence, Purpose, new_id
from meum.journal.queries import has_consent
from meum.journal.recording import consent_in_force, locked_counter
from meum.journal.services import recording
from meum.kernel.errors import Conflict, ConsentMissing, Invalid, MeumError, NotFound, Unavailable
from meum.people.models import Person
from nutrition.catalogue.queries import NamedVersion, versions_named
from nutrition.domain.dishes import MOST_OF_SEVERAL, MOST_OFFERED, NO_GROUP, Finding, Guess, Recognition
from nutrition.domain.drafts import MealItemDraft
from nutrition.models.diary import Meal
from nutrition.models.photos import MealPhoto, PhotoCandidate, PhotoState
from nutrition.queries.own_foods import own_versions_named
from nutrition.queries.portions import usual_portions
from nutrition.services.diary import log_meal
from nutrition.services.memories import forget_memory, recall
from nutrition.services.outside_looks import seen_outside
from nutrition.services.photo_labels import open_label
from nutrition.services.photo_products import with_products
from nutrition.vision.engines import engine_in_use

logger = logging.getLogger(__name__)

LOOK = "nutrition.look_at_photo"
WAITS = timedelta(hours=24)
"""How long a photo waits for its person; then it is deleted."""
LOOKING_TAKES = timedelta(minutes=5)
"""Far longer than looking at a photo takes: after it nobody does any more."""
LEAST_OFFERED = 0.04
"""A dish less likely than that is offered only where it is the likeliest (own rule)."""
_AT_ONCE = 200


@dataclass(frozen=True, kw_only=True)
class Looked:
    """Hold what came of looking at one photo: by which engine, and what it saw where it could look."""

    finding: Finding
    engine: str = ""
    version: str = ""
    seen: Recognition | None = None


def open_photo(
    *,
    person: Person,
    door: Door,
    sent_at: datetime,
    photo_id: UUID | None = None,
    session: UUID | None = None,
    number: int = 1,
) -> MealPhoto:
    """Store that a photo was sent, before its bytes are there; return its row, the one there is for a known id.

    One that is there goes into the `session` that is told. Raises ConsentMissing without consent to health records,
    Invalid for an id that is somebody else's.
    """
    photo_id = photo_id or new_id()
    with transaction.atomic():
        locked_counter(person)
        if not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS):
            purpose = Purpose.HEALTH_RECORDS
            raise ConsentMissing("consent_missing", f"the person has not agreed to {purpose}", purpose=purpose)
        photo, is_new = MealPhoto.objects.get_or_create(
            pk=photo_id,
            defaults={
                "person": person,
                "door": door,
                "session": session or photo_id,
                "number": number,
                "sent_at": sent_at,
                "created_at": timezone.now(),
            },
        )
        if photo.person_id != person.pk:
            raise Invalid("invalid_id", "this id cannot be used", field="id")
        if session is not None and not is_new:
            MealPhoto.objects.filter(pk=photo.pk).update(session=session, number=number)
    return photo


def store_photo(*, photo: MealPhoto, person: Person, content: bytes) -> None:
    """Keep the bytes of a photo under its own id; not to be called in a transaction. To be called again does no harm.

    A photo whose bytes were deleted does not get them again. Raises what `store_file` raises; a photo whose bytes
    cannot be kept is left without them.
    """
    if photo.state != PhotoState.WAITING and photo.file_id is None:
        return
    file = store_file(owner=person, kind=Kind.PHOTO, content=content, door=Door(photo.door), file_id=photo.pk)
    with transaction.atomic():
        locked_counter(person)
        is_tied = MealPhoto.objects.filter(pk=photo.pk, state=PhotoState.WAITING, file=None).update(file=file)
        if not is_tied and not MealPhoto.objects.filter(pk=photo.pk, file=file).exists():
            # Answered and deleted while the bytes were on their way.
            erase_file(file=file)


def take_photo(
    *,
    person: Person,
    door: Door,
    sent_at: datetime,
    content: bytes,
    photo_id: UUID | None = None,
    session: UUID | None = None,
    number: int = 1,
) -> MealPhoto:
    """Take in a photo with its bytes; return its row. Not to be called in a transaction; repeatable with an id.

    Raises what `open_photo` and `store_photo` raise; of what is no photo nothing stays.
    """
    photo = open_photo(person=person, door=door, sent_at=sent_at, photo_id=photo_id, session=session, number=number)
    try:
        store_photo(photo=photo, person=person, content=content)
    except MeumError:
        MealPhoto.objects.filter(pk=photo.pk, file=None, state=PhotoState.WAITING).delete()
        raise
    return photo


def have_looked_at(*, photo_id: UUID) -> None:
    """Have a worker look at a photo that is stored, once, in the caller's transaction."""
    enqueue(LOOK, key=f"{LOOK}:{photo_id}", photo_id=photo_id)


def look(*, photo_id: UUID) -> Looked | None:
    """Have the engine in use look at a photo, with no transaction open; None where nothing is to be looked at.

    A bar code on it is read too: its products go first. Of who agreed to it an engine outside is asked as well.
    """
    photo = MealPhoto.objects.select_related("file", "person").filter(pk=photo_id, state=PhotoState.WAITING).first()
    if photo is None:
        return None
    if photo.file is None:
        return Looked(finding=Finding.UNREADABLE)
    try:
        engine = engine_in_use()
        with files.read(file=photo.file) as kept:
            content = kept.read()
        looked = engine.look(content)
        seen = with_products(looked, content=content, person=photo.person)
    except Unavailable as error:
        logger.error("no engine can look at photos", extra={"reason": error.detail})
        return Looked(finding=Finding.UNAVAILABLE)
    # Where bars told the product there is nothing left to ask.
    outside = seen_outside(photo=photo, content=content, seen=seen) if seen is looked else None
    engine, seen = outside or (engine, seen)
    return Looked(finding=seen.finding, engine=engine.name, version=engine.version, seen=seen)


def note_looked(*, photo_id: UUID, looked: Looked) -> bool:
    """Store what came of looking at a photo, in the caller's transaction; tell whether it was still waited for.

    A photo of somebody who withdrew meanwhile is deleted; one without food loses its file once its print was read.
    """
    photo = MealPhoto.objects.select_related("person", "file").filter(pk=photo_id, state=PhotoState.WAITING).first()
    if photo is None:
        return False
    locked_counter(photo.person)
    if not has_consent(person=photo.person, purpose=Purpose.HEALTH_RECORDS):
        _delete([photo])
        return False
    seen = looked.seen and recall(photo=photo, seen=looked.seen)
    finding = seen.finding if seen else looked.finding
    group = seen.group if seen else NO_GROUP
    changed = MealPhoto.objects.filter(pk=photo_id, state=PhotoState.WAITING).update(
        state=PhotoState.LOOKED,
        finding=finding,
        group=group.code,
        group_zh=group.zh,
        group_en=group.en,
        engine=looked.engine,
        engine_version=looked.version,
        looked_at=timezone.now(),
    )
    if not changed:
        return False
    is_to_be_read = open_label(photo, finding)
    if finding in (Finding.NOT_FOOD, Finding.UNREADABLE):
        if not is_to_be_read:
            _erase_file_of(photo)
        return True
    if seen is not None:
        _store_candidates(photo, seen.guesses, most=MOST_OF_SEVERAL if seen.has_several else MOST_OFFERED)
    _have_faces_hidden(photo)
    return True


def _have_faces_hidden(photo: MealPhoto) -> None:
    """Have faces hidden only after the look: the person waits for that, nobody for this."""
    if photo.file is not None:
        have_faces_hidden(owner=photo.person, file=photo.file)


def _store_candidates(photo: MealPhoto, guesses: Sequence[Guess], *, most: int) -> None:
    """Store the likeliest dishes, each food once, without those of no food in the catalogue or of the person."""
    keys = {guess.food for guess in guesses}
    known = versions_named(keys) | own_versions_named(person=photo.person, keys=keys)
    named: dict[UUID, tuple[Guess, NamedVersion]] = {}
    for guess in guesses:
        version = known.get(guess.food)
        if version is not None and (not named or guess.probability >= LEAST_OFFERED):
            named.setdefault(version.food_id, (guess, version))
    offered = list(named.values())[:most]
    portions = usual_portions(person=photo.person, food_ids=[version.food_id for _, version in offered])
    portions |= {version.food_id: guess.grams for guess, version in offered if guess.grams}
    PhotoCandidate.objects.bulk_create(
        PhotoCandidate(
            photo=photo,
            position=position,
            code=guess.code,
            food_version_id=version.pk,
            probability=guess.probability,
            grams_low=portions[version.food_id].low,
            grams_mid=portions[version.food_id].mid,
            grams_high=portions[version.food_id].high,
        )
        for position, (guess, version) in enumerate(offered, start=1)
    )


def note_beside(*, person: Person, session: UUID, note: str) -> None:
    """Keep what was told of the amount beside the photos of a session that are not confirmed."""
    rows = MealPhoto.objects.filter(person=person, session=session).exclude(state=PhotoState.CONFIRMED)
    rows.update(note=note[:200])


def confirm_photos(
    *,
    person: Person,
    author: Person,
    door: Door,
    photo_ids: Collection[UUID],
    items: Sequence[MealItemDraft],
    chosen: Collection[UUID] = (),
    slot: str = "",
    words: str = "",
    entry_id: UUID | None = None,
) -> Meal:
    """Log what photos show as one meal, eaten when the first of them was sent; return the meal.

    `chosen` are the candidates that it was made from. The files are deleted unless the person agreed to keep photos or
    to improve Meum. Raises NotFound for an unknown photo, Conflict for one that is confirmed already, and what
    `log_meal` raises.
    """
    with recording(person=person, author=author, door=door):
        photos = _unconfirmed(person, photo_ids)
        meal = log_meal(
            person=person,
            author=author,
            door=door,
            at=min(photo.sent_at for photo in photos),
            items=items,
            slot=slot,
            words=words,
            evidence=Evidence.PHOTO,
            source_id=photos[0].pk,
            entry_id=entry_id,
        )
        _settle(photos, meal, person=person, chosen=chosen)
    return meal


def _unconfirmed(person: Person, photo_ids: Collection[UUID]) -> list[MealPhoto]:
    rows = MealPhoto.objects.select_for_update(of=("self",)).filter(person=person, pk__in=photo_ids)
    photos = list(rows.select_related("file").order_by("pk"))
    if not photos or len(photos) < len(set(photo_ids)):
        raise NotFound("unknown_photo", "there is no such photo")
    if any(photo.state == PhotoState.CONFIRMED for photo in photos):
        raise Conflict("photo_confirmed", "what this photo shows is logged already")
    return photos


def _settle(photos: Sequence[MealPhoto], meal: Meal, *, person: Person, chosen: Collection[UUID]) -> None:
    """Tie photos to their meal; keep of each what the person agreed to."""
    example = consent_in_force(person=person, purpose=Purpose.IMPROVEMENT)
    keeps = has_consent(person=person, purpose=Purpose.PHOTOS_KEPT)
    ids = [photo.pk for photo in photos]
    rows = MealPhoto.objects.filter(pk__in=ids)
    rows.update(state=PhotoState.CONFIRMED, meal=meal, confirmed_at=timezone.now(), example_consent=example)
    candidates = PhotoCandidate.objects.filter(photo__in=ids)
    candidates.filter(pk__in=chosen).update(is_chosen=True)
    if example is None:
        # What the engine took it for besides tells nothing of the meal.
        candidates.exclude(pk__in=chosen).delete()
    for photo in photos:
        if not (example or keeps) or (photo.file is not None and not photo.file.may_be_kept):
            _erase_file_of(photo)


def drop_photos(*, person: Person, photo_ids: Collection[UUID]) -> int:
    """Delete photos that are not confirmed, with their files; return how many there were."""
    with transaction.atomic():
        # So that none is confirmed meanwhile.
        locked_counter(person)
        rows = MealPhoto.objects.filter(person=person, pk__in=photo_ids).exclude(state=PhotoState.CONFIRMED)
        return _delete(rows.select_related("file").order_by("pk"))


def forget_photo(*, person: Person, photo_id: UUID) -> bool:
    """Delete a photo; one that is confirmed stays the source of its meal, without its picture and how it looked.

    Tell if it was there.
    """
    if drop_photos(person=person, photo_ids=[photo_id]):
        return True
    with transaction.atomic():
        photo = MealPhoto.objects.select_related("file").filter(person=person, pk=photo_id).first()
        if photo is None:
            return False
        end_example(photo)
        forget_memory(photo)
        _erase_file_of(photo)
    return True


def drop_session(*, person: Person, session: UUID) -> int:
    """Delete the photos of a session that are not confirmed; return how many there were."""
    ids = MealPhoto.objects.filter(person=person, session=session).values_list("pk", flat=True)
    return drop_photos(person=person, photo_ids=list(ids))


def give_up(*, now: datetime) -> int:
    """Answer for photos that nobody has looked at in time, as if no engine could; return how many there were."""
    late = MealPhoto.objects.filter(state=PhotoState.WAITING, created_at__lt=now - LOOKING_TAKES)
    with transaction.atomic():
        # One that is noted at this moment as looked at is answered for by whoever looked.
        given_up = list(late.select_for_update(of=("self",), skip_locked=True).select_related("person", "file"))
        for photo in given_up:
            _have_faces_hidden(photo)
        told = {"state": PhotoState.LOOKED, "finding": Finding.UNAVAILABLE, "looked_at": now}
        return MealPhoto.objects.filter(pk__in=[photo.pk for photo in given_up]).update(**told)


def clear_unanswered(*, now: datetime) -> int:
    """Delete the photos of a day ago that were not confirmed, one batch; return how many there were."""
    old = MealPhoto.objects.filter(created_at__lt=now - WAITS).exclude(state=PhotoState.CONFIRMED)
    with transaction.atomic():
        # One that is being confirmed at this moment is left to its person.
        free = old.select_for_update(of=("self",), skip_locked=True).select_related("file")
        return _delete(free.order_by("created_at")[:_AT_ONCE])


def forget_withdrawn(person: Person) -> None:
    """Delete the photos of a person that no agreement allows to keep any more, in the transaction of a withdrawal."""
    is_over = Q(state=PhotoState.CONFIRMED, file=None, example_consent=None)
    for photo in MealPhoto.objects.filter(person=person).exclude(is_over).select_related("file").order_by("pk"):
        _forget(photo, person)


def _forget(photo: MealPhoto, person: Person) -> None:
    if photo.state != PhotoState.CONFIRMED:
        if not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS):
            _delete([photo])
        return
    is_example = photo.example_consent_id is not None and has_consent(person=person, purpose=Purpose.IMPROVEMENT)
    if not is_example:
        end_example(photo)
    if not is_example and not has_consent(person=person, purpose=Purpose.PHOTOS_KEPT):
        _erase_file_of(photo)


def end_example(photo: MealPhoto) -> None:
    """Let a photo be no example any more; what it was taken for besides goes with that."""
    MealPhoto.objects.filter(pk=photo.pk).update(example_consent=None)
    photo.candidates.filter(is_chosen=False).delete()


def _delete(photos: Iterable[MealPhoto]) -> int:
    found = list(photos)
    for photo in found:
        _erase_file_of(photo)
    MealPhoto.objects.filter(pk__in=[photo.pk for photo in found]).delete()
    return len(found)


def _erase_file_of(photo: MealPhoto) -> None:
    """Delete the file of a photo, also one that a killed process had no time to tie to it."""
    file = photo.file or PrivateFile.objects.filter(pk=photo.pk, person=photo.person_id).first()
    if file is not None:
        erase_file(file=file)
    photo.file = None
