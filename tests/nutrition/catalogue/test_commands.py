"""The commands that speak JSON Lines about foods, and the loader's."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from nutrition.catalogue.loading import LoadReport, digest_of
from nutrition.catalogue.sources import SOURCES
from nutrition.catalogue.tables import COLUMNS
from nutrition.models.catalogue import CatalogueSource, Food

pytestmark = pytest.mark.django_db


def ask(folder: Path, command: str, *questions: object) -> list[dict[str, Any]]:
    lines, answers = folder / "in.jsonl", StringIO()
    lines.write_text("\n".join(json.dumps(question) for question in questions), encoding="utf-8")
    call_command(command, str(lines), stdout=answers)
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def test_search_foods_answers_each_line_in_order(tmp_path: Path, everyday_catalogue: LoadReport) -> None:
    egg, nothing = ask(
        tmp_path, "search_foods", {"id": 1, "query": "鸡蛋", "limit": 1}, {"id": "b", "query": "zzzzqqq"}
    )

    assert egg.pop("elapsed_ms") >= 0
    food_id = str(Food.objects.get(key="everyday:egg").pk)
    assert egg == {
        "id": 1,
        "foods": [{"food_id": food_id, "name_zh": "鸡蛋", "name_en": "egg", "source": "everyday"}],
    }
    assert (nothing["id"], nothing["foods"]) == ("b", [])


@pytest.mark.parametrize(
    "question",
    [[], {"id": 1}, {"id": 1, "query": ""}, {"id": 1, "query": 5}, {"id": 1, "query": "蛋", "limit": 0}],
    ids=str,
)
def test_a_question_that_cannot_be_read_gets_its_error_and_the_next_is_answered(
    tmp_path: Path, everyday_catalogue: LoadReport, question: object
) -> None:
    bad, good = ask(tmp_path, "search_foods", question, {"id": 2, "query": "鸡蛋"})

    assert bad["error"]["code"] == "invalid_input"
    assert good["foods"][0]["name_zh"] == "鸡蛋"


def test_food_facts_tells_amounts_and_the_grams_of_a_measure(tmp_path: Path, everyday_catalogue: LoadReport) -> None:
    question = {"id": 1, "query": "小米粥", "nutrients": ["ENERC_KCAL", "FLD"], "measure": "两碗"}

    [facts] = ask(tmp_path, "food_facts", question)

    assert facts["food"] == "小米粥"
    assert facts["source"] == (
        "Computed from sr28:20031 60 g, sr28:14411 480 g; 500 g when done, yield 0.93; boil, USDA retention factors r6"
    )
    assert facts["per_100g"] == {"ENERC_KCAL": 45.36, "FLD": None}
    assert (facts["grade"], facts["grade_reasons"]) == ("A", [])
    assert (facts["grams"], facts["grams_low"], facts["grams_high"]) == (500, 400, 700)


def test_food_facts_names_the_food_in_the_language_of_the_question(
    tmp_path: Path, everyday_catalogue: LoadReport
) -> None:
    [facts] = ask(tmp_path, "food_facts", {"id": 1, "query": "millet porridge", "nutrients": []})

    assert facts["food"] == "millet porridge"
    assert facts["per_100g"]["ENERC_KCAL"] == 45.36
    assert "grams" not in facts


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ({"query": "zzzzqqq", "nutrients": ["FE"]}, "unknown_food"),
        ({"query": "egg", "nutrients": ["IRON"]}, "unknown_nutrient"),
        ({"query": "egg", "nutrients": "FE"}, "invalid_input"),
        ({"query": "egg", "nutrients": [], "measure": "lots"}, "measure_not_understood"),
    ],
)
def test_food_facts_says_what_it_does_not_know(
    tmp_path: Path, everyday_catalogue: LoadReport, question: dict[str, object], code: str
) -> None:
    [answer] = ask(tmp_path, "food_facts", {"id": 7} | question)

    assert (answer["id"], answer["error"]["code"]) == (7, code)


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be opened") as error:
        call_command("search_foods", str(tmp_path / "none.jsonl"))

    assert error.value.returncode == 2


def test_load_foods_loads_a_table_and_tells_refused_rows(tmp_path: Path) -> None:
    path, told, refused = tmp_path / "foods.csv", StringIO(), StringIO()
    rows = ["egg,egg,0,1,,100,鸡蛋,egg,,,x,143", "stone,rock,0,1,,100,石头,stone,,,x,0"]
    path.write_text("\n".join([",".join([*COLUMNS, "ENERC_KCAL"]), *rows]), encoding="utf-8")

    call_command("load_foods", source=["everyday", str(path)], stdout=told, stderr=refused)

    assert told.getvalue().startswith("everyday: 1 new, 0 changed")
    assert refused.getvalue().strip() == "foods.csv:3: 'rock' is not a valid FoodGroup"


def test_load_foods_says_when_nothing_changed() -> None:
    told = StringIO()
    for source in SOURCES.values():
        CatalogueSource.objects.create(name=source.name, sha256=digest_of(source.table))

    call_command("load_foods", stdout=told)

    assert told.getvalue() == "catalogue: nothing changed\n"


def test_load_foods_refuses_an_unknown_source() -> None:
    with pytest.raises(CommandError, match="no food source is called 'mars'"):
        call_command("load_foods", source=["mars", "x.csv"])
