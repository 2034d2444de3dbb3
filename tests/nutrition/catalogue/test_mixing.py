"""What a dish contains, from its parts, against values worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from meum.domain.nutrients import NutrientVector
from nutrition.catalogue.mixing import mixed
from nutrition.catalogue.nutrients import SIZE, amounts_of, position_of
from tests.nutrition.catalogue.drafts import draft

WATER = draft("14411", source="sr28", amounts={"ENERC_KCAL": 0, "WATER": 99.9})
MILLET = draft("20031", source="sr28", amounts={"ENERC_KCAL": 378, "WATER": 8.7, "FE": 3.0})


def test_porridge_is_millet_thinned_by_water() -> None:
    porridge = mixed([(MILLET, 60), (WATER, 480)], cooked_g=500)

    amounts = amounts_of(porridge)

    assert amounts["ENERC_KCAL"] == pytest.approx(45.36)
    assert amounts["FE"] == pytest.approx(0.36)


def test_what_boils_away_is_water() -> None:
    thin, thick = (mixed([(MILLET, 60), (WATER, 480)], cooked_g=done) for done in (540, 400))

    water = position_of("WATER")

    assert thin.amounts[water] * 5.4 - thick.amounts[water] * 4 == pytest.approx(140)


def test_a_nutrient_that_a_real_part_lacks_is_unknown_in_the_dish() -> None:
    sugar = draft("19335", source="sr28", amounts={"ENERC_KCAL": 387, "WATER": 0})

    dish = mixed([(MILLET, 50), (sugar, 50)])

    assert np.isnan(dish.amounts[position_of("FE")])


def test_water_without_a_figure_makes_nothing_unknown() -> None:
    assert amounts_of(mixed([(MILLET, 50), (WATER, 50)]))["FE"] == pytest.approx(1.5)


def test_more_water_than_there_is_cannot_go() -> None:
    with pytest.raises(ValueError, match="more water would go than there is"):
        mixed([(MILLET, 60), (WATER, 100)], cooked_g=20)


def test_water_that_nobody_knows_of_forbids_no_weight() -> None:
    bar = draft("1", amounts={"ENERC_KCAL": 400})

    assert amounts_of(mixed([(bar, 100)], cooked_g=80)) == {"ENERC_KCAL": 500}


def test_a_glass_of_water_alone_is_water() -> None:
    assert amounts_of(mixed([(WATER, 200)]))["ENERC_KCAL"] == 0


def test_a_trace_in_one_part_and_nothing_in_the_others_is_a_trace() -> None:
    traced = NutrientVector.unknown(SIZE)
    traced.amounts[:], traced.trace[position_of("VITC")] = 0.0, True

    dish_of_both = mixed([(draft("tea", nutrients=traced), 50), (draft("sugar", nutrients=_nothing()), 50)])

    assert dish_of_both.trace.nonzero()[0].tolist() == [position_of("VITC")]


def _nothing() -> NutrientVector:
    return NutrientVector(np.zeros(SIZE), np.zeros(SIZE, dtype=bool))
