"""The nutrient table keeps its positions for ever."""

from __future__ import annotations

import pytest

from meum.domain.languages import Lang
from nutrition.catalogue.nutrients import NUTRIENTS, SIZE, amounts_of, nutrient, position_of, vector_of


@pytest.mark.parametrize(
    ("tagname", "position"),
    [("ENERC_KCAL", 0), ("PROCNT", 3), ("NA", 13), ("VITA_RAE", 23), ("CAFFN", 39), ("THEBRN", 149), ("F19D0", 153)],
)
def test_a_nutrient_keeps_the_position_it_was_first_given(tagname: str, position: int) -> None:
    assert position_of(tagname) == position


def test_every_tagname_is_there_once() -> None:
    assert len({one.tagname for one in NUTRIENTS}) == SIZE


def test_a_nutrient_is_called_by_its_name_in_each_language() -> None:
    iron = nutrient("FE")

    assert (iron.name(Lang.ZH), iron.name(Lang.EN), iron.unit) == ("铁", "Iron", "mg")


def test_a_vector_tells_unknown_from_zero() -> None:
    vector = vector_of({"ENERC_KCAL": 89, "FAT": 0, "FE": None})

    assert amounts_of(vector) == {"ENERC_KCAL": 89.0, "FAT": 0.0}


@pytest.mark.parametrize("amount", [-0.1, float("inf"), float("nan")])
def test_an_amount_that_cannot_be_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="ENERC_KCAL must be a finite amount"):
        vector_of({"ENERC_KCAL": amount})


def test_an_unknown_tagname_is_refused() -> None:
    with pytest.raises(ValueError, match="no nutrient has the tagname 'ENERGY'"):
        position_of("ENERGY")
