"""What was put on the skin or left out: 用了防晒和面霜, 早C晚A, 没涂防晒, "skipped sunscreen"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from meum.language.sentences import Sentence, Span, overlaps
from meum.language.times import DayPart, Moment
from skincare.domain import LONGEST_PRODUCT, ApplicationDraft, PartOfDay, Step
from skincare.reading import words

_MORNING = {DayPart.MORNING, DayPart.FORENOON}
_ACTIVES = {Step.RETINOID, Step.VITAMIN_C}
_BASES = {Step.SERUM, Step.ESSENCE, Step.MOISTURISER}


@dataclass(frozen=True, slots=True)
class FoundStep:
    """Hold one step with the span it used."""

    draft: ApplicationDraft
    span: Span


@dataclass(frozen=True, slots=True)
class _Product:
    step: Step
    span: Span
    slot: str = ""


def steps_in(sentence: Sentence, statement: Span) -> list[FoundStep]:
    """Return the steps of a statement in their order; what is bought or eaten is none."""
    text = sentence.text
    if words.BUYING.search(text, *statement):
        return []
    products = sorted(_products(text, statement), key=lambda product: (product.span[0], -product.span[1]))
    return [_found(sentence, statement, product) for product in _joined(text, products)]


def _products(text: str, statement: Span) -> Iterator[_Product]:
    for match in words.C_AND_A.finditer(text, *statement):
        middle = text.index("晚", match.start())
        yield _Product(Step.VITAMIN_C, (match.start(), middle), PartOfDay.MORNING)
        yield _Product(Step.RETINOID, (middle, match.end()), PartOfDay.EVENING)
    for step, pattern in words.STEPS.items():
        for match in pattern.finditer(text, *statement):
            is_supplement = step is Step.VITAMIN_C and bool(words.EATING.search(text, *statement))
            if not is_supplement:
                yield _Product(step, match.span())


def _joined(text: str, products: list[_Product]) -> list[_Product]:
    """Leave out what lies in a longer word, and join words that stand together: 烟酰胺精华, "retinol serum"."""
    joined: list[_Product] = []
    for product in products:
        latest = joined[-1] if joined else None
        if latest and overlaps(product.span, [latest.span]):
            continue
        if latest and not latest.slot and not text[latest.span[1] : product.span[0]].strip(" "):
            joined[-1] = _Product(_step_of_both(latest.step, product.step), (latest.span[0], product.span[1]))
        else:
            joined.append(product)
    return joined


def _step_of_both(first: Step, last: Step) -> Step:
    """Take the last word (水杨酸洁面 is a cleanser), unless an active only has its base named (A醇面霜)."""
    is_active = first in _ACTIVES and last in _BASES
    return first if is_active or (last is Step.SERUM and first in (Step.EXFOLIANT, Step.TREATMENT)) else last


def _found(sentence: Sentence, statement: Span, product: _Product) -> FoundStep:
    text, (start, end) = sentence.text, product.span
    stopped = words.STOPPED.search(text, max(statement[0], start - 12), start)
    draft = ApplicationDraft(
        step=product.step.value,
        product=sentence.quote(start, end)[:LONGEST_PRODUCT],
        slot=product.slot or _slot(sentence, statement, product.span),
        is_skipped=bool(stopped) or sentence.is_denied(start, end),
    )
    cues = [(denial.start, denial.end) for denial in sentence.denials if denial.covers(start, end)]
    spans = [product.span, *cues, *([stopped.span()] if stopped else [])]
    return FoundStep(draft, (min(begin for begin, _ in spans), max(end for _, end in spans)))


def _slot(sentence: Sentence, statement: Span, span: Span) -> str:
    """Return the part of the day told nearest before a product, else the first one after it."""
    told = [m for m in sentence.moments if m.part and statement[0] <= m.start and m.end <= statement[1]]
    before = [moment for moment in told if moment.start <= span[0]]
    after = [moment for moment in told if moment.start > span[0]]
    chosen: Moment | None = before[-1] if before else after[0] if after else None
    if chosen is None or chosen.part is None:
        return ""
    if chosen.part in _MORNING:
        return PartOfDay.MORNING
    return PartOfDay.EVENING if chosen.part is DayPart.EVENING else ""
