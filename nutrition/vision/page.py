"""The card of a model as a page to read; the command that trains writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nutrition.vision.card import Card
from nutrition.vision.dishes import dishes

_PARTS = {
    "val": "Photos kept apart, of the sources that it was trained on",
    "dishes": "Dishes, on photos of another source than the one they were learned from",
    "f101": "Western dishes on sharp photos, learned from photos of 64 pixels",
    "fruit": "Fruit and vegetables on shelves, learned on trays or beside a coin",
}
_COLUMNS = (
    "source",
    "photos",
    "first right",
    "among five",
    "confidence",
    "calibration error",
    "plain: first",
    "plain: five",
)
_INTRODUCTION = """## Figures

Shares of photos; the confidence is the mean probability of the first dish. The last two columns are of a logistic
regression on features of ImageNet, trained on the same photos: what fine-tuning starts from."""
_ACROSS = """## Figures across sources

People's photos come from none of these sources. These figures are of a twin: trained in the same way, but never on
these dishes in photos of these sources, and without 28 dishes at all (`--hold-out bench/data/photos_held_out.csv`)."""


def page_of(card: Card) -> str:
    """Return the page, in Markdown."""
    return "\n\n".join([_HEAD, _what(card), _made(card), _photos(card), *_figures(card), _LIMITS, _codes(card)]) + "\n"


_HEAD = """# The classifier of food photos

Written by `manage.py train_food_classifier` from the card of the model, `nutrition/vision/bundle/food_photos.json`.

**What it is for.** Research and demonstration. It was trained on photos of research data sets, several of which allow
no commercial use or tell no licence at all; the licence of Meum's code does not cover it. Who wants to use it otherwise
trains a model on photos of their own with the same command ([how](../how-to/train-on-your-own-photos.md))."""

_LIMITS = """## Limits

- It knows the dishes named below and no others. What it does not know it should call unknown, and often does not.
- Photos of other cameras, plates and kitchens than those of its sources are named right far less often than the photos
  kept apart from the same sources; the figures across sources tell how much less.
- Each photo is taken for one dish: the middle square is looked at.
- It tells nothing of amounts, of what is hidden in a dish, or of allergens. Nothing is logged before a person
  agreed."""


def _what(card: Card) -> str:
    rules = card.rules
    return (
        f"EfficientNet-Lite0 at {card.side} pixels; "
        "three views of each photo: as it is, mirrored, and shrunk to 64 pixels. "
        f"{len(card.codes)} dishes, a second head for food or no food, and an embedding of 1280 numbers "
        f"(`{card.embedder}`). Model file: SHA-256 `{card.sha256}`.{_looks(card)}\n\n"
        f"A dish is named from a probability of {rules.least_dish:g}, a group of dishes from {rules.least_group:g}; "
        "below both the answer is “I don't know this one”, and the five likeliest dishes are still there to choose "
        "from. "
        f"Below {rules.least_food:g} a photo is taken for no food. Logits are divided by {rules.temperature:g}."
    )


def _looks(card: Card) -> str:
    if not card.looks_sha256:
        return ""
    return f" How the dishes look on average, to tell dishes of people's own apart: SHA-256 `{card.looks_sha256}`."


def _made(card: Card) -> str:
    made = card.facts["made"]
    rows = [(name.replace("_", " "), f"`{value}`" if name == "command" else value) for name, value in made.items()]
    return "## How it was made\n\n" + _table(("what", "value"), rows)


def _photos(card: Card) -> str:
    rows = [tuple(row.values()) for row in card.facts["photos"]]
    return "## Photos\n\n" + _table(("source", "licence", "to train on", "kept for figures"), rows)


def _figures(card: Card) -> Iterable[str]:
    yield _INTRODUCTION
    yield from _parts(card.facts["figures"])
    if card.facts["across"]:
        yield _ACROSS
        yield from _parts(card.facts["across"])


def _parts(rows: Sequence[Mapping[str, Any]]) -> Iterable[str]:
    for part in dict.fromkeys(row["part"] for row in rows):
        of_part = [row for row in rows if row["part"] == part]
        of_dishes = [tuple(row.values())[1:] for row in of_part if "source" in row]
        yield f"### {_PARTS.get(part, part)}\n\n{_table(_COLUMNS, of_dishes)}"
        yield from (_of_food(row) for row in of_part if "source" not in row)


def _of_food(row: Mapping[str, Any]) -> str:
    return (
        f"Of {row['photos']} photos: no food taken for food {row['non_food_accepted']:.1%}, "
        f"food taken for none {row['food_rejected']:.1%}."
    )


def _codes(card: Card) -> str:
    known = dishes()
    names = {code: (known[code].zh, known[code].en) if code in known else card.names[code] for code in card.codes}
    listed = "; ".join(f"`{code}` {zh} {en}" for code, (zh, en) in names.items())
    return f"## Dishes\n\n{listed}."


def _table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) and abs(value) <= 1 else str(value)
