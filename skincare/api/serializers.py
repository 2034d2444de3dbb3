"""The forms of the skin diary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from meum.kernel.fields import ChoiceField, FlagField, TextField, WholeField
from meum.people.api.entries import EntrySerializer
from skincare.domain import (
    LONGEST_CONDITION,
    LONGEST_PRODUCT,
    MOST_APPLICATIONS,
    MOST_LESIONS,
    RATINGS,
    ApplicationDraft,
    PartOfDay,
    SkinRatings,
    Step,
)


class RatingField(WholeField):
    """How strong something is, 0 to 10; null where it was not told."""

    def __init__(self, **facts: Any) -> None:
        """Allow what a rating may be."""
        super().__init__(required=False, allow_null=True, min_value=0, max_value=10, **facts)


class RatingsSerializer(serializers.Serializer[Any]):
    """How strong each is, 0 to 10; null where it was not told."""

    oil = RatingField()
    dryness = RatingField()
    redness = RatingField()
    sting = RatingField()
    itch = RatingField()


class ApplicationSerializer(serializers.Serializer[Any]):
    """One product or step that was applied, or skipped."""

    step = ChoiceField(choices=[(step.value, step.value) for step in Step])
    product = TextField(required=False, allow_blank=True, max_length=LONGEST_PRODUCT)
    slot = ChoiceField(required=False, choices=[(part.value, part.value) for part in PartOfDay], allow_blank=True)
    is_skipped = FlagField(required=False)


class SkinNoteSerializer(EntrySerializer):
    """How the skin was, and what was applied; in a change, `ratings` and `applications` each replace all."""

    ratings = RatingsSerializer(required=False, source="*")
    lesions = WholeField(required=False, allow_null=True, min_value=0, max_value=MOST_LESIONS)
    condition = TextField(required=False, allow_blank=True, max_length=LONGEST_CONDITION)
    applications = ApplicationSerializer(  # type: ignore[call-arg]  # the list that `many` makes has a length
        many=True, required=False, source="items", max_length=MOST_APPLICATIONS
    )

    @classmethod
    def log_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return ratings and applications as the service takes them."""
        return _as_drafts(super().log_arguments(told))

    @classmethod
    def correct_arguments(cls, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return ratings and applications as the service takes them."""
        return _as_drafts(super().correct_arguments(told))


def _as_drafts(told: dict[str, Any]) -> dict[str, Any]:
    """Put the ratings together, and make each application a draft."""
    ratings = {name: told.pop(name) for name in RATINGS if name in told}
    if ratings:
        told["ratings"] = SkinRatings(**ratings)
    if "items" in told:
        told["applications"] = [_application(each) for each in told.pop("items")]
    return told


def _application(told: Mapping[str, Any]) -> ApplicationDraft:
    return ApplicationDraft(**{**told, "step": Step(told["step"])})
