"""The bar code beside the dish: a packet on a photo of a meal is offered as its product."""

from __future__ import annotations

from dataclasses import replace

from meum.files.photos import MAX_SIDE, opened
from meum.kernel.errors import MeumError
from meum.people.models import Person
from nutrition.catalogue.search import FoodHit, foods_of_gtin
from nutrition.domain.dishes import Finding, Guess, Recognition
from nutrition.vision.labels.bars import NEAR_SIDE, gtin_in


def with_products(seen: Recognition, *, content: bytes, person: Person) -> Recognition:
    """Return what a photo shows, the products of its bar code first: a person's own, then the catalogue's.

    What the engine took it for stays behind them only where it was sure, and nothing is remembered of its looks: bars
    tell a packet, its print does not. Without bars, or a product that has them, it is returned as it is.
    """
    products = [_guess(hit) for hit in _products(seen, content, person)]
    if not products:
        return seen
    dishes = seen.guesses if seen.finding is Finding.DISHES else ()
    return replace(seen, is_food=True, is_known=True, guesses=(*products, *dishes), imprint=None)


def _products(seen: Recognition, content: bytes, person: Person) -> list[FoodHit]:
    # Where a dish is surely seen only bars held to the camera count: every pixel of a large photo takes thrice as long.
    side = NEAR_SIDE if seen.finding is Finding.DISHES else MAX_SIDE
    try:
        gtin = gtin_in(opened(content, side=side))
    except MeumError:
        # No reader is installed, or none of the picture can be read: the dish is told all the same.
        return []
    return foods_of_gtin(gtin=gtin, person=person) if gtin else []


def _guess(hit: FoodHit) -> Guess:
    """Return a product as what a photo may show; it has no code, as no engine knows it."""
    return Guess(code="", food=hit.key, probability=hit.score)
