"""Keep a meal under a name, show what is kept, forget it."""

from __future__ import annotations

from datetime import timedelta

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.handlers.earlier import foods_text, saved_choices, saved_name
from bots.dialogue.handlers.food import unknown_text
from bots.dialogue.handlers.latest import latest_meal
from bots.dialogue.handlers.log import recorded
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Question, QuestionKind
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import nutrients_text
from bots.nlu.commands import command_of
from bots.nlu.keeping import Keep, Keeping
from bots.nlu.repeats import USUAL
from bots.nlu.whens import NEVER
from meum.domain.languages import Lang
from meum.journal.models import Evidence
from meum.journal.services import remove_entry
from meum.kernel.phrases import phrase
from nutrition import services
from nutrition.domain.drafts import MealItemDraft
from nutrition.models import SavedMeal
from nutrition.queries import (
    earlier_meals,
    saved_meal_summaries,
    saved_meals,
    understand_meal,
    visible_saved_meals,
)

_MOST_SHOWN = 9


class KeepHandler(Handler):
    """Save, list and forget meals of the person's own."""

    group = HelpGroup.CHANGE
    help = {Lang.ZH: "把这顿记成老样子；常吃的", Lang.EN: "save this as my usual; my usuals"}

    def accepts(self, turn: Turn) -> bool:
        """Take a wish about saved meals."""
        return turn.heard.keep is not None

    def answer(self, turn: Turn) -> Reply:
        """Do as wished."""
        keep = turn.heard.keep
        assert keep is not None  # accepts() has seen it
        acts = {Keeping.SAVE: _saved, Keeping.LIST: _listed, Keeping.FORGET: _forgotten}
        return acts[keep.keeping](turn, keep)


def _saved(turn: Turn, keep: Keep) -> Reply:
    if keep.name != USUAL and command_of(keep.name) is not None:
        return Reply((turn.say("saved.is_command", name=turn.say("quote", words=keep.name)),))
    items, unknown = _items(turn, keep)
    if not items:
        return Reply(
            (*unknown, phrase(turn.lang, "error.nothing_understood") if keep.foods else turn.say("saved.no_meal"))
        )
    saved = services.save_meal(
        person=turn.person,
        author=turn.person,
        door=turn.door,
        name=keep.name if keep.name == USUAL else turn.as_typed(keep.name),
        slot=keep.slot or "",
        items=items,
        at=turn.incoming.at,
        words=turn.incoming.text,
        evidence=Evidence.WORDS,
    )
    shown = saved_meal_summaries(visible_saved_meals(owner=turn.person).filter(pk=saved.pk))[0]
    counted = nutrients_text(turn, shown.totals)
    lines = (
        turn.say("saved", name=saved_name(turn, shown), items=foods_text(turn, shown.items)),
        *((turn.say("saved.counts", told=counted),) if counted else ()),
        *unknown,
    )
    plain = saved_name(turn, shown, says=True)
    return Reply((*lines, turn.say("saved.next", name=turn.say("quote", words=plain), plain=plain)))


def _items(turn: Turn, keep: Keep) -> tuple[list[MealItemDraft], tuple[str, ...]]:
    """Return what is to be saved, and a line on what was not understood of it."""
    if keep.foods:
        told = understand_meal(text=keep.foods, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
        unknown = (unknown_text(turn, told.not_logged),) if told.not_logged else ()
        return [item.draft for item in told.items], unknown
    if keep.source == NEVER:
        latest = latest_meal(turn)
        return [item.draft for item in latest.items] if latest else [], ()
    day = turn.person.clock.day_of(turn.incoming.at) + timedelta(days=keep.source.day_offset or 0)
    meals = earlier_meals(person=turn.person, day=day, slot=keep.source.slot or "")
    return [draft for meal in meals for draft in meal.drafts], ()


def _listed(turn: Turn, keep: Keep) -> Reply:
    meals = saved_meals(person=turn.person)[:_MOST_SHOWN]
    if not meals:
        return Reply((turn.say("usual.none"),))
    question = Question(
        kind=QuestionKind.SAVED_MEAL,
        choices=saved_choices(turn, meals),
        asked_at=turn.incoming.at,
        facts={"saved": [str(meal.id) for meal in meals]},
    )
    return asking(turn.say("saved.list"), question=question)


def _forgotten(turn: Turn, keep: Keep) -> Reply:
    named = [meal for meal in saved_meals(person=turn.person) if meal.key == keep.name]
    meals = [meal for meal in named if keep.slot in (None, meal.slot)]
    if not meals:
        return Reply(
            (turn.say("forgotten.none", name=keep.name if keep.name != USUAL else turn.say("saved.usual.say")),)
        )
    with recorded(turn):
        for meal in meals:
            remove_entry(person=turn.person, author=turn.person, door=turn.door, model=SavedMeal, entry_id=meal.id)
    return Reply((*(turn.say("forgotten", name=saved_name(turn, meal)) for meal in meals[:3]), turn.say("next.undo")))
