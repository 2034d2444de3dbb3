"""Foods chosen by their ids: no more is asked of the database than what was chosen needs."""

from __future__ import annotations

from typing import Any

import pytest

from meum.domain.intervals import Interval
from meum.kernel.errors import NotFound
from meum.people.models import Person
from nutrition.choosing import ChosenFood, item_drafts
from tests.factories.diary import make_own_food
from tests.factories.nutrition import make_food

GRAMS = Interval.exact(150)


def test_foods_of_the_catalogue_cost_one_query(ada: Person, django_assert_num_queries: Any) -> None:
    chosen = [ChosenFood(food_id=make_food(name_en=name).pk, grams=GRAMS) for name in ("Rice", "Egg", "Tofu")]

    with django_assert_num_queries(1):
        drafts = item_drafts(chosen=chosen, person=ada)

    assert [draft.grams for draft in drafts] == [GRAMS] * 3


def test_one_food_of_ones_own_costs_one_more(ada: Person, django_assert_num_queries: Any) -> None:
    rice, bar = make_food(), make_own_food(person=ada)

    with django_assert_num_queries(2):
        drafts = item_drafts(
            chosen=[ChosenFood(food_id=rice.pk, grams=GRAMS), ChosenFood(food_id=bar.pk, grams=GRAMS)], person=ada
        )

    assert [draft.food_version_id for draft in drafts] == [rice.current_id, bar.food_version_id]


def test_nobody_chooses_what_somebody_else_taught(ada: Person, chen: Person) -> None:
    bar = make_own_food(person=chen)

    with pytest.raises(NotFound, match="no such food"):
        item_drafts(chosen=[ChosenFood(food_id=bar.pk, grams=GRAMS)], person=ada)
