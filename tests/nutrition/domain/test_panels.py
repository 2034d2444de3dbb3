"""A panel is checked by itself, and becomes a label as our tables mean it."""

from __future__ import annotations

import pytest

from nutrition.domain.packets import label_of
from nutrition.domain.panels import (
    Finding,
    Panel,
    PanelColumn,
    Per,
    Problem,
    panel_from_plain,
    plain_panel,
    problems_of,
)

SOUND = {"energy_kj": 1850.0, "protein_g": 6.5, "fat_g": 18.0, "carbohydrate_g": 62.3, "sodium_mg": 455.0}


def panel(*, per: Per | None = Per.HUNDRED_GRAMS, serving: float | None = None, **amounts: float) -> Panel:
    return Panel(columns=(PanelColumn(per=per, amounts=SOUND | amounts),), serving=serving)


def test_a_sound_panel_has_no_problem() -> None:
    assert list(problems_of(panel())) == []


@pytest.mark.parametrize(
    ("told", "finding"),
    [
        (panel(energy_kj=185.0), Finding(Problem.ENERGY_UNLIKE_PARTS, "energy_kj")),
        (panel(energy_kcal=1850.0), Finding(Problem.ENERGIES_DIFFER, "energy_kj")),
        (panel(sugars_g=70.0), Finding(Problem.PART_ABOVE_WHOLE, "sugars_g")),
        (panel(saturated_fat_g=19.0), Finding(Problem.PART_ABOVE_WHOLE, "saturated_fat_g")),
        (panel(protein_g=650.0), Finding(Problem.TOO_MUCH, "protein_g")),
        (panel(per=None), Finding(Problem.PER_UNKNOWN)),
        (panel(per=Per.SERVING), Finding(Problem.SERVING_UNKNOWN)),
        (Panel(columns=()), Finding(Problem.NOTHING_READ)),
        (Panel(columns=(PanelColumn(per=Per.HUNDRED_GRAMS, amounts={"fat_g": 1.0}),)), Finding(Problem.ENERGY_MISSING)),
    ],
    ids=lambda value: value.problem.value if isinstance(value, Finding) else "",
)
def test_what_does_not_fit_is_named(told: Panel, finding: Finding) -> None:
    assert finding in list(problems_of(told))


def test_a_share_that_is_not_of_its_amount_is_named() -> None:
    told = Panel(columns=(PanelColumn(per=Per.HUNDRED_GRAMS, amounts=SOUND, percents={"fat_g": 3, "sodium_mg": 23}),))

    assert list(problems_of(told)) == [Finding(Problem.PERCENT_UNLIKE_AMOUNT, "fat_g")]


def test_columns_of_different_foods_are_named() -> None:
    serving = {name: amount * 0.3 for name, amount in SOUND.items()} | {"fat_g": 18.0}
    columns = (PanelColumn(per=Per.HUNDRED_GRAMS, amounts=SOUND), PanelColumn(per=Per.SERVING, amounts=serving))

    found = list(problems_of(Panel(columns=columns, serving=30)))

    assert Finding(Problem.COLUMNS_DIFFER, "fat_g") in found
    assert Finding(Problem.COLUMNS_DIFFER, "sodium_mg") not in found


def test_fibre_explains_energy_that_the_parts_alone_do_not() -> None:
    bran = {"energy_kcal": 216.0, "protein_g": 16.0, "fat_g": 4.0, "carbohydrate_g": 22.0, "fibre_g": 43.0}

    assert list(problems_of(Panel(columns=(PanelColumn(per=Per.HUNDRED_GRAMS, amounts=bran),)))) == []


def test_a_chinese_label_counts_kcal_and_carbohydrate_with_fibre() -> None:
    label = label_of(panel(fibre_g=4.0))

    assert label.amounts["ENERC_KCAL"] == pytest.approx(442.2)
    assert (label.amounts["CHOCDF"], label.amounts["FIBTG"], label.amounts["NA"]) == (66.3, 4.0, 455.0)
    assert not label.is_per_portion


def test_an_american_label_counts_fibre_already() -> None:
    amounts = {"energy_kcal": 230.0, "carbohydrate_g": 37.0, "fibre_g": 4.0, "added_sugars_g": 10.0}
    told = Panel(columns=(PanelColumn(per=Per.SERVING, amounts=amounts),), serving=55, counts_fibre=True)

    label = label_of(told)

    assert label.is_per_portion
    assert label.amounts == {"ENERC_KCAL": 230.0, "CHOCDF": 37.0, "FIBTG": 4.0}


def test_european_salt_is_sodium() -> None:
    assert label_of(Panel(columns=(PanelColumn(per=Per.HUNDRED_GRAMS, amounts={"salt_g": 0.85}),))).amounts == {
        "NA": 340.0
    }


def test_the_column_of_100_g_is_counted_with() -> None:
    columns = (
        PanelColumn(per=Per.SERVING, amounts={"fat_g": 5.4}),
        PanelColumn(per=Per.HUNDRED_GRAMS, amounts={"fat_g": 18.0}),
    )

    assert label_of(Panel(columns=columns, serving=30)).amounts == {"FAT": 18.0}


@pytest.mark.parametrize("told", [Panel(columns=()), panel(per=None)])
def test_a_panel_that_does_not_say_of_how_much_is_no_label(told: Panel) -> None:
    with pytest.raises(ValueError, match="of how much"):
        label_of(told)


def test_a_panel_comes_back_from_its_plain_form() -> None:
    told = Panel(
        columns=(PanelColumn(per=None, amounts=SOUND, percents={"fat_g": 30}),), serving=30.5, counts_fibre=True
    )

    assert panel_from_plain(plain_panel(told)) == told
