"""The command that suggests meals: a line in, a line out, and nothing stored."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command

from nutrition.models import Meal
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.django_db
PROFILE = {
    "sex": "female",
    "age": 30,
    "height_cm": 165,
    "weight_kg": 60,
    "activity": "light",
    "goal": "maintain",
    "region": "CN",
}


def suggested(folder: Path, *questions: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the answers to questions, each with the profile unless it has one."""
    file = folder / "questions.jsonl"
    lines = (json.dumps({"profile": PROFILE, **question}) for question in questions)
    file.write_text("\n".join(lines), "utf-8")
    written = StringIO()
    call_command("suggest_meals", str(file), stdout=written)
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_a_meal_comes_with_targets_totals_and_reasons(tmp_path: Path) -> None:
    (answer,) = suggested(tmp_path, {"id": 7, "for": "lunch", "eaten": []})

    assert answer["id"] == 7
    assert answer["targets"]["CA"] == {"at_least": 800, "at_most": 2000, "unit": "mg"}
    assert answer["targets"]["energy_kcal"]["mid"] == pytest.approx(1322 * 1.55, rel=0.01)
    assert answer["binding"] == []
    option = answer["options"][0]
    assert set(option["items"][0]) == {"food", "food_id", "name_zh", "name_en", "grams", "measure"}
    assert option["totals"]["energy_kcal"] > 300
    assert option["reasons"][0].startswith("补")
    assert not Meal.objects.exists()


def test_what_was_eaten_counts_by_id_and_by_words(tmp_path: Path) -> None:
    powder = make_food(name_zh="蛋白粉末", name_en="protein dust", nutrients={"ENERC_KCAL": 350, "PROCNT": 40})
    told = [{"food_id": str(powder.pk), "grams": 200}], [{"text": "蛋白粉末200克"}]

    plain, *eaten = suggested(tmp_path, {"for": "dinner"}, *({"for": "dinner", "eaten": each} for each in told))

    def mends_protein(answer: dict[str, Any]) -> bool:
        return any("补蛋白质" in reason for option in answer["options"] for reason in option["reasons"])

    assert [mends_protein(answer) for answer in (plain, *eaten)] == [True, False, False]


def test_a_day_has_three_meals_and_a_week_seven_days(tmp_path: Path) -> None:
    day, week = suggested(tmp_path, {"for": "day", "lang": "en"}, {"for": "week"})

    assert [meal["meal"] for meal in day["options"][0]["meals"]] == ["breakfast", "lunch", "dinner"]
    assert "still missing today" in day["options"][0]["meals"][0]["reasons"][0]
    assert [each["day"] for each in week["options"][0]["days"]] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"for": "brunch"}, "breakfast, lunch, dinner, snack, day or week"),
        ({"for": "lunch", "allergens": ["unobtainium"]}, "no allergen and no food"),
        ({"for": "lunch", "diet": "breatharian"}, "no diet"),
        ({"for": "lunch", "conditions": ["tired"]}, "no condition"),
        ({"for": "lunch", "conditions": ["pregnant_2"], "profile": {**PROFILE, "sex": "male"}}, "told of a woman"),
        ({"for": "lunch", "profile": {**PROFILE, "age": 9}}, "profile.age must be a number from 18"),
        ({"for": "lunch", "profile": {**PROFILE, "weight_kg": "heavy"}}, "profile.weight_kg"),
        ({"for": "lunch", "profile": {**PROFILE, "goal": "shred"}}, "a goal is one of"),
        ({"for": "lunch", "profile": {**PROFILE, "activity": "lively"}}, "an activity is one of"),
        ({"for": "lunch", "profile": None}, "profile must be an object"),
        ({"for": "lunch", "eaten": "an egg"}, "eaten must be a list"),
        ({"for": "lunch", "eaten": [{"food_id": "x"}]}, "eaten.food_id"),
    ],
)
def test_what_cannot_be_answered_says_why_and_the_next_line_is_read(
    tmp_path: Path, question: dict[str, Any], said: str
) -> None:
    refused, answered = suggested(tmp_path, {"id": "a", **question}, {"id": "b", "for": "lunch"})

    assert refused["error"]["code"] == "invalid_input"
    assert said in refused["error"]["detail"]
    assert answered["options"]


def test_a_food_that_does_not_exist_is_not_counted_as_nothing(tmp_path: Path) -> None:
    (answer,) = suggested(tmp_path, {"for": "lunch", "eaten": [{"food_id": str(uuid4()), "grams": 100}]})

    assert answer["error"]["code"] == "unknown_food"


def test_the_rules_that_shaped_it_are_named_and_so_is_what_nothing_is_left_for(tmp_path: Path) -> None:
    strict = {"for": "lunch", "diet": "vegan", "allergens": ["soy", "wheat", "鹰嘴豆", "芸豆", "小扁豆", "红豆"]}

    vegan, nothing = suggested(tmp_path, {"for": "lunch", "diet": "vegan"}, strict)

    assert (vegan["binding"], bool(vegan["options"])) == (["vegan"], True)
    assert (nothing["options"], nothing["binding"][-1]) == ([], "protein")
