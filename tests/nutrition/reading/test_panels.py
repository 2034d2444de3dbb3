"""Words with their places become the panel that was printed."""

from __future__ import annotations

import math

import pytest

from nutrition.domain.panels import Panel, Per
from nutrition.reading.panels import Word, are_upright, read_panel, turned
from nutrition.reading.panels.figures import amount_of, plain
from nutrition.reading.panels.names import nearly_named
from tests.factories.packets import PANEL, words_of

CHINESE = {"energy_kj": 1850.0, "protein_g": 6.5, "fat_g": 18.0, "carbohydrate_g": 62.3, "sodium_mg": 455.0}


def only_column(panel: Panel) -> dict[str, float]:
    [column] = panel.columns
    return dict(column.amounts)


def test_a_chinese_panel_of_100_g_is_read_with_its_shares() -> None:
    panel = read_panel(words_of(*PANEL))

    assert only_column(panel) == CHINESE
    assert panel.columns[0].per is Per.HUNDRED_GRAMS
    assert panel.columns[0].percents["energy_kj"] == 22


@pytest.mark.parametrize("slope", [-0.15, -0.05, 0.05, 0.15])
def test_a_photo_held_at_an_angle_keeps_its_rows(slope: float) -> None:
    assert only_column(read_panel(words_of(*PANEL, slope=slope))) == CHINESE


def test_units_may_stand_behind_the_names() -> None:
    panel = read_panel(
        words_of(
            ("项目", "每100ml", "NRV%"), ("能量(千焦)", "180", "2%"), ("蛋白质(克)", "0.0"), ("钠/Sodium(mg)", "15")
        )
    )

    assert only_column(panel) == {"energy_kj": 180, "protein_g": 0, "sodium_mg": 15}
    assert panel.columns[0].per is Per.HUNDRED_MILLILITRES


def test_two_columns_are_kept_apart() -> None:
    panel = read_panel(
        words_of(
            ("项目", "每100g", "每份(30g)", "NRV%"),
            ("能量", "1850kJ", "555kJ", "7%"),
            ("蛋白质", "6.5g", "2.0g", "3%"),
            ("糖", "", "1.2g"),
        )
    )

    assert [(column.per, dict(column.amounts)) for column in panel.columns] == [
        (Per.HUNDRED_GRAMS, {"energy_kj": 1850, "protein_g": 6.5}),
        (Per.SERVING, {"energy_kj": 555, "protein_g": 2.0, "sugars_g": 1.2}),
    ]
    assert panel.serving == 30


def test_running_text_is_read_across_its_lines() -> None:
    panel = read_panel(
        words_of(
            "营养成分表（每份85g）：能量1157kJ，NRV 14%；蛋白质9.5g，",
            "NRV 16%；脂肪19.4g，NRV 32%；碳水化合物",
            "16.3g，NRV 5%；钠2024mg，NRV 101%。",
        )
    )

    assert only_column(panel) == {
        "energy_kj": 1157,
        "protein_g": 9.5,
        "fat_g": 19.4,
        "carbohydrate_g": 16.3,
        "sodium_mg": 2024,
    }
    assert (panel.serving, panel.columns[0].per) == (85, Per.SERVING)


def test_an_american_panel_is_of_a_serving() -> None:
    panel = read_panel(
        words_of(
            "Nutrition Facts",
            "8 servings per container",
            ("Serving size", "2/3 cup (55g)"),
            "Amount per serving",
            ("Calories", "230"),
            ("", "% Daily Value*"),
            ("Total Fat 8g", "10%"),
            ("Saturated Fat 1g", "5%"),
            ("Sodium 160mg", "7%"),
            ("Total Carbohydrate 37g", "13%"),
            ("Dietary Fiber 4g", "14%"),
            ("Total Sugars 12g",),
            ("Includes 10g Added Sugars", "20%"),
            ("Protein 3g",),
            ("Vitamin D 2mcg", "10%"),
            "2,000 calories a day is used for general nutrition advice.",
        )
    )

    assert only_column(panel) == {
        "energy_kcal": 230,
        "fat_g": 8,
        "saturated_fat_g": 1,
        "sodium_mg": 160,
        "carbohydrate_g": 37,
        "fibre_g": 4,
        "sugars_g": 12,
        "added_sugars_g": 10,
        "protein_g": 3,
        "vitamin_d_ug": 2,
    }
    assert (panel.serving, panel.columns[0].per, panel.counts_fibre) == (55, Per.SERVING, True)


@pytest.mark.parametrize(
    ("lines", "amounts"),
    [
        ([("Energy", "1955 kJ / 467 kcal"), ("Fat", "20 g"), ("of which saturates", "9.5 g"), ("Salt", "0.85 g")], {}),
        (
            [
                ("Energie", "1.955 kJ / 467 kcal"),
                ("Fett", "20 g"),
                ("davon gesättigte Fettsäuren", "9,5 g"),
                ("Salz", "0,85 g"),
            ],
            {},
        ),
        (
            [
                ("Énergie", "1 955 kJ"),
                ("", "467 kcal"),
                ("Matières grasses", "20g"),
                ("dont acides gras saturés", "9,5g"),
                ("Sel", "0,85g"),
            ],
            {},
        ),
    ],
    ids=["en", "de", "fr"],
)
def test_a_european_panel_is_read_in_three_languages(lines: list[tuple[str, ...]], amounts: dict[str, float]) -> None:
    panel = read_panel(words_of(("", "per 100 g"), *lines))

    assert only_column(panel) == {
        "energy_kj": 1955,
        "energy_kcal": 467,
        "fat_g": 20,
        "saturated_fat_g": 9.5,
        "salt_g": 0.85,
    }


@pytest.mark.parametrize(
    ("read", "field", "amount"),
    [
        (("脂肪", "O.5克(g)", "1%"), "fat_g", 0.5),
        (("脂肪", "1O.5克", "18%"), "fat_g", 10.5),
        (("脂肪", "l2.5g", "21%"), "fat_g", 12.5),
        (("脂肪", "12。5g", "21%"), "fat_g", 12.5),
        (("脂肪", "12 .5g", "21%"), "fat_g", 12.5),
        (("脂肪", "12.59", "21%"), "fat_g", 12.5),
        (("脂肪", "125g", "21%"), "fat_g", 12.5),
        (("脂肪", "12.5", "21%"), "fat_g", 12.5),
        (("蛋自质", "12.5g", "21%"), "protein_g", 12.5),
        (("一饱和脂肪", "4.0g", "20%"), "saturated_fat_g", 4.0),
        (("能量", "1,850干焦", "22%"), "energy_kj", 1850),
        (("钠", "0.455g", "23%"), "sodium_mg", 455),
        (("Saturaled Fat 4g", "20%"), "saturated_fat_g", 4),
    ],
)
def test_what_was_misread_in_a_way_that_shows_is_set_right(read: tuple[str, ...], field: str, amount: float) -> None:
    panel = read_panel(words_of(("项目", "每100克", "NRV%"), read))

    assert only_column(panel) == {field: pytest.approx(amount)}


def test_a_nine_for_a_g_is_seen_by_the_other_lines() -> None:
    panel = read_panel(words_of(("", "per 100g"), ("Fat", "3.1g"), ("Fibre", "2.0g"), ("Protein", "8.19")))

    assert panel.columns[0].amounts["protein_g"] == 8.1


def test_signs_of_two_rows_taken_for_one_word_are_parted() -> None:
    words = words_of(("", "每100g"), ("糖", "4.2g"), ("", "105mg"), ("", "8mg"))
    sodium_and_calcium = Word(text="钠钙", corners=((0, 80), (20, 80), (20, 140), (0, 140)))

    panel = read_panel([*words, sodium_and_calcium])

    assert only_column(panel) == {"sugars_g": 4.2, "sodium_mg": 105, "calcium_mg": 8}


@pytest.mark.parametrize(
    "text", ["配料：低聚糖、谷氨酸钠、食用盐", "今天晚饭吃了两个包子", "", "Tomato, salt, sugar, iron"]
)
def test_what_is_no_panel_gives_no_column(text: str) -> None:
    assert read_panel(words_of(text)).columns == ()


def test_nothing_gives_nothing() -> None:
    assert read_panel([]) == Panel(columns=())


def test_a_photo_held_sideways_is_seen_and_turned() -> None:
    upright = words_of(*PANEL)
    # The photo turned to the right by a quarter: what stood at (x, y) is at (height - y, x).
    sideways = [
        Word(
            text=word.text,
            corners=tuple(
                (400 - y, x) for x, y in (word.corners[3], word.corners[0], word.corners[1], word.corners[2])
            ),  # type: ignore[arg-type]  # four corners stay four
        )
        for word in upright
    ]

    assert are_upright(upright)
    assert not are_upright(sideways)
    assert only_column(read_panel(turned(sideways))) == CHINESE


@pytest.mark.parametrize(
    ("digits", "unit", "amount"),
    [
        ("1,955", "kJ", 1955),
        ("1.955", "kJ", 1955),
        ("1.955", "g", 1.955),
        ("12,5", "g", 12.5),
        ("0,125", "g", 0.125),
        ("1 955", "kJ", 1955),
        ("2,345,678", "", 2345678),
    ],
)
def test_a_comma_parts_thousands_or_decimals(digits: str, unit: str, amount: float) -> None:
    assert math.isclose(amount_of(digits, unit=unit), amount)


def test_texts_get_one_spelling() -> None:
    assert plain("Énergie １Ｏ．５ｇ 營養 成分") == "energie 10.5g 营养成分"


@pytest.mark.parametrize(
    ("text", "name"), [("胆固酶", "cholesterol_mg"), ("Cholesterel", "cholesterol_mg"), ("盒子", None)]
)
def test_a_name_with_a_letter_wrong_is_still_that_name(text: str, name: str | None) -> None:
    assert nearly_named(plain(text)) == name
