"""Learn, list and forget foods of the person's own: by a label, or by what goes into a dish."""

from __future__ import annotations

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.handlers.named import targets_of
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import food_name, grams_text, item_text, items_text, nutrients_text
from bots.nlu.keywords import Intent
from bots.nlu.own_foods import DishTold, LabelTold, dish_in, label_in, teaching_in
from meum.domain.figures import rounded
from meum.domain.intervals import Interval
from meum.domain.languages import Lang, language_of
from meum.journal.models import Evidence
from meum.journal.services import remove_entry
from meum.language.lexicon import key_of
from meum.language.measure_names import measure_name
from meum.language.measures import measure_named
from meum.language.scripts import clean
from nutrition import services as nutrition
from nutrition.catalogue.nutrients import position_of
from nutrition.domain.drafts import MealItemDraft
from nutrition.domain.own_foods import Label
from nutrition.models import OwnFood
from nutrition.queries import (
    OwnFoodSummary,
    Understanding,
    own_food_named,
    own_food_summaries,
    own_food_summary,
    understand_meal,
    visible_own_foods,
)

_ENERGY = position_of("ENERC_KCAL")
_MOST_QUOTED = 3
_EATEN = {Lang.ZH: "吃了", Lang.EN: "ate "}


class TeachFoodHandler(Handler):
    """Learn a food by its label or a dish by its parts; told again under its name it is changed."""

    group = HelpGroup.CHANGE
    help = {
        Lang.ZH: "记住 我的奶昔：香蕉一根、牛奶250ml",
        Lang.EN: "remember my shake = 1 banana, 250 ml milk",
    }

    def accepts(self, turn: Turn) -> bool:
        """Take a sentence that teaches."""
        return turn.wants(Intent.TEACH)

    def answer(self, turn: Turn) -> Reply:
        """Store it; say what was understood, what a portion counts to, and how to use and forget it."""
        told = clean(turn.incoming.text)
        teaching = teaching_in(told.text)
        assert teaching is not None  # the command was made of it
        name, body = told.quote(*teaching.name), told.text[slice(*teaching.body)]
        label = label_in(body)
        return _learn_label(turn, name, label) if label else _learn_dish(turn, name, dish_in(body))


class ForgetFoodHandler(Handler):
    """Forget a food that was taught."""

    def accepts(self, turn: Turn) -> bool:
        """Take the wish to forget something by name, unless only a food that was eaten is called so."""
        if not turn.wants(Intent.FORGET):
            return False
        assert turn.heard.command is not None  # it is the wish
        is_own = own_food_named(person=turn.person, name=turn.heard.command.argument) is not None
        return is_own or turn.heard.correction is None or not targets_of(turn, turn.heard.correction)

    def answer(self, turn: Turn) -> Reply:
        """Delete it; meals that hold it stay as they are."""
        assert turn.heard.command is not None  # accepts() has seen it
        name = turn.heard.command.argument
        own = own_food_named(person=turn.person, name=name)
        if own is None:
            return Reply((turn.say("own.not_found", name=name), *_list(turn)))
        remove_entry(person=turn.person, author=turn.person, door=turn.door, model=OwnFood, entry_id=own.pk)
        return Reply((turn.say("own.forgotten", name=own.name), turn.say("next.redo")))


class OwnFoodsHandler(Handler):
    """List the foods that were taught."""

    group = HelpGroup.SEE
    help = {Lang.ZH: "我的食物", Lang.EN: "my foods"}

    def accepts(self, turn: Turn) -> bool:
        """Take the words in both languages."""
        return turn.wants(Intent.OWN_FOODS)

    def answer(self, turn: Turn) -> Reply:
        """Name them with what a portion has; say how to teach one where there is none."""
        return Reply(_list(turn))


def _learn_label(turn: Turn, name: str, told: LabelTold) -> Reply:
    if told.grams is None and not told.is_per_100:
        return Reply((turn.say("own.no_grams", name=name),))
    label = Label(amounts=told.amounts, is_per_portion=not told.is_per_100)
    grams = Interval.exact(told.grams) if told.grams else None
    measure = measure_named(told.unit) if told.unit else None
    unit = measure.word if measure else told.unit
    own = _same(turn, name)
    if own is None:
        own = nutrition.teach_food(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            at=turn.incoming.at,
            name=name,
            label=label,
            portion_unit=unit,
            portion_grams=grams,
            words=turn.incoming.text,
            evidence=Evidence.WORDS,
        )
        return _learned(turn, own, "own.taught")
    own = nutrition.correct_own_food(
        person=turn.person,
        author=turn.person,
        door=turn.door,
        own_food_id=own.pk,
        label=label,
        portion_unit=unit or None,
        portion_grams=grams,
    )
    return _learned(turn, own, "own.changed")


def _learn_dish(turn: Turn, name: str, told: DishTold) -> Reply:
    text = _EATEN[language_of(told.parts, Lang.EN)] + told.parts
    food = understand_meal(text=text, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
    if food.not_logged:
        return _not_known(turn, name, food)
    parts = _parts(food)
    if not parts:
        return Reply((turn.say("own.nothing", name=name), turn.say("own.example")))
    own = _same(turn, name)
    if own is None:
        own = nutrition.teach_food(
            person=turn.person,
            author=turn.person,
            door=turn.door,
            at=turn.incoming.at,
            name=name,
            items=parts,
            cooked_grams=told.cooked_grams,
            portions=told.portions,
            words=turn.incoming.text,
            evidence=Evidence.WORDS,
        )
        return _learned(turn, own, "own.taught.dish")
    own = nutrition.correct_own_food(
        person=turn.person,
        author=turn.person,
        door=turn.door,
        own_food_id=own.pk,
        items=parts,
        cooked_grams=told.cooked_grams,
        portions=told.portions,
    )
    return _learned(turn, own, "own.changed.dish")


def _same(turn: Turn, name: str) -> OwnFood | None:
    """Return the own food that has this very name."""
    own = own_food_named(person=turn.person, name=name)
    return own if own is not None and own.key == key_of(name) else None


def _parts(food: Understanding) -> list[MealItemDraft]:
    """Return everything that goes into the dish, water too."""
    parts = [item.draft for item in food.items]
    return parts + [
        MealItemDraft(
            food_version_id=drink.food_version_id,
            grams=drink.volume_ml,
            is_amount_assumed=drink.is_amount_assumed,
            words=drink.words,
        )
        for drink in food.drinks
    ]


def _not_known(turn: Turn, name: str, food: Understanding) -> Reply:
    """Name what is not known: a dish without it would count too little."""
    words = "".join(turn.say("quote", words=words) for words in food.not_logged[:_MOST_QUOTED])
    examples = (turn.say("own.unknown.label", example=unknown) for unknown in food.unknown[:1])
    return Reply((turn.say("own.unknown", words=words, name=name), *examples))


def _learned(turn: Turn, own: OwnFood, key: str) -> Reply:
    summary = own_food_summary(owner=turn.person, own_food_id=own.pk)
    assert summary is not None  # it was written a moment ago, in the same transaction
    texts = [item_text(turn, name=food_name(turn, item), item=item.draft) for item in summary.items]
    unit = measure_name(own.portion_unit, quantity=1, lang=turn.lang) if own.portion_unit else ""
    return Reply(
        (
            turn.say(key, name=own.name, items=items_text(turn, texts)),
            _counted(turn, summary, unit),
            turn.say("own.use.unit" if unit else "own.use", name=own.name, unit=unit),
            turn.say("next.undo"),
        )
    )


def _counted(turn: Turn, summary: OwnFoodSummary, unit: str) -> str:
    """Return what a portion counts to, or 100 g where none was told."""
    told = nutrients_text(turn, summary.totals) or turn.say("no_figures")
    if summary.portion_grams is None:
        return turn.say("own.per_100_g", told=told)
    key = "own.portion.unit" if unit else "own.portion"
    return turn.say(key, unit=unit, grams=grams_text(turn, summary.portion_grams), told=told)


def _list(turn: Turn) -> tuple[str, ...]:
    foods = own_food_summaries(list(visible_own_foods(owner=turn.person).order_by("-pk")))
    if not foods:
        return (turn.say("own.none"), turn.say("own.example"))
    names = items_text(turn, [_short(turn, food) for food in foods])
    return (turn.say("own.list", count=len(foods), names=names), turn.say("own.list.next"))


def _short(turn: Turn, food: OwnFoodSummary) -> str:
    """Return a name with the energy of a portion, as far as it is known."""
    if not food.totals.coverage[_ENERGY]:
        return food.name
    key = "own.list.one" if food.portion_grams else "own.list.one.per_100_g"
    return turn.say(key, name=food.name, kcal=rounded(float(food.totals.mid[_ENERGY])))
