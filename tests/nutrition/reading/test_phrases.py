"""Foods found by how much of what was said and of their names agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutrition.reading.phrase_names import MARKS, PhraseName, Term
from nutrition.reading.phrases import PhraseIndex
from tests.nutrition.reading.american import american_lexicon, found, index_of


def test_the_name_that_holds_most_of_what_was_said_is_best() -> None:
    index = index_of("Pizza, cheese, thick crust", "Pizza with pepperoni, from school lunch, thin crust", "Pepperoni")

    best, *_ = found("thin crust pepperoni pizza from the cafeteria", index)

    assert best.food == "Pizza with pepperoni, from school lunch, thin crust"
    assert best.stems == {"thin", "crust", "pepperoni", "pizza"}


def test_of_names_that_hold_all_of_it_the_one_that_says_least_more_is_best() -> None:
    index = index_of("Rice with beans, tomatoes and peppers", "Rice with beans", "Rice with beans and tomatoes")

    assert found("rice with beans", index)[0].food == "Rice with beans"


def test_the_best_name_is_found_however_many_are_equally_good_after_it() -> None:
    index = index_of(*(PhraseName(f"kind {at}", "Bean, dried, kind", 0.1) for at in range(60)), "Bean")

    assert found("bean", index)[0].food == "Bean"


def test_a_rare_word_says_more_than_a_common_one() -> None:
    common = [f"Salad, number{at}" for at in range(8)]
    index = index_of("Salad, plain", "Kale, plain", *common)

    assert found("kale salad", index)[0].food == "Kale, plain"


def test_the_shares_that_agree_are_told() -> None:
    (hit,) = found("kale", index_of("Kale, raw"))

    assert hit.explained == 1.0
    assert hit.used == pytest.approx(1 / 1.45)


def test_the_last_word_said_is_the_thing_and_the_first_its_kind() -> None:
    index = index_of("Apple, cake", "Cake, apple")

    assert [hit.food for hit in found("apple cake", index)] == ["Cake, apple", "Apple, cake"]


def test_the_thing_itself_goes_before_what_is_eaten_more_often_with_it() -> None:
    index = index_of(PhraseName("pie", "Apple pie", 0.9), PhraseName("apple", "Apple, raw, fresh, peeled, sliced", 0.1))

    assert [hit.food for hit in found("apple", index)] == ["apple", "pie"]


def test_only_a_food_of_the_same_noun_is_the_same_thing() -> None:
    index = index_of("Apple, raw", "Apple pie")

    assert {hit.food: hit.is_same for hit in found("apple", index)} == {"Apple, raw": True, "Apple pie": False}


def test_a_kind_may_stand_for_the_thing_where_enough_of_the_name_is_said() -> None:
    index = index_of("Soft drink, root beer", "Soup, tomato")

    assert found("root beer", index)[0].is_same
    assert not found("tomato", index)[0].is_same


def test_what_is_eaten_more_often_is_meant() -> None:
    index = index_of(PhraseName("goat", "Milk, goat", 0.1), PhraseName("cow", "Milk, cow", 0.8))

    assert [hit.food for hit in found("milk", index)] == ["cow", "goat"]


def test_a_name_that_is_trusted_less_comes_after() -> None:
    index = index_of(PhraseName("alias", "Milk, goat", 0.5, penalty=0.1), PhraseName("own", "Milk, cow", 0.5))

    assert [hit.food for hit in found("milk", index)] == ["own", "alias"]


def test_a_food_not_further_specified_is_what_a_bare_word_means() -> None:
    index = index_of("Milk", "Milk, NFS")

    assert found("milk", index)[0].food == "Milk, NFS"


def test_a_brand_in_brackets_finds_its_food() -> None:
    index = index_of("Cereal, rice flakes", "Cereal, corn flakes (Kellogg's)")

    assert found("kellogg's cereal", index)[0].food == "Cereal, corn flakes (Kellogg's)"


def test_a_food_of_several_names_is_found_once_by_the_best() -> None:
    index = index_of(PhraseName("cola", "Soft drink, cola", 0.5), PhraseName("cola", "Coca-Cola", 0.5))

    (hit,) = found("coke", index)

    assert (hit.food, hit.used) == ("cola", 1.0)
    assert (len(index), index.foods) == (2, ["cola"])


RICE = (PhraseName("dry", "Rice, uncooked", 0.5, is_unready=True), PhraseName("ready", "Rice, cooked", 0.5))


@pytest.mark.parametrize(("phrase", "food"), [("rice", "ready"), ("uncooked rice", "dry"), ("cooked rice", "ready")])
def test_an_unready_food_is_meant_only_where_that_is_said(phrase: str, food: str) -> None:
    assert found(phrase, index_of(*RICE))[0].food == food


@pytest.mark.parametrize("mark", sorted(MARKS))
def test_a_marked_food_is_meant_only_where_its_mark_is_said(mark: str) -> None:
    index = index_of(f"Cola, {mark}", "Cola, bottled")

    assert found("cola", index)[0].food == "Cola, bottled"
    assert found(f"{mark} cola", index)[0].food == f"Cola, {mark}"


@pytest.mark.parametrize(
    ("phrase", "food"), [("bananas", "Bananas, sliced"), ("strained bananas", "Bananas, strained")]
)
def test_food_for_infants_is_meant_only_where_that_is_said(phrase: str, food: str) -> None:
    assert found(phrase, index_of("Bananas, strained", "Bananas, sliced"))[0].food == food


def test_a_food_counted_in_the_unit_told_is_a_little_likelier() -> None:
    index = index_of("Milk, cow", "Milk, goat")

    hits = index.find([Term("milk")], limit=2, owns=lambda food: food == "Milk, goat")

    assert [hit.food for hit in hits] == ["Milk, goat", "Milk, cow"]


def test_foods_that_fit_alike_keep_the_order_of_the_table() -> None:
    names = [f"Milk, kind{at}" for at in range(40)]

    assert [hit.food for hit in found("milk", index_of(*names))] == names[:5]


def test_words_of_no_name_find_nothing() -> None:
    assert found("quinoa", index_of("Rice")) == []
    assert found("rice", index_of()) == []


def test_an_index_counts_the_foods_that_hold_a_word() -> None:
    index = index_of(PhraseName("rice", "Rice, white", 0.5), PhraseName("rice", "White rice", 0.5), "Wine, white")

    assert index.counts == {"rice": 1, "white": 2, "wine": 1}
    assert index.knows("rice")
    assert not index.knows("quinoa")
    assert index.rarity("quinoa") > index.rarity("rice") > index.rarity("white")


_KNOWN = sorted(american_lexicon().phrases.counts)
_TERMS = st.builds(Term, st.sampled_from(_KNOWN) | st.text(max_size=6), st.floats(0.1, 1.0))


@given(st.lists(_TERMS, max_size=8), st.integers(1, 8))
def test_whatever_is_looked_for_comes_best_first(terms: list[Term], limit: int) -> None:
    hits = american_lexicon().phrases.find(terms, limit=limit)

    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.food for hit in hits}) == len(hits) <= limit
    assert all(0 < hit.explained <= 1.0001 and 0 < hit.used <= 1.0001 for hit in hits)


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=30))
def test_an_index_of_any_names_can_be_asked_anything(names: list[str], phrase: str) -> None:
    index = PhraseIndex(PhraseName(name, name, 0.5) for name in names)

    assert len(found(phrase.lower(), index)) <= len(set(names))


def test_a_pair_is_not_meant_by_one_of_its_halves() -> None:
    index = index_of("Beans and brown rice", "Rice, brown, cooked, made with oil")

    assert found("brown rice", index)[0].food == "Rice, brown, cooked, made with oil"
