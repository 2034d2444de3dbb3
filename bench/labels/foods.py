"""Foods that nobody sells: what 100 g hold, drawn by chance within what real packets have."""

from __future__ import annotations

import random
from dataclasses import dataclass

# By kind: (low, high) of protein, fat and carbohydrate in g and of sodium in mg per 100 g, and whether it is drunk.
_KINDS = {
    "biscuit": ((5, 9), (12, 28), (58, 70), (150, 620), False),
    "yoghurt": ((2.4, 4.6), (0, 4.5), (4, 15), (35, 90), False),
    "noodles": ((7, 11), (14, 22), (55, 64), (900, 2600), False),
    "drink": ((0, 1), (0, 0), (2, 12), (0, 40), True),
    "milk": ((2.9, 3.8), (0, 4.2), (4.5, 5.2), (40, 70), True),
    "crisps": ((4, 8), (26, 38), (48, 58), (350, 900), False),
    "sauce": ((2, 12), (0, 45), (5, 30), (1500, 6400), False),
    "meat": ((10, 38), (3, 32), (0, 20), (600, 1900), False),
    "cereal": ((7, 13), (2, 9), (60, 80), (10, 500), False),
    "sweets": ((0, 6), (0, 35), (50, 98), (0, 180), False),
    "nuts": ((14, 26), (42, 60), (8, 24), (0, 420), False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What 100 g (of a drink 100 ml) hold, in g, minerals and cholesterol in mg; carbohydrate is without fibre."""

    is_drink: bool
    protein: float
    fat: float
    saturated: float
    trans: float
    cholesterol: float
    carbohydrate: float
    sugars: float
    fibre: float
    sodium: float
    calcium: float
    iron: float
    potassium: float
    serving: float
    """Grams, of a drink millilitres, that the packet calls a serving."""

    def energy(self, *, protein: float, fat: float, carbohydrate: float, fibre: float) -> float:
        """Return the energy of 100 g by such factors."""
        return self.protein * protein + self.fat * fat + self.carbohydrate * carbohydrate + self.fibre * fibre


def draw_food(chance: random.Random) -> Packed:
    """Return a food by chance."""
    protein, fat, carbohydrate, sodium, is_drink = _KINDS[chance.choice(sorted(_KINDS))]
    fat_g, carbohydrate_g = chance.uniform(*fat), chance.uniform(*carbohydrate)
    return Packed(
        is_drink=is_drink,
        protein=chance.uniform(*protein),
        fat=fat_g,
        saturated=fat_g * chance.uniform(0.1, 0.6),
        trans=0.0 if chance.random() < 0.7 else fat_g * chance.uniform(0, 0.03),
        cholesterol=chance.choice((0.0, 0.0, chance.uniform(3, 90))),
        carbohydrate=carbohydrate_g,
        sugars=carbohydrate_g * chance.uniform(0.02, 0.95),
        fibre=chance.choice((0.0, chance.uniform(0.5, 9))) if not is_drink else 0.0,
        sodium=chance.uniform(*sodium),
        calcium=chance.choice((0.0, chance.uniform(15, 400))),
        iron=chance.choice((0.0, chance.uniform(0.3, 9))),
        potassium=chance.uniform(30, 600),
        serving=float(
            chance.choice((200, 250, 330, 500) if is_drink else (12, 15, 20, 25, 28, 30, 40, 45, 55, 85, 100))
        ),
    )
