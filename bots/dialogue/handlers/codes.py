"""Four digits that a person types back, so that nothing grave happens by a slip of the keys."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from bots.dialogue.questions import Question, QuestionKind
from bots.dialogue.speaking import Turn

CODE_LASTS = timedelta(minutes=10)
_CODE = re.compile(r"[0-9]{4}")


def new_code() -> str:
    """Return four random digits that cannot be read as an answer by number."""
    return f"{secrets.randbelow(9000) + 1000}"


def code_typed(turn: Turn, kind: QuestionKind) -> str:
    """Return the four digits that answer a question of this kind, empty when the message is something else."""
    is_asked = turn.question is not None and turn.question.kind is kind
    text = turn.heard.plain.strip().rstrip("。.! ")
    return text if is_asked and turn.incoming.event is None and _CODE.fullmatch(text) else ""


def is_in_time(turn: Turn) -> bool:
    """Tell whether the code of the question can still be typed."""
    since = turn.question.facts["since"] if turn.question else ""
    return bool(since) and turn.incoming.at - datetime.fromisoformat(since) < CODE_LASTS


def after_wrong_try(question: Question, *, most: int) -> Question | None:
    """Return the question for another try, None after the last one; its clock goes on."""
    tries = question.facts["tries"] + 1
    return replace(question, facts={**question.facts, "tries": tries}) if tries < most else None
