"""A body that gains and loses, to test estimates of expenditure on: glycogen, water, adaptation, lean and fat tissue.

The model of Hall (2010, Am J Physiol Endocrinol Metab 298:E449; Hall et al. 2011, Lancet 378:826, appendix), in steps
of a quarter of a day. The estimator of `nutrition/domain/expenditure.py` shares nothing with it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from nutrition.domain.targets import Sex

_GLYCOGEN_KG, _WATER_OF_GLYCOGEN = 0.5, 2.7
_KCAL_OF_GLYCOGEN, _KCAL_OF_LEAN, _KCAL_OF_FAT = 4206.5, 1816.0, 9441.0
_SODIUM_MG_L, _SODIUM_LOST, _SODIUM_OF_INTAKE = 3220.0, 3000.0, 4000.0
_ADAPTATION, _ADAPTATION_DAYS, _EATING = 0.14, 14.0, 0.1
_LEAN_KCAL, _FAT_KCAL, _GROWING_LEAN, _GROWING_FAT = 22.0, 3.1, 229.0, 179.0
_CARBOHYDRATE = 0.5
"""Share of the energy eaten that is carbohydrate, the same every day."""
_STEPS = 4
_FORBES_KG = 10.4 * _KCAL_OF_LEAN / _KCAL_OF_FAT


@dataclass(kw_only=True)
class LivingBody:
    """A body in balance at `weight_kg`, whose expenditure there is `kcal`, of which `resting_kcal` at rest."""

    sex: Sex
    age_years: float
    height_cm: float
    weight_kg: float
    kcal: float
    resting_kcal: float
    fat_kg: float = field(init=False)
    lean_kg: float = field(init=False)
    water_l: float = field(init=False)
    glycogen_kg: float = field(init=False, default=_GLYCOGEN_KG)
    adaptation: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        """Set out the tissues of the weight, and the constant that makes the balance."""
        metres = self.height_cm / 100
        bmi = self.weight_kg / metres**2
        if self.sex is Sex.MALE:
            share = 0.14 * self.age_years + 37.31 * math.log(bmi) - 103.94
            self.water_l = 0.025 * self.age_years + 9.57 * metres + 0.191 * self.weight_kg - 12.4
        else:
            share = 0.14 * self.age_years + 39.96 * math.log(bmi) - 102.01
            self.water_l = -4.0 + 5.98 * metres + 0.167 * self.weight_kg
        self.fat_kg = max(0.05, share / 100) * self.weight_kg
        self.lean_kg = self.weight_kg - self.fat_kg - self.water_l - (1 + _WATER_OF_GLYCOGEN) * _GLYCOGEN_KG
        self._water_at_rest = self.water_l
        self._moving = max(0.0, 0.9 * self.kcal - self.resting_kcal) / self.weight_kg
        self._constant = self.kcal - _LEAN_KCAL * self.lean_kg - _FAT_KCAL * self.fat_kg - self._moving * self.weight_kg

    @property
    def mass_kg(self) -> float:
        """Return what a scale would show that makes no error."""
        return self.lean_kg + self.fat_kg + self.water_l + (1 + _WATER_OF_GLYCOGEN) * self.glycogen_kg

    def live(self, eaten_kcal: float, *, sodium_mg: float = 0.0, moving: float = 1.0) -> float:
        """Let a day pass with so much food, and sodium beyond the usual; return the kcal spent.

        `moving` tells how much the body moved: 1 is as much as at the start.
        """
        return sum(self._live(eaten_kcal, sodium_mg, moving) for _ in range(_STEPS)) / _STEPS

    def _live(self, eaten_kcal: float, sodium_mg: float, moving: float) -> float:
        glycogen, share = self._of_glycogen(eaten_kcal), self._share_of_lean
        spent = self._spent(eaten_kcal, glycogen, moving)
        left = eaten_kcal - spent - glycogen
        lost = _SODIUM_LOST * (self.water_l - self._water_at_rest) + _SODIUM_OF_INTAKE * (1 - eaten_kcal / self.kcal)
        self.water_l += (sodium_mg - lost) / _SODIUM_MG_L / _STEPS
        self.glycogen_kg += glycogen / _KCAL_OF_GLYCOGEN / _STEPS
        self.adaptation += (_ADAPTATION * (eaten_kcal - self.kcal) - self.adaptation) / _ADAPTATION_DAYS / _STEPS
        self.lean_kg += share * left / _KCAL_OF_LEAN / _STEPS
        self.fat_kg += (1 - share) * left / _KCAL_OF_FAT / _STEPS
        return spent

    @property
    def _share_of_lean(self) -> float:
        return _FORBES_KG / (_FORBES_KG + self.fat_kg)

    def _of_glycogen(self, eaten_kcal: float) -> float:
        return _CARBOHYDRATE * (eaten_kcal - self.kcal * (self.glycogen_kg / _GLYCOGEN_KG) ** 2)

    def _spent(self, eaten_kcal: float, glycogen: float, moving: float) -> float:
        growing = _GROWING_LEAN * self._share_of_lean / _KCAL_OF_LEAN
        growing += _GROWING_FAT * (1 - self._share_of_lean) / _KCAL_OF_FAT
        return (self._standing(eaten_kcal, moving) + growing * (eaten_kcal - glycogen)) / (1 + growing)

    def _standing(self, eaten_kcal: float, moving: float) -> float:
        tissue = self._constant + _LEAN_KCAL * self.lean_kg + _FAT_KCAL * self.fat_kg
        moved = self._moving * moving * self.mass_kg
        return tissue + moved + _EATING * (eaten_kcal - self.kcal) + self.adaptation
