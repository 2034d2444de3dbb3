"""Log a note about the skin."""

from __future__ import annotations

from collections.abc import Sequence

from bots.dialogue.handlers.log import Note
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import joined
from meum.journal.models import Evidence
from meum.kernel.phrases import phrase
from skincare import services as skincare
from skincare.domain import ApplicationDraft, SkinRatings
from skincare.models import SkinApplication, SkinNote


class SkinLogger:
    """Store what a message tells of the skin."""

    def hears(self, turn: Turn) -> bool:
        """Tell whether there is something of the skin."""
        return turn.heard.skin is not None

    def log(self, turn: Turn) -> Note | None:
        """Store it as one note."""
        draft = turn.heard.skin
        assert draft is not None  # hears() has seen it
        if draft.problem:
            return Note(details=(phrase(turn.lang, f"error.{draft.problem}"),))
        skincare.log_skin_note(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            at=draft.at,
            ratings=draft.ratings,
            lesions=draft.lesions,
            condition=draft.condition,
            applications=draft.applications,
            words=turn.incoming.text,
            evidence=Evidence.WORDS,
        )
        told = skin_parts(turn, draft.ratings, draft.lesions, draft.condition, draft.applications)
        return Note(facts=(turn.say("skin", told=joined(turn.lang, told)),), next_step=turn.say("next.undo"))


def notes_parts(turn: Turn, notes: Sequence[SkinNote]) -> list[str]:
    """Return what several notes hold together, of each rating and of the spots the latest; each product once."""
    ratings = SkinRatings(**{name: value for note in notes for name, value in note.ratings.told().items()})
    lesions = next((note.lesions for note in reversed(notes) if note.lesions is not None), None)
    applications = [_draft(item) for note in notes for item in note.items.all()]
    condition = next((note.condition for note in reversed(notes) if note.condition), "")
    return skin_parts(turn, ratings, lesions, condition, tuple(dict.fromkeys(applications)))


def _draft(item: SkinApplication) -> ApplicationDraft:
    # Morning and evening are not told apart in a line, so that the same cream is named once.
    return ApplicationDraft(step=item.step, product=item.product, is_skipped=item.is_skipped)


def skin_parts(
    turn: Turn,
    ratings: SkinRatings,
    lesions: int | None,
    condition: str,
    applications: tuple[ApplicationDraft, ...],
) -> list[str]:
    """Return what a note holds, each part in a few words; the person's own words where they are all there is."""
    parts = [turn.say("rated", name=phrase(turn.lang, f"rating.{n}"), value=v) for n, v in ratings.told().items()]
    parts += [turn.say("lesions", count=lesions)] if lesions is not None else []
    parts += [_step_text(turn, application) for application in applications]
    return parts or [condition]


def _step_text(turn: Turn, application: ApplicationDraft) -> str:
    name = application.product or phrase(turn.lang, f"step.{application.step}")
    return turn.say("step_skipped" if application.is_skipped else "step_done", name=name)
