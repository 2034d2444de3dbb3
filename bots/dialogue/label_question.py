"""What was read of nutrition labels, as questions: what the food is called, and whether it is to be kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import joined
from bots.nlu.labels import NameTold
from meum.language.measure_names import measure_name
from nutrition.domain.panels import ENERGY_KJ, FIELDS, SALT, SODIUM_MG_A_GRAM_OF_SALT, Panel, energy_kcal_of
from nutrition.panel_phrases import name_of_field, sentence_of
from nutrition.queries import PacketRead, is_met_again

_SHOWN = ("protein_g", "fat_g", "carbohydrate_g", "sodium_mg")


def label_reply(turn: Turn, packet: PacketRead) -> Reply:
    """Show what was read of a label that can be kept, with what does not fit, and ask what it is called."""
    question = Question(
        kind=QuestionKind.LABEL_NAME,
        choices=name_choices(turn),
        asked_at=turn.incoming.at,
        facts={"packet": str(packet.id)},
    )
    assert packet.panel is not None  # it can be kept
    told = joined(turn.lang, _told(turn, packet.panel))
    lines = [turn.say("label.read", per=per_text(turn, packet.panel), told=told)]
    lines += [sentence_of(finding, turn.lang) for finding in packet.problems[:1]]
    lines += [turn.say("label.bars", gtin=packet.gtin)] if packet.gtin else []
    return asking(*lines, turn.say("label.name"), question=question)


def keep_reply(turn: Turn, packet: PacketRead, told: NameTold) -> Reply:
    """Ask whether a label is to be kept under a name."""
    name = turn.as_typed(told.name)
    portion = told.portion
    facts = {
        "packet": str(packet.id),
        "name": name,
        "unit": portion.unit if portion else "",
        "grams": portion.grams if portion else None,
    }
    question = Question(
        kind=QuestionKind.KEEP_LABEL, choices=keep_choices(turn), asked_at=turn.incoming.at, facts=facts
    )
    return asking(keep_sentence(turn, packet, facts), question=question)


def keep_sentence(turn: Turn, packet: PacketRead, facts: Mapping[str, object]) -> str:
    """Return the question whether a label is to be kept, with its name, energy and portion."""
    panel = packet.panel
    assert panel is not None  # it can be kept
    assert panel.best is not None  # as above
    kcal = round(energy_kcal_of(panel.best.amounts) or 0.0)
    said = {"name": facts["name"], "per": per_text(turn, panel), "kcal": kcal}
    if facts["grams"] is None:
        return turn.say("label.keep", **said)
    unit = str(facts["unit"])
    unit = measure_name(unit, quantity=1, lang=turn.lang) if unit else turn.say("label.portion")
    return turn.say("label.keep.portion", **said, unit=unit, grams=turn.say("grams", value=f"{facts['grams']:g}"))


def name_choices(turn: Turn) -> tuple[Choice, ...]:
    """Return the answer to what it is called that is no name."""
    return numbered(none=turn.say("label.name.none"))


def keep_choices(turn: Turn) -> tuple[Choice, ...]:
    """Return yes and no."""
    return numbered(turn.say("label.keep.yes"), none=turn.say("label.name.none"))


def unreadable_reply(turn: Turn, packet: PacketRead | None = None) -> Reply:
    """Say that a label was not read in full, what was missing, what to photograph better, and that words work."""
    found = packet.problems[:1] if packet else ()
    problems = (sentence_of(finding, turn.lang) for finding in found)
    return Reply((turn.say("label.unreadable"), *problems, turn.say("label.words")))


def bars_reply(turn: Turn, packet: PacketRead) -> Reply:
    """Say that nobody knows a bar code, and ask for the label the first time."""
    unknown = turn.say("label.bars.unknown", gtin=packet.gtin)
    is_again = is_met_again(owner=turn.person, packet=packet)
    return Reply((unknown, turn.say("label.words" if is_again else "label.bars.how")))


def per_text(turn: Turn, panel: Panel) -> str:
    """Return of how much food the figures of a panel are."""
    assert panel.best is not None  # it can be kept
    return turn.say(f"label.of.{panel.best.per}", grams=f"{panel.serving or 0:g}")


def packet_id_of(question: Question) -> UUID:
    """Return the packet that a question is about."""
    return UUID(question.facts["packet"])


def _told(turn: Turn, panel: Panel) -> Iterator[str]:
    """Yield energy, protein, fat, carbohydrate and sodium, as far as the panel tells them."""
    assert panel.best is not None  # it can be kept
    amounts = dict(panel.best.amounts)
    if SALT in amounts:
        amounts.setdefault("sodium_mg", amounts[SALT] * SODIUM_MG_A_GRAM_OF_SALT)
    kcal, kj = energy_kcal_of(amounts), amounts.get(ENERGY_KJ)
    if kcal is not None:
        yield turn.say("label.energy.kj" if kj else "label.energy", kcal=round(kcal), kj=f"{kj or 0:g}")
    for name in _SHOWN:
        if name in amounts:
            amount = turn.say(f"unit.{FIELDS[name].unit}", value=f"{amounts[name]:g}")
            yield turn.say("label.figure", name=name_of_field(name, turn.lang), amount=amount)
