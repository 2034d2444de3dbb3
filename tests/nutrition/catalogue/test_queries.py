"""Reads of the catalogue: vectors are kept, queries do not grow with foods."""

from __future__ import annotations

from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from meum.domain.languages import Lang
from meum.kernel.errors import NotFound
from nutrition.catalogue.nutrients import amounts_of
from nutrition.catalogue.queries import (
    catalogue_stamp,
    food_vector,
    food_vectors,
    food_version,
    portions_of,
    visible_foods,
)
from nutrition.models.catalogue import Food
from tests.factories.nutrition import make_food

pytestmark = pytest.mark.django_db


def test_a_vector_is_read_once_and_kept(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    version_id = make_food(nutrients={"ENERC_KCAL": 143}).current.pk
    food_vector(version_id)

    with django_assert_num_queries(0):
        assert amounts_of(food_vector(version_id)) == {"ENERC_KCAL": 143}


@pytest.mark.parametrize("foods", [1, 40])
def test_vectors_of_any_number_of_foods_cost_one_query(
    foods: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    version_ids = [make_food().current.pk for _ in range(foods)]

    with django_assert_num_queries(1):
        assert len(food_vectors(version_ids)) == foods


def test_a_vector_that_threads_share_cannot_be_written_to() -> None:
    vector = food_vector(make_food().current.pk)

    with pytest.raises(ValueError, match="read-only"):
        vector.amounts[0] = 0


def test_an_unknown_version_is_not_found() -> None:
    with pytest.raises(NotFound):
        food_vector(uuid4())
    with pytest.raises(NotFound):
        food_version(uuid4())


def test_a_food_that_is_not_listed_any_more_cannot_be_chosen() -> None:
    listed, dropped = make_food(), make_food()
    Food.objects.filter(pk=dropped.pk).update(is_listed=False)

    assert list(visible_foods()) == [listed]


def test_portions_come_in_their_order() -> None:
    egg = make_food(portions={"个": (42, 50, 60), "盒": (400, 500, 600)})

    assert [(portion.unit, portion.grams.mid) for portion in portions_of([egg.pk])[egg.pk]] == [("个", 50), ("盒", 500)]


def test_a_name_falls_back_to_the_other_language() -> None:
    version = make_food(name_en="Gjetost").current

    assert version.name(Lang.ZH) == "Gjetost"


def test_the_stamp_stays_while_nothing_changes(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_food()
    stamp = catalogue_stamp()

    with django_assert_num_queries(1):
        assert catalogue_stamp() == stamp
