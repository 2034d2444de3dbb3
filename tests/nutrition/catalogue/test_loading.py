"""Loading tables into the database: repeatable, versions kept, broken rows told."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from meum.kernel.errors import Invalid, NotFound
from meum.people.models import Person
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.editing import revise_food
from nutrition.catalogue.loading import LoadReport, load_source
from nutrition.catalogue.nutrients import amounts_of
from nutrition.catalogue.patterns import packed_patterns, patterns_vector
from nutrition.catalogue.queries import catalogue_stamp, food_vector, patterns_of, visible_foods
from nutrition.catalogue.tables import COLUMNS, Refusal, table_bytes
from nutrition.domain.allergens import Allergen, AllergenFacts
from nutrition.models.catalogue import CatalogueSource, Food, FoodName, FoodVersion, Portion
from tests.nutrition.catalogue.drafts import draft

pytestmark = pytest.mark.django_db

RICE = draft("rice", name_zh="米饭", name_en="rice", amounts={"ENERC_KCAL": 130}, names=())
DEARER_EGG = draft(amounts={"ENERC_KCAL": 150})


def load(folder: Path, *drafts: FoodDraft) -> LoadReport:
    path = folder / "everyday.csv.gz"
    path.write_bytes(table_bytes(drafts))
    return load_source(name="everyday", path=path)


def energy_of(version: FoodVersion) -> float:
    return amounts_of(food_vector(version.pk))["ENERC_KCAL"]


def test_a_food_has_the_same_id_on_every_installation(tmp_path: Path) -> None:
    load(tmp_path, draft())

    egg = Food.objects.get(key="everyday:egg")
    assert egg.pk == UUID("7973b19c-dea4-522c-a189-03848e522eb0")
    assert egg.current.pk == UUID("8b54f662-e18c-5594-a704-b827236f8675")


def test_a_second_load_changes_nothing(tmp_path: Path) -> None:
    load(tmp_path, draft(), RICE)

    report = load(tmp_path, draft(), RICE)

    assert (report.created, report.revised, report.unchanged) == (0, 0, 2)
    assert FoodVersion.objects.count() == 2


def test_a_changed_row_makes_a_new_version_and_keeps_the_old_one(tmp_path: Path) -> None:
    load(tmp_path, draft())
    old = Food.objects.get().current

    report = load(tmp_path, DEARER_EGG)

    new = Food.objects.get().current
    assert (report.revised, new.number) == (1, 2)
    assert (energy_of(old), energy_of(new)) == (143, 150)


def test_a_row_that_goes_back_takes_its_first_version_up_again(tmp_path: Path) -> None:
    load(tmp_path, draft())
    load(tmp_path, DEARER_EGG)

    load(tmp_path, draft())

    assert Food.objects.get().current.number == 1
    assert FoodVersion.objects.count() == 2


def test_new_names_and_portions_take_the_place_of_the_old_ones(tmp_path: Path, everyday_catalogue: LoadReport) -> None:
    load(tmp_path, draft())

    egg = Food.objects.get(key="everyday:egg")
    assert sorted(FoodName.objects.filter(food=egg).values_list("text", flat=True)) == ["egg", "鸡蛋"]
    assert not Portion.objects.filter(food=egg).exists()


def test_what_somebody_edited_here_stays_in_use(tmp_path: Path, ben: Person) -> None:
    load(tmp_path, draft())
    edited = revise_food(food=Food.objects.get(), editor=ben, note="label", amounts={"ENERC_KCAL": 147})

    report = load(tmp_path, DEARER_EGG)

    assert (report.held_back, report.revised) == (1, 0)
    assert Food.objects.get().current == edited
    assert sorted(map(energy_of, FoodVersion.objects.all())) == [143, 147, 150]


def test_a_food_that_the_table_dropped_is_not_offered_but_stays(tmp_path: Path) -> None:
    load(tmp_path, draft(), RICE)

    report = load(tmp_path, RICE)

    assert report.withdrawn == 1
    assert [food.key for food in visible_foods()] == ["everyday:rice"]
    assert Food.objects.filter(key="everyday:egg").exists()


def test_a_food_that_comes_back_is_offered_again(tmp_path: Path) -> None:
    load(tmp_path, draft(), RICE)
    load(tmp_path, RICE)

    load(tmp_path, draft(), RICE)

    assert visible_foods().filter(key="everyday:egg").exists()


def test_a_broken_row_is_refused_and_nothing_is_withdrawn_for_it(tmp_path: Path) -> None:
    load(tmp_path, draft())
    path = tmp_path / "foods.csv"
    path.write_text(",".join([*COLUMNS, "ENERC_KCAL"]) + "\negg,egg,0,1,,100,鸡蛋,egg,,,x,-1\n", encoding="utf-8")

    report = load_source(name="everyday", path=path)

    assert report.refused == [Refusal("foods.csv", 2, "has an amount that is negative or infinite")]
    assert visible_foods().filter(key="everyday:egg").exists()


def test_a_loaded_food_has_its_grade_with_reasons(tmp_path: Path) -> None:
    load(tmp_path, draft())

    egg = Food.objects.get().current
    assert (egg.grade, egg.grade_reasons) == ("C", "hardly_known")


def test_a_new_judgement_changes_no_version(tmp_path: Path) -> None:
    load(tmp_path, draft())
    FoodVersion.objects.update(grade="A", grade_reasons="")
    Food.objects.update(row_digest="judged by older rules")

    report = load(tmp_path, draft(provenance="told anew"))

    egg = Food.objects.get().current
    assert (report.revised, egg.number, egg.grade) == (1, 1, "C")


def test_allergens_and_patterns_are_stored(tmp_path: Path) -> None:
    facts = AllergenFacts(frozenset({Allergen.EGG}), is_known=True)
    load(tmp_path, draft(allergens=facts, patterns=patterns_vector({"pf_eggs": 2})), RICE)

    egg, rice = Food.objects.get(key="everyday:egg"), Food.objects.get(key="everyday:rice")
    assert (egg.allergen_facts, rice.allergen_facts) == (facts, AllergenFacts())
    assert patterns_of([egg.current_id, rice.current_id])[rice.current_id] is None
    assert egg.current.patterns == packed_patterns(patterns_vector({"pf_eggs": 2}))


def test_each_load_gives_the_catalogue_another_stamp(tmp_path: Path) -> None:
    load(tmp_path, draft())
    before = catalogue_stamp()

    load(tmp_path, DEARER_EGG)

    assert catalogue_stamp() != before


@pytest.mark.parametrize("content", [b"", b"not a table", b"\x1f\x8b broken"])
def test_a_file_that_is_no_table_is_refused_and_nothing_is_written(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "everyday.csv.gz"
    path.write_bytes(content)

    with pytest.raises(Invalid, match=r"everyday\.csv\.gz cannot be read"):
        load_source(name="everyday", path=path)

    assert not CatalogueSource.objects.exists()


def test_an_unknown_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no food source is called 'mars'"):
        load_source(name="mars", path=tmp_path)


@pytest.mark.parametrize("foods", [1, 40])
def test_one_food_and_forty_are_loaded_by_the_same_queries(
    tmp_path: Path, foods: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    drafts = [draft(f"egg-{number}") for number in range(foods)]

    with django_assert_num_queries(16):
        load(tmp_path, *drafts)
