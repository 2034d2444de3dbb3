"""Reads of photos of meals: what each may show, with grams and energy as estimates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from meum.domain.intervals import Interval
from meum.domain.languages import Lang, name_in
from meum.domain.nutrients import Portion, totals_of
from meum.kernel.errors import NotFound
from meum.people.models import Person
from nutrition.catalogue.nutrients import SIZE, position_of
from nutrition.catalogue.queries import BULK_OF_VERSION, food_vectors
from nutrition.domain.dishes import MOST_OFFERED, DishGroup, Finding
from nutrition.domain.drafts import MealItemDraft
from nutrition.models.photos import MealPhoto, PhotoCandidate, PhotoState
from nutrition.queries.diary import ItemSummary
from nutrition.queries.packets import PacketRead, packets_on_photos
from nutrition.vision.engines import OUTSIDE_ENGINES

_ENERGY = position_of("ENERC_KCAL")
_MAY_BE_PACKETS = (Finding.NOT_FOOD, Finding.UNSURE)
PORTION = "份"
"""The measure of a candidate: one portion, as much as the estimate says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One dish that a photo may show; `number` counts from 1, `portion` holds the vector per 100 g and the grams."""

    id: UUID
    number: int
    code: str
    food_id: UUID
    food_version_id: UUID
    name_zh: str
    name_en: str
    probability: float
    portion: Portion

    def name(self, lang: Lang) -> str:
        """Return the dish's name in a language, in the other one where there is none."""
        return name_in(lang, zh=self.name_zh, en=self.name_en)

    @property
    def grams(self) -> Interval:
        """Return the edible grams of one portion."""
        return self.portion.grams

    @property
    def energy_kcal(self) -> Interval | None:
        """Return the energy of one portion, None where the food's is not known."""
        return energy_of(self.portion)

    @property
    def draft(self) -> MealItemDraft:
        """Return it as an item of a meal, of which nobody told the amount yet."""
        return MealItemDraft(
            food_version_id=self.food_version_id,
            grams=self.grams,
            quantity=1,
            measure=PORTION,
            is_amount_assumed=True,
        )

    @property
    def item(self) -> ItemSummary:
        """Return it as an item is shown, so that an amount can be said of it."""
        return ItemSummary(
            id=self.id,
            food_id=self.food_id,
            food_version_id=self.food_version_id,
            name_zh=self.name_zh,
            name_en=self.name_en,
            quantity=1,
            measure=PORTION,
            is_amount_assumed=True,
            words="",
            portion=self.portion,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSummary:
    """One photo with what it may show, the likeliest dish first."""

    id: UUID
    session: UUID
    number: int
    sent_at: datetime
    state: str
    finding: str
    group: DishGroup
    note: str
    engine: str
    engine_version: str
    meal_id: UUID | None
    candidates: tuple[Candidate, ...]
    packet: PacketRead | None = None

    def is_awaited(self, *, now: datetime) -> bool:
        """Tell whether somebody still looks at it, or reads what is printed on it."""
        return self.state == PhotoState.WAITING or (self.packet is not None and self.packet.is_awaited(now=now))

    @property
    def is_from_outside(self) -> bool:
        """Tell whether an engine outside of this server answered."""
        return self.engine in OUTSIDE_ENGINES

    @property
    def has_several(self) -> bool:
        """Tell whether several dishes stand on it: more than the few that one dish may be are offered."""
        return len(self.candidates) > MOST_OFFERED


def energy_of(portion: Portion) -> Interval | None:
    """Return the energy of an amount of food, None where it is not known."""
    totals = totals_of([portion], size=SIZE)
    return totals.interval(_ENERGY) if totals.coverage[_ENERGY] > 0 else None


def visible_photos(*, owner: Person) -> QuerySet[MealPhoto]:
    """Return a person's photos of meals with what each may show."""
    rows = PhotoCandidate.objects.select_related("food_version").defer(*BULK_OF_VERSION).order_by("position")
    return MealPhoto.objects.filter(person=owner).prefetch_related(Prefetch("candidates", queryset=rows))


def photo_summaries(photos: Iterable[MealPhoto]) -> list[PhotoSummary]:
    """Return photos, fetched by `visible_photos`, as they are shown.

    One query for vectors that are not in memory, and one for print, where a photo shows no sure dish.
    """
    photos = list(photos)
    food_vectors({row.food_version_id for photo in photos for row in photo.candidates.all()})
    packets = packets_on_photos(photo_ids=[photo.pk for photo in photos if photo.finding in _MAY_BE_PACKETS])
    return [_summary(photo, packets.get(photo.pk)) for photo in photos]


def photo_summary(*, owner: Person, photo_id: UUID) -> PhotoSummary:
    """Return one photo of a person; raises NotFound, whether or not somebody else has it."""
    found = photo_summaries(visible_photos(owner=owner).filter(pk=photo_id))
    if not found:
        raise NotFound("unknown_photo", "there is no such photo")
    return found[0]


def photos_of_session(*, owner: Person, session: UUID) -> list[PhotoSummary]:
    """Return the photos of a session that are not confirmed, in the order in which they were sent."""
    rows = visible_photos(owner=owner).filter(session=session).exclude(state=PhotoState.CONFIRMED)
    return photo_summaries(rows.order_by("number"))


def _summary(photo: MealPhoto, packet: PacketRead | None) -> PhotoSummary:
    return PhotoSummary(
        id=photo.pk,
        session=photo.session,
        number=photo.number,
        sent_at=photo.sent_at,
        state=photo.state,
        finding=photo.finding,
        group=DishGroup(code=photo.group, zh=photo.group_zh, en=photo.group_en),
        note=photo.note,
        engine=photo.engine,
        engine_version=photo.engine_version,
        meal_id=photo.meal_id,
        candidates=_candidates(list(photo.candidates.all())),
        packet=packet,
    )


def _candidates(rows: Sequence[PhotoCandidate]) -> tuple[Candidate, ...]:
    vectors = food_vectors({row.food_version_id for row in rows})
    return tuple(
        Candidate(
            id=row.pk,
            number=row.position,
            code=row.code,
            food_id=row.food_version.food_id,
            food_version_id=row.food_version_id,
            name_zh=row.food_version.name_zh,
            name_en=row.food_version.name_en,
            probability=row.probability,
            portion=Portion(vectors[row.food_version_id], row.grams),
        )
        for row in rows
    )
