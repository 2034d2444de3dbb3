"""One turn of the sandbox: a JSON object in, the reply and what is stored then out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bots.dialogue.messages import Incoming, short_key
from bots.dialogue.turn import take
from bots.models import Conversation
from bots.sandbox.stored import stored_facts
from bots.services import conversation_of
from meum.domain.languages import Lang
from meum.jobs.running import drain
from meum.journal.models import Door, Purpose
from meum.kernel.errors import Invalid
from meum.people.models import AgeBand, Identity, Person, Provider
from meum.people.services import (
    TEXT_VERSIONS,
    PreferencesDraft,
    agree,
    answer_age,
    person_for_identity,
    update_preferences,
)

_BEIJING = timedelta(hours=8)


def answer_line(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return the reply to one line and what is stored after it.

    Raises Invalid for a line without what it needs.
    """
    name, lang, now = _text(line, "conversation"), _lang(line), _now(line)
    conversation = _conversation(name, lang=lang, now=now, is_ready=_text(line, "start") == "ready")
    incoming = Incoming(message_id=_text(line, "message_id"), at=now, text=_text(line, "text", may_be_empty=True))
    reply = take(incoming, conversation=conversation)
    drain(now=now)
    person = Person.objects.get(pk=conversation.person_id)
    return {
        "conversation": name,
        "reply": list(reply.lines),
        "choices": [str(choice) for choice in reply.choices],
        "stored": stored_facts(person=person, now=now, lang=lang),
    }


def _conversation(name: str, *, lang: Lang, now: datetime, is_ready: bool) -> Conversation:
    """Return the conversation of a name; a name that is new is a person who is new."""
    subject = short_key(name)
    known = Identity.objects.filter(provider=Provider.TERMINAL, app_id="sandbox", subject=subject).exists()
    person = person_for_identity(provider=Provider.TERMINAL, app_id="sandbox", subject=subject, language=lang)
    if not known:
        update_preferences(person=person, draft=PreferencesDraft(time_zone=_zone_of(now)))
        if is_ready:
            answer_age(person=person, age_band=AgeBand.ADULT)
            purpose = Purpose.HEALTH_RECORDS
            agree(person=person, purpose=purpose, text_version=TEXT_VERSIONS[purpose], door=Door.TERMINAL)
    return conversation_of(person=person, door=Door.TERMINAL)


def _zone_of(now: datetime) -> str:
    """Return a zone whose clock shows what `now` shows; China's where no whole hour tells it."""
    offset = now.utcoffset() or timedelta(0)
    hours, rest = divmod(offset, timedelta(hours=1))
    if offset == _BEIJING or rest or not -12 <= hours <= 14:
        return "Asia/Shanghai"
    # POSIX counts the other way round: Etc/GMT+5 is five hours behind.
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"


def _text(line: Mapping[str, Any], field: str, *, may_be_empty: bool = False) -> str:
    text = line.get(field)
    if not isinstance(text, str) or (not text and not may_be_empty):
        raise Invalid("invalid_input", f"{field} must be a text", field=field)
    return text


def _lang(line: Mapping[str, Any]) -> Lang:
    try:
        return Lang(_text(line, "lang"))
    except ValueError as error:
        raise Invalid("invalid_input", "lang must be zh or en", field="lang") from error


def _now(line: Mapping[str, Any]) -> datetime:
    try:
        now = datetime.fromisoformat(_text(line, "now"))
    except ValueError as error:
        raise Invalid("invalid_input", "now must be an instant such as 2026-03-10T12:00:00+08:00") from error
    if now.tzinfo is None:
        raise Invalid("invalid_input", "now must name its offset from UTC", field="now")
    return now
