"""Three short questions after the agreement: height and weight, sex, how active a week is; each can be left out."""

from __future__ import annotations

from bots.dialogue.handlers.base import Asker, Handler
from bots.dialogue.handlers.body import BodyLogger
from bots.dialogue.handlers.log import combined, recorded
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick, is_no
from bots.nlu.figures import height_and_weight
from fitness import services as fitness
from fitness.domain.measures import Kind
from fitness.queries import latest_weight
from fitness.reading import HeightDraft, MeasurementDraft
from meum.journal.models import Evidence
from meum.people.models import ActivityLevel, Profile, SexAtBirth
from meum.people.queries import profile_of
from meum.people.services import ProfileDraft, update_profile

_ORDER = (QuestionKind.ABOUT_BODY, QuestionKind.ABOUT_SEX, QuestionKind.ABOUT_ACTIVITY)
_SEXES = (SexAtBirth.FEMALE, SexAtBirth.MALE)
_LEVELS = tuple(ActivityLevel)


class AboutHandler(Handler, Asker):
    """Keep what is answered and go on to the next question; a log or any other word ends the questions."""

    asks = _ORDER

    def accepts(self, turn: Turn) -> bool:
        """Take a no, and while they are asked for height and weight, as two bare numbers or in words."""
        kind = turn.open_question.kind if turn.open_question else None
        if not turn.has_consent or kind not in _ORDER or turn.incoming.event is not None:
            return False
        tells = kind is QuestionKind.ABOUT_BODY and (_figures(turn) is not None or _tells_only_body(turn))
        return tells or is_no(turn.heard.plain)

    def answer(self, turn: Turn) -> Reply:
        """Log them and ask on."""
        assert turn.open_question is not None  # accepts() has seen it
        if is_no(turn.heard.plain):
            return self.resolve(turn, turn.open_question, Pick(0))
        figures = _figures(turn)
        if figures is None:
            note = BodyLogger().log(turn)
            assert note is not None  # accepts() has seen that something is told
            return next_question(turn, *combined([note]).lines[:1], after=QuestionKind.ABOUT_BODY)
        with recorded(turn):
            _log(turn, *figures)
        return next_question(turn, turn.say("about.noted"), after=QuestionKind.ABOUT_BODY)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return what can be picked, and the way past the question."""
        return _choices(turn, question.kind)

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Keep what was picked, or nothing; ask on."""
        if pick.number:
            if question.kind is QuestionKind.ABOUT_SEX:
                draft = ProfileDraft(sex_at_birth=_SEXES[pick.number - 1])
            else:
                draft = ProfileDraft(activity_level=_LEVELS[pick.number - 1])
            update_profile(person=turn.person, author=turn.person, door=turn.door, draft=draft)
        return next_question(turn, turn.say("about.noted" if pick.number else "about.skipped"), after=question.kind)


def first_question(turn: Turn, *before: str) -> Reply:
    """Return what is to be said, with the first question where anything is not known yet."""
    reply = next_question(turn, *before, turn.say("about.why"), after=None)
    return reply if reply.pending else Reply((*before, turn.say("try")))


def next_question(turn: Turn, *before: str, after: QuestionKind | None) -> Reply:
    """Return the next question about what is not known, or how to begin when none is left."""
    rest = _ORDER[_ORDER.index(after) + 1 :] if after else _ORDER
    kind = next((kind for kind in rest if _is_missing(turn, kind)), None)
    if kind is None:
        return Reply((*before, turn.say("try")))
    question = Question(kind=kind, choices=_choices(turn, kind), asked_at=turn.incoming.at)
    return asking(*before, turn.say(kind.replace("_", ".", 1)), question=question)


def _is_missing(turn: Turn, kind: QuestionKind) -> bool:
    profile = profile_of(person=turn.person) or Profile()
    if kind is QuestionKind.ABOUT_BODY:
        return profile.height_cm is None or latest_weight(person=turn.person) is None
    return not (profile.sex_at_birth if kind is QuestionKind.ABOUT_SEX else profile.activity_level)


def _choices(turn: Turn, kind: QuestionKind) -> tuple[Choice, ...]:
    labels: tuple[str, ...] = ()
    if kind is QuestionKind.ABOUT_SEX:
        labels = tuple(turn.say(f"about.sex.{sex}") for sex in _SEXES)
    elif kind is QuestionKind.ABOUT_ACTIVITY:
        labels = tuple(turn.say(f"about.activity.{level}") for level in _LEVELS)
    return numbered(*labels, none=turn.say("about.skip"))


def _figures(turn: Turn) -> tuple[float, float] | None:
    return height_and_weight(turn.heard.plain)


def _tells_only_body(turn: Turn) -> bool:
    """Tell whether the message holds height or weight without any doubt, and nothing else."""
    drafts = turn.heard.body
    is_clear = all(
        isinstance(draft, HeightDraft) or (isinstance(draft, MeasurementDraft) and not draft.alternatives)
        for draft in drafts
    )
    is_all = not (turn.heard.has_food or turn.heard.skin or turn.heard.command)
    return bool(drafts) and is_clear and is_all and not any(draft.problem for draft in drafts)


def _log(turn: Turn, height_cm: float, weight_kg: float) -> None:
    draft = ProfileDraft(height_cm=height_cm)
    update_profile(person=turn.person, author=turn.person, door=turn.door, draft=draft)
    fitness.log_measurement(
        person=turn.person,
        author=turn.person,
        door=turn.door,
        at=turn.incoming.at,
        kind=Kind.WEIGHT,
        value=weight_kg,
        words=turn.incoming.text,
        evidence=Evidence.WORDS,
    )
