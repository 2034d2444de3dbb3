"""Linking WeChat with an app account, parting them, and joining two accounts of one person."""

from __future__ import annotations

import re
from uuid import UUID

from bots.abilities import Ability, can
from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.handlers.codes import code_typed
from bots.dialogue.handlers.sharing import who_text
from bots.dialogue.messages import Event, Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import joined
from bots.nlu.answers import Pick
from bots.nlu.keywords import Intent
from bots.reminding import reminder_of
from meum.domain.languages import Lang
from meum.journal.models import Door
from meum.kernel.phrases import phrase
from meum.overview import joining
from meum.people import linking
from meum.people.identities import same_person_elsewhere
from meum.people.models import LinkOffer, Person
from meum.people.queries import grants_in_force

_TYPED = re.compile(r"(?:绑定|link)\s*:?\s*(?P<words>[a-z0-9]{4}-?[a-z0-9]{4})")
_LETTERS_BEFORE_DASH = 4


class LinkHandler(Handler, Asker):
    """Lead from a scanned scene or typed words over four digits and the account's name to a confirmed link."""

    asks = (QuestionKind.LINK_CODE, QuestionKind.LINK)
    carries_news = False

    def accepts(self, turn: Turn) -> bool:
        """Take a scan, the word to link with or without its words, and the digits."""
        is_scan = turn.incoming.event is Event.SCANNED or (
            turn.incoming.event is Event.JOINED and linking.offer_named(told=turn.incoming.argument) is not None
        )
        return is_scan or bool(_typed_words(turn) or code_typed(turn, QuestionKind.LINK_CODE)) or self._asks_how(turn)

    def answer(self, turn: Turn) -> Reply:
        """Ask for the digits, or for the confirmation once they are right."""
        if code := code_typed(turn, QuestionKind.LINK_CODE):
            return self._check(turn, code)
        told = turn.incoming.argument or _typed_words(turn)
        if not told:
            return _how(turn)
        offer = linking.offer_named(told=told)
        if offer is None or turn.door != Door.WECHAT:
            return Reply((turn.say("link.unknown"),))
        return _asking_code(turn, offer)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return the way out, and where the digits were right the way on."""
        return _code_choices(turn) if question.kind is QuestionKind.LINK_CODE else _link_choices(turn)

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Link after a yes; leave everything as it is after a no."""
        if pick.number == 0:
            return Reply((turn.say("link.not_done"),))
        offer_id = UUID(question.facts["offer"])
        ended = _what_ends(turn, going=turn.person, staying=linking.account_of(offer_id=offer_id))
        done = joining.link(offer_id=offer_id, other=turn.person, door=turn.door)
        return Reply((turn.say("link.done", who=linking.masked(done.person)), *ended, turn.say("link.undo")))

    def _asks_how(self, turn: Turn) -> bool:
        return turn.wants(Intent.LINK)

    def _check(self, turn: Turn, code: str) -> Reply:
        question = turn.question
        assert question is not None  # code_typed() has seen it
        offer_id = UUID(question.facts["offer"])
        if not linking.is_code_right(offer_id=offer_id, code=code):
            if linking.is_open(offer_id=offer_id):
                return asking(turn.say("link.wrong"), question=question)
            return Reply((turn.say("link.closed"),))
        account = linking.account_of(offer_id=offer_id)
        if not joining.can_join(person=account, other=turn.person):
            return Reply((turn.say("link.needs_consent"),))
        told = Question(
            kind=QuestionKind.LINK,
            choices=_link_choices(turn),
            asked_at=turn.incoming.at,
            facts=question.facts,
        )
        count = joining.count_of_records(person=turn.person)
        records = (turn.say("link.records", count=count),) if count else ()
        seen = _who_will_see(turn, account)
        return asking(turn.say("link.ask", who=question.facts["who"]), *records, *seen, question=told)


def _who_will_see(turn: Turn, staying: Person) -> tuple[str, ...]:
    """Return who sees the records of the account that goes on, nothing where nobody does."""
    grants = list(grants_in_force(person=staying))
    who = joined(turn.lang, (who_text(turn, grant.viewer) for grant in grants))
    return (turn.say("link.seen", who=who),) if grants else ()


def _what_ends(turn: Turn, *, going: Person, staying: Person) -> tuple[str, ...]:
    """Return what an account that rests gives up: whom it shared with, and its reminder where the other has none."""
    is_shared = grants_in_force(person=going).exists()
    reminds = reminder_of(person=going) is not None and reminder_of(person=staying) is None
    sharing = (turn.say("link.sharing_ended"),) if is_shared else ()
    return (*sharing, turn.say("link.reminder_ended")) if reminds else sharing


def _typed_words(turn: Turn) -> str:
    found = _TYPED.fullmatch(turn.heard.plain.strip())
    return found["words"] if found and turn.incoming.event is None else ""


def _asking_code(turn: Turn, offer: LinkOffer) -> Reply:
    who = linking.masked(offer.person)
    question = Question(
        kind=QuestionKind.LINK_CODE,
        choices=_code_choices(turn),
        asked_at=turn.incoming.at,
        facts={"offer": str(offer.pk), "who": who},
    )
    return asking(turn.say("link.who", who=who), turn.say("link.code"), question=question)


def _code_choices(turn: Turn) -> tuple[Choice, ...]:
    return numbered(none=turn.say("link.not_me"))


def _link_choices(turn: Turn) -> tuple[Choice, ...]:
    return numbered(turn.say("link.yes"), none=turn.say("link.no"))


def _how(turn: Turn) -> Reply:
    """Tell where the code is; whoever is in their app account already gets one, shown and not stored."""
    if joining.is_linked(person=turn.person):
        return Reply((turn.say("link.is_linked"), turn.say("link.undo")))
    if turn.door == Door.WECHAT or not turn.person.has_usable_password():
        return Reply((turn.say("link.how" if can(Ability.SCAN) else "link.how.typed"),))
    offer = linking.offer_link(person=turn.person)
    words = f"{offer.typed[:_LETTERS_BEFORE_DASH]}-{offer.typed[_LETTERS_BEFORE_DASH:]}"
    lines = (turn.say("link.offer", words=words), turn.say("link.offer.code", code=offer.code))
    return Reply((*lines, turn.say("link.offer.secret")), is_kept=False)


class UnlinkHandler(Handler, Asker):
    """Part WeChat from the app account, after a yes."""

    asks = (QuestionKind.UNLINK,)
    carries_news = False
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "绑定，解绑", Lang.EN: "link, unlink"}

    def accepts(self, turn: Turn) -> bool:
        """Take the word."""
        return turn.wants(Intent.UNLINK)

    def answer(self, turn: Turn) -> Reply:
        """Ask whether it is meant, where there is anything to part."""
        if not joining.can_unlink(person=turn.person):
            return Reply((phrase(turn.lang, "error.not_linked"),))
        question = Question(kind=QuestionKind.UNLINK, choices=_unlink_choices(turn), asked_at=turn.incoming.at)
        return asking(turn.say("unlink.ask"), question=question)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return yes and no."""
        return _unlink_choices(turn)

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Part them, or leave everything as it is."""
        if pick.number == 0:
            return Reply((turn.say("unlink.not_done"),))
        joining.unlink(person=turn.person, door=turn.door)
        return Reply((turn.say("unlink.done"),))


def _unlink_choices(turn: Turn) -> tuple[Choice, ...]:
    return numbered(turn.say("unlink.yes"), none=turn.say("unlink.no"))


class JoinHandler(Handler, Asker):
    """Join the accounts that one WeChat user has in the mini program and in the chat; never without a yes."""

    asks = (QuestionKind.JOIN,)
    carries_news = False

    def accepts(self, turn: Turn) -> bool:
        """Take the word of somebody who agreed: whose two accounts are is known of nobody else."""
        return turn.has_consent and turn.wants(Intent.JOIN)

    def answer(self, turn: Turn) -> Reply:
        """Name what would be joined and ask."""
        other = same_person_elsewhere(person=turn.person)
        if other is None:
            return Reply((turn.say("join.nothing"),))
        going, staying = _direction(turn.person, other)
        if not joining.can_join(person=staying, other=going):
            return Reply((turn.say("join.no_consent"),))
        question = Question(
            kind=QuestionKind.JOIN,
            choices=_join_choices(turn),
            asked_at=turn.incoming.at,
            facts={"other": str(other.pk)},
        )
        asked = turn.say("join.ask", count=joining.count_of_records(person=other))
        return asking(asked, *_who_will_see(turn, staying), question=question)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return yes and no."""
        return _join_choices(turn)

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """Join them, if it is still the same WeChat user's."""
        other = same_person_elsewhere(person=turn.person)
        if pick.number == 0 or other is None or str(other.pk) != question.facts["other"]:
            return Reply((turn.say("join.not_done"),))
        going, staying = _direction(turn.person, other)
        ended = _what_ends(turn, going=going, staying=staying)
        joining.join(person=staying, other=going, door=turn.door)
        return Reply((turn.say("join.done"), *ended, turn.say("link.undo")))


def _direction(person: Person, other: Person) -> tuple[Person, Person]:
    """Return who goes and who stays: an account with a sign-in of its own stays."""
    return (person, other) if other.has_usable_password() else (other, person)


def _join_choices(turn: Turn) -> tuple[Choice, ...]:
    return numbered(turn.say("join.yes"), none=turn.say("join.no"))
