"""The first minutes: the age, the agreement, and taking it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bots import services
from bots.dialogue.handlers.about import first_question
from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.handlers.withdrawn import has_withdrawn
from bots.dialogue.messages import Reply, asking
from bots.dialogue.queries import is_refused
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import date_text
from bots.nlu.ages import AgeTold, age_told
from bots.nlu.answers import Pick, is_agreement, is_no, is_yes, picks_of
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from meum.journal.models import Purpose
from meum.overview.joining import count_of_records
from meum.overview.withdrawing import KEPT_FOR
from meum.people import services as people
from meum.people.agreements import agreement_text
from meum.people.models import AgeBand
from meum.people.queries import grants_in_force

TEXT_SHOWN_FOR = timedelta(hours=24)
"""How long after the text of the agreement was shown the word 同意 alone agrees to it."""

_SPACE = {Lang.ZH: "", Lang.EN: " "}
_AGE_BANDS = {1: AgeBand.ADULT, 2: AgeBand.TEEN, 3: people.UNDER_14}


class OnboardingHandler(Handler, Asker):
    """Ask what must be known before the first log: the age group, then the agreement."""

    asks = (QuestionKind.AGE, QuestionKind.CONSENT)

    def accepts(self, turn: Turn) -> bool:
        """Take every message of somebody who has not agreed yet."""
        return not turn.has_consent

    def answer(self, turn: Turn) -> Reply:
        """Take an age told in words, else ask for what is missing next."""
        age = age_of(turn)
        if age is not None:
            return self._take_band(turn, people.age_band_of(low=age.low, high=age.high))
        if is_refused(person=turn.person, at=turn.incoming.at):
            return too_young(turn)
        if turn.person.age_band:
            return self._still_to_agree(turn)
        question = turn.open_question
        # In another language than the question nobody knows yet who asks.
        if question is None or question.choices != _age_choices(turn):
            return self.welcome(turn)
        return _asking_age(turn, turn.say("age.hello" if turn.wants(Intent.GREETING) else "age.again"))

    def _still_to_agree(self, turn: Turn) -> Reply:
        """Show the text, or point to it where it was shown lately in this language."""
        question = _text_shown(turn)
        if question is None or question.choices != _consent_choices(turn):
            return self.again(turn, "withdrawn.still") if has_withdrawn(turn) else self.consent_text(turn)
        facts = {**question.facts, "has_unsaved": _has_unsaved(turn)}
        return Reply((turn.say("consent.first"),), pending=replace(question, facts=facts))

    def welcome(self, turn: Turn) -> Reply:
        """Say what this is and ask for the age group."""
        # In one line, so that the age groups have a line each.
        return _asking_age(turn, _SPACE[turn.lang].join(who_lines(turn)), turn.say("age"))

    def consent_text(self, turn: Turn, *before: str) -> Reply:
        """Show what the person is to agree to, in the words of the text on offer."""
        version = people.TEXT_VERSIONS[Purpose.HEALTH_RECORDS]
        question = Question(
            kind=QuestionKind.CONSENT,
            choices=_consent_choices(turn),
            asked_at=turn.incoming.at,
            facts={"version": version, "has_unsaved": _has_unsaved(turn)},
        )
        text = agreement_text(Purpose.HEALTH_RECORDS, lang=turn.lang).splitlines()
        return asking(*before, *text, turn.say("consent.ask", version=version), question=question)

    def again(self, turn: Turn, why: str) -> Reply:
        """Show the text once more to somebody who had agreed, and say why."""
        asked = self.consent_text(turn)
        # In one line with the text, as the choices need one of the five.
        return replace(asked, lines=(turn.say(why, text=asked.lines[0]), *asked.lines[1:]))

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the age groups, or the answers to the text."""
        return _age_choices(turn) if question.kind is QuestionKind.AGE else _consent_choices(turn)

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Store the age group or the agreement; a no ends the question."""
        if pick.number == 0:
            return declined(turn)
        if question.kind is QuestionKind.AGE:
            return self._take_band(turn, _AGE_BANDS[pick.number])
        if pick.number == 1:
            return agreed(turn, question)
        return asking(*privacy_lines(turn), turn.say("consent.again"), question=question)

    def _take_band(self, turn: Turn, band: str | None) -> Reply:
        was_refused = is_refused(person=turn.person, at=turn.incoming.at)
        if band == people.UNDER_14:
            services.note_refusal(person=turn.person, door=turn.door, at=turn.incoming.at)
            people.forget_age(person=turn.person)
            return too_young(turn)
        if band is None:
            return too_young(turn) if was_refused else _asking_age(turn, turn.say("age.unsure"))
        people.answer_age(person=turn.person, age_band=band)
        if was_refused:
            services.forget_refusal(person=turn.person, door=turn.door)
            return self.consent_text(turn, turn.say("age.corrected"))
        return self.consent_text(turn, *(() if turn.question else (turn.say("welcome"),)))


def _age_choices(turn: Turn) -> tuple[Choice, ...]:
    return numbered(turn.say("age.adult"), turn.say("age.teen"), turn.say("age.child"))


def _consent_choices(turn: Turn) -> tuple[Choice, ...]:
    return numbered(turn.say("agree"), turn.say("read_privacy"), none=turn.say("disagree"))


def _asking_age(turn: Turn, *lines: str) -> Reply:
    facts = {"has_unsaved": _has_unsaved(turn)}
    question = Question(kind=QuestionKind.AGE, choices=_age_choices(turn), asked_at=turn.incoming.at, facts=facts)
    return asking(*lines, question=question)


def too_young(turn: Turn) -> Reply:
    """Refuse kindly, and say what stays: records where there was an agreement, else nothing but the refusal."""
    if has_withdrawn(turn):
        day = kept_until(turn)
        told = tuple(turn.say(f"too_young.{part}", day=day) for part in ("ended", "records", "slip"))
        return Reply((turn.say("too_young"), *told), is_kept=False, ends_consent=True)
    return Reply((turn.say("too_young"), turn.say("too_young.mistake")), is_kept=False)


def age_of(turn: Turn) -> AgeTold | None:
    """Return the age that the message tells; a bare number is one only after the question for it."""
    year = turn.person.clock.day_of(turn.incoming.at).year
    age = None if turn.incoming.event else age_told(turn.heard.plain, year=year)
    is_asked = turn.question is not None and turn.question.kind is QuestionKind.AGE
    # 1, 2 and 3 are the choices, also when they come too late.
    return None if age and age.is_bare and (not is_asked or age.high <= len(_AGE_BANDS)) else age


class AgreedHandler(Handler):
    """Tell who agrees once more that nothing is missing; what was asked meanwhile is asked again."""

    keeps_question = True
    asks_again = True

    def accepts(self, turn: Turn) -> bool:
        """Take the word 同意 of somebody who agreed."""
        return turn.has_consent and (turn.wants(Intent.AGREE) or is_agreement(turn.heard.plain))

    def answer(self, turn: Turn) -> Reply:
        """Say so."""
        return Reply((turn.say("agreed_already"),))


class AgreeHandler(Handler):
    """Take the word 同意 as the answer to a text that was shown within a day."""

    def __init__(self, onboarding: OnboardingHandler) -> None:
        """Keep the handler that shows the text."""
        self._onboarding = onboarding

    def accepts(self, turn: Turn) -> bool:
        """Take the word itself, and a plain yes to the question."""
        if turn.has_consent:
            return False
        plain = turn.heard.plain
        # After a no only the word itself agrees: 好的 then answers what was said.
        shown = _text_shown(turn)
        is_asked = shown is not None and not shown.facts.get("is_declined")
        return turn.wants(Intent.AGREE) or is_agreement(plain) or (is_asked and is_yes(plain))

    def answer(self, turn: Turn) -> Reply:
        """Store the agreement, or show the text first."""
        question = _text_shown(turn)
        if question is None:
            return self._onboarding.consent_text(turn) if turn.person.age_band else self._onboarding.answer(turn)
        return agreed(turn, question)


class DeclineHandler(Handler):
    """Refuse, or take an agreement back."""

    group = HelpGroup.ABOUT
    help = {Lang.ZH: "撤回同意", Lang.EN: "withdraw consent"}

    def accepts(self, turn: Turn) -> bool:
        """Take both ways of saying no, and before the agreement a plain no."""
        # Afterwards a plain no takes nothing back.
        return (not turn.has_consent and is_no(turn.heard.plain)) or turn.wants(Intent.DECLINE, Intent.WITHDRAW)

    def answer(self, turn: Turn) -> Reply:
        """Withdraw what was agreed to; otherwise only say that nothing is kept."""
        if not turn.has_consent:
            return declined(turn)
        is_shared = grants_in_force(person=turn.person).exists()
        people.withdraw(
            person=turn.person, purpose=Purpose.HEALTH_RECORDS, door=turn.door, evidence=turn.incoming.text[:200]
        )
        ended = (turn.say("withdrawn.sharing"),) if is_shared else ()
        stays = turn.say("withdrawn.until", day=kept_until(turn)), turn.say("withdrawn.data")
        return Reply((turn.say("withdrawn"), *ended, *stays), ends_consent=True)


def kept_until(turn: Turn) -> str:
    """Return the day on which the records of who withdraws now are erased."""
    return date_text(turn, turn.person.clock.local(turn.incoming.at + KEPT_FOR).date())


def _text_shown(turn: Turn) -> Question | None:
    """Return the question that came with the text of the agreement, where that was shown within a day."""
    question = turn.question
    is_one = question is not None and question.kind is QuestionKind.CONSENT
    return question if question and is_one and turn.incoming.at - question.asked_at < TEXT_SHOWN_FOR else None


def declined(turn: Turn) -> Reply:
    """Say that nothing is kept; who changes their mind has read the text already."""
    question = _text_shown(turn)
    kept = replace(question, facts={**question.facts, "is_declined": True}) if question else None
    return Reply((turn.say("declined"),), pending=kept)


def agreed(turn: Turn, question: Question) -> Reply:
    """Store that the person agreed to the text that was shown; go on to what is not known yet."""
    version = question.facts["version"]
    kept = (turn.say("agreed.kept"),) if has_withdrawn(turn) and count_of_records(person=turn.person) else ()
    people.agree(
        person=turn.person,
        purpose=Purpose.HEALTH_RECORDS,
        text_version=version,
        door=turn.door,
        evidence=turn.incoming.text[:200],
    )
    services.look_for_other_accounts(person=turn.person)
    again = (turn.say("send_again"),) if question.facts["has_unsaved"] else ()
    return first_question(turn, turn.say("agreed", version=version), *kept, *again)


def who_lines(turn: Turn) -> tuple[str, ...]:
    """Return what this is, and what it is not."""
    return turn.say("welcome"), turn.say("not_a_doctor")


def privacy_lines(turn: Turn) -> tuple[str, ...]:
    """Return the short privacy text."""
    return tuple(turn.say(f"privacy.{part}") for part in ("what", "who", "stop"))


def _has_unsaved(turn: Turn) -> bool:
    """Tell whether the person wrote something before the agreement, which is therefore lost."""
    before = bool(turn.question and turn.question.facts.get("has_unsaved"))
    is_pick = turn.question is not None and bool(picks_of(turn.heard.plain, turn.question.labels))
    is_answer = is_pick or age_of(turn) is not None
    return before or (bool(turn.incoming.text) and turn.heard.command is None and not is_answer)
