"""Three short questions after the agreement: height and weight, sex, how active a week is; each can be left out.

Who asks for energy is asked for what is still missing of it, the year of birth too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bots.dialogue.handlers.base import Asker, Handler
from bots.dialogue.handlers.body import BodyLogger
from bots.dialogue.handlers.log import combined, recorded
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import joined
from bots.nlu.answers import Pick, is_no
from bots.nlu.births import birth_told, says_birth
from bots.nlu.figures import Figures, figures_told, is_unsure, sex_told
from fitness import services as fitness
from fitness.domain.measures import Kind
from fitness.queries import latest_weight
from fitness.reading import HeightDraft, MeasurementDraft
from meum.domain.figures import plain_number
from meum.journal.models import Evidence
from meum.people.models import ActivityLevel, Profile, SexAtBirth
from meum.people.queries import profile_of
from meum.people.services import ProfileDraft, update_profile

_ORDER = (QuestionKind.ABOUT_BODY, QuestionKind.ABOUT_SEX, QuestionKind.ABOUT_ACTIVITY)
_OF_ENERGY = (
    QuestionKind.ABOUT_SEX,
    QuestionKind.ABOUT_BODY,
    QuestionKind.ABOUT_ACTIVITY,
    QuestionKind.ABOUT_BIRTH,
)
_FOR, _ENERGY = "for", "energy"
_GROWN_UP = 19
"""Born so many years ago whoever tells a year alone is grown up."""
_SEXES = (SexAtBirth.FEMALE, SexAtBirth.MALE)
_LEVELS = tuple(ActivityLevel)


class AboutHandler(Handler, Asker):
    """Keep what is answered and go on to the next question; a log or any other word ends the questions."""

    asks = _OF_ENERGY

    def accepts(self, turn: Turn) -> bool:
        """Take a no, and what is asked for in figures or words; unasked only both figures, which are nothing else."""
        kind = turn.open_question.kind if turn.open_question else None
        if not turn.has_consent or turn.incoming.event is not None:
            return False
        if kind not in _OF_ENERGY:
            return _tells_both_figures(turn) or _tells_sex(turn) or _tells_birth(turn)
        return _is_left_out(turn) or _is_told(turn, kind)

    def answer(self, turn: Turn) -> Reply:
        """Log them and ask on."""
        question = turn.open_question
        if question is None or question.kind not in _OF_ENERGY:
            return _unasked(turn)
        if _is_left_out(turn):
            return self.resolve(turn, question, Pick(0))
        keep = {QuestionKind.ABOUT_SEX: _keep_sex, QuestionKind.ABOUT_BIRTH: _keep_birth}.get(question.kind)
        if keep is None:
            return _body_noted(turn, question)
        keep(turn)
        return _next(turn, question, turn.say("about.noted"))

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return what can be picked, and the way past the question."""
        return _choices(turn, question.kind)

    def sentence(self, turn: Turn, question: Question) -> str:
        """Ask for what is still missing."""
        return turn.say(_key_of(turn, question.kind)) if _is_missing(turn, question.kind) else ""

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Keep what was picked, or nothing; ask on."""
        if pick.number:
            if question.kind is QuestionKind.ABOUT_SEX:
                draft = ProfileDraft(sex_at_birth=_SEXES[pick.number - 1])
            else:
                draft = ProfileDraft(activity_level=_LEVELS[pick.number - 1])
            update_profile(person=turn.person, author=turn.person, door=turn.door, draft=draft)
        return _next(turn, question, turn.say("about.noted" if pick.number else "about.skipped"), is_over=True)


def _unasked(turn: Turn) -> Reply:
    """Keep what is told without being asked."""
    for tells, keep in ((_tells_sex, _keep_sex), (_tells_birth, _keep_birth)):
        if tells(turn):
            keep(turn)
            return Reply((turn.say("about.noted"), turn.say("next.undo")))
    return _noted_unasked(turn)


def _body_noted(turn: Turn, question: Question) -> Reply:
    figures = _figures(turn)
    if figures is None or _says_as_much(turn, figures):
        note = BodyLogger().log(turn)
        assert note is not None  # accepts() has seen that something is told
        return _next(turn, question, *combined([note]).lines[:1])
    with recorded(turn):
        _log(turn, figures)
    noted = _noted(turn, figures)
    if figures.bare_weight is not None:
        number = f"{figures.bare_weight:g}"
        return _asked(turn, question.kind, *noted, key="about.unit", facts=question.facts, number=number)
    return _next(turn, question, *noted)


def first_question(turn: Turn, *before: str) -> Reply:
    """Return what is to be said, with the first question where anything is not known yet."""
    reply = next_question(turn, *before, turn.say("about.why"))
    return reply if reply.pending else Reply((*before, turn.say("try")))


def next_question(turn: Turn, *before: str) -> Reply:
    """Return the next question about what is not known, or how to begin when none is left."""
    return _first_of(turn, _ORDER, *before) or Reply((*before, turn.say("try")))


def questions_of_energy(turn: Turn, *before: str) -> Reply:
    """Return what is to be said, with the first question about what the energy of a day depends on, if any is left."""
    return _first_of(turn, _OF_ENERGY, *before) or Reply(before)


def _next(turn: Turn, question: Question, *before: str, is_over: bool = False) -> Reply:
    """Return the next question after one that was answered, or that is over for being left out."""
    order = _OF_ENERGY if question.facts.get(_FOR) == _ENERGY else _ORDER
    is_past = is_over or question.kind is not QuestionKind.ABOUT_BODY
    rest = order[order.index(question.kind) + is_past :]
    if reply := _first_of(turn, rest, *before, order=order):
        return reply
    return Reply((*before, turn.say("about.enough" if order is _OF_ENERGY else "try")))


def _first_of(
    turn: Turn, kinds: Sequence[QuestionKind], *before: str, order: Sequence[QuestionKind] = ()
) -> Reply | None:
    kind = next((kind for kind in kinds if _is_missing(turn, kind)), None)
    if kind is None:
        return None
    facts = {_FOR: _ENERGY} if (order or kinds) is _OF_ENERGY else {}
    return _asked(turn, kind, *before, key=_key_of(turn, kind), facts=facts)


def _key_of(turn: Turn, kind: QuestionKind) -> str:
    return _missing_of_body(turn) if kind is QuestionKind.ABOUT_BODY else kind.replace("_", ".", 1)


def _asked(
    turn: Turn, kind: QuestionKind, *before: str, key: str, facts: dict[str, str] | None = None, **words: object
) -> Reply:
    question = Question(kind=kind, choices=_choices(turn, kind), asked_at=turn.incoming.at, facts=facts or {})
    return asking(*before, turn.say(key, **words), question=question)


def _missing_of_body(turn: Turn) -> str:
    """Return the sentence that asks for height, weight or both; empty when both are known."""
    has_weight = latest_weight(person=turn.person) is not None
    if _knows_height(turn):
        return "" if has_weight else "about.weight"
    return "about.height" if has_weight else "about.body"


def _knows_height(turn: Turn) -> bool:
    profile = profile_of(person=turn.person)
    return profile is not None and profile.height_cm is not None


def question_of_sex(turn: Turn, *before: str) -> Reply:
    """Return what is to be said, with the question for the sex."""
    return _asked(turn, QuestionKind.ABOUT_SEX, *before, key=_key_of(turn, QuestionKind.ABOUT_SEX))


def knows_sex(turn: Turn) -> bool:
    """Tell whether the sex was told."""
    return not _is_missing(turn, QuestionKind.ABOUT_SEX)


def _tells_sex(turn: Turn) -> bool:
    """Tell whether a message is nothing but a sex that is not known yet; who changes it says so in the profile."""
    return sex_told(turn.heard.plain) is not None and not knows_sex(turn)


def _keep_sex(turn: Turn) -> None:
    draft = ProfileDraft(sex_at_birth=SexAtBirth(sex_told(turn.heard.plain) or ""))
    update_profile(person=turn.person, author=turn.person, door=turn.door, draft=draft)


def _tells_birth(turn: Turn) -> bool:
    """Tell whether a message is nothing but a day or month of birth; an age is the matter of the question of age."""
    return says_birth(turn.heard.plain) and _birth(turn, is_asked=False) is not None


def _birth(turn: Turn, *, is_asked: bool = True) -> date | None:
    """Return the date of birth that is told; who may be under 18 tells it to the question of age."""
    today = turn.person.clock.day_of(turn.incoming.at)
    born = birth_told(turn.heard.plain, today=today, is_asked=is_asked)
    is_possible = born is not None and 1900 <= born.year <= today.year - _GROWN_UP
    return born if is_possible else None


def _keep_birth(turn: Turn) -> None:
    draft = ProfileDraft(birth_date=_birth(turn))
    update_profile(person=turn.person, author=turn.person, door=turn.door, draft=draft)


def _is_missing(turn: Turn, kind: QuestionKind) -> bool:
    if kind is QuestionKind.ABOUT_BODY:
        return bool(_missing_of_body(turn))
    profile = profile_of(person=turn.person) or Profile()
    if kind is QuestionKind.ABOUT_BIRTH:
        return profile.birth_date is None
    return not (profile.sex_at_birth if kind is QuestionKind.ABOUT_SEX else profile.activity_level)


def _choices(turn: Turn, kind: QuestionKind) -> tuple[Choice, ...]:
    labels: tuple[str, ...] = ()
    if kind is QuestionKind.ABOUT_SEX:
        labels = tuple(turn.say(f"about.sex.{sex}") for sex in _SEXES)
    elif kind is QuestionKind.ABOUT_ACTIVITY:
        labels = tuple(turn.say(f"about.activity.{level}") for level in _LEVELS)
    return numbered(*labels, none=turn.say("about.skip"))


def _is_left_out(turn: Turn) -> bool:
    return is_no(turn.heard.plain) or is_unsure(turn.heard.plain)


def _is_told(turn: Turn, kind: QuestionKind) -> bool:
    if kind is QuestionKind.ABOUT_SEX:
        return sex_told(turn.heard.plain) is not None
    if kind is QuestionKind.ABOUT_BIRTH:
        return _birth(turn) is not None
    return kind is QuestionKind.ABOUT_BODY and (_figures(turn) is not None or _tells_only_body(turn))


def _figures(turn: Turn) -> Figures | None:
    """Return what is told in figures; 体重 130 alone is left to the log, which offers its two units."""
    figures = figures_told(turn.heard.plain, knows_height=_knows_height(turn))
    is_left = figures is not None and figures.bare_weight is not None and figures.height_cm is None and turn.heard.body
    return None if is_left else figures


def _tells_both_figures(turn: Turn) -> bool:
    """Tell whether a message is height and weight without a word of what they are, as in 170cm 61.5kg."""
    figures = figures_told(turn.heard.plain)
    if figures is None or None in (figures.height_cm, figures.weight_kg):
        return False
    return not _says_as_much(turn, figures)


def _noted_unasked(turn: Turn) -> Reply:
    figures = figures_told(turn.heard.plain)
    assert figures is not None  # accepts() has seen it
    with recorded(turn):
        _log(turn, figures)
    return Reply((*_noted(turn, figures), turn.say("next.undo")))


def _tells_only_body(turn: Turn) -> bool:
    """Tell whether the message holds height or weight without any doubt, and nothing else."""
    drafts = turn.heard.body
    is_clear = all(
        isinstance(draft, HeightDraft) or (isinstance(draft, MeasurementDraft) and not draft.alternatives)
        for draft in drafts
    )
    is_all = not (turn.heard.has_food or turn.heard.skin or turn.heard.command)
    return bool(drafts) and is_clear and is_all and not any(draft.problem for draft in drafts)


def _says_as_much(turn: Turn, figures: Figures) -> bool:
    """Tell whether the body's own reader finds all of it, as in 体重 61.5."""
    has_height = any(isinstance(draft, HeightDraft) for draft in turn.heard.body)
    return _tells_only_body(turn) and (figures.height_cm is None or has_height)


def _noted(turn: Turn, figures: Figures) -> tuple[str, ...]:
    """Return what was understood, for the person to see."""
    told = []
    if figures.height_cm is not None:
        told.append(turn.say("height", cm=plain_number(figures.height_cm)))
    if figures.weight_kg is not None:
        told.append(turn.say("about.weighs", kg=plain_number(figures.weight_kg)))
    return (turn.say("about.figures", told=joined(turn.lang, told)),) if told else ()


def _log(turn: Turn, figures: Figures) -> None:
    if figures.height_cm is not None:
        draft = ProfileDraft(height_cm=figures.height_cm)
        update_profile(person=turn.person, author=turn.person, door=turn.door, draft=draft)
    if figures.weight_kg is not None:
        fitness.log_measurement(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            at=turn.incoming.at,
            kind=Kind.WEIGHT,
            value=figures.weight_kg,
            words=turn.incoming.text,
            evidence=Evidence.WORDS,
        )
