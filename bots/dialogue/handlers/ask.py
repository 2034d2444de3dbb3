"""What sounds like a log and is none: questions about food, and plans."""

from __future__ import annotations

import re

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.messages import MOST_LINES, Reply
from bots.dialogue.speaking import Turn
from bots.dialogue.wording import (
    food_name,
    grams_text,
    item_text,
    items_text,
    joined,
    nutrient_figure,
    nutrient_name,
    nutrients_text,
)
from bots.nlu.feelings import Feeling, is_about_illness
from meum.domain.figures import rounded
from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from meum.domain.nutrients import NutrientTotals, Portion, totals_of
from meum.kernel.errors import MeumError
from meum.kernel.phrases import phrase, registered
from nutrition.catalogue.nutrients import SIZE
from nutrition.queries import Above, Understanding, UnderstoodItem, refused_of, understand_meal, what_if
from nutrition.reading.telling import after_all_in
from nutrition.suggestions.rules import Refusal

_QUESTION = re.compile(
    r"[吗么嘛呢]?\s*[?？]+\s*$|多少(?:千?卡|大卡|热量|蛋白|碳水|脂肪|糖|营养|能量|卡路里)|热量(?:高|是|有)|几(?:千?卡|大卡)|"
    r"(?:能不能|可不可以|可以不可以|该不该|要不要|能否)|(?:能|可以)(?:再|多|少|随便|天天|一直)?(?:吃|喝)(?=.*[吗么嘛不])|[吗么嘛呢]\s*$|"
    r"(?:热量|卡路里|卡数|营养(?:成分|价值|素)?|含糖量|蛋白质?含量|脂肪含量)[。!]*$|"
    r"的(?:蛋白质?|脂肪|碳水|糖分?|钙|铁|(?:膳食)?纤维|维生素\w?|营养)[。!]*$|(?<!没吃)(?<!没喝)(?:是|有)?多少(?!吃|喝)[^\s,。?]{0,6}|"
    r"^(?:is it|would it be|am i|are we)(?: (?:ok|okay|fine|good|bad|healthy|safe|allowed|alright|all right|"
    r"wrong))*(?: for me)? "
    r"to (?:eat|drink|have)\b|\b(?:ok|okay|fine|healthy|safe) to (?:eat|drink|have)\b|"
    r"^(?:请?帮我)?查(?:一?下|查|询)?|哪个|哪种|哪一个|"
    r"^(?:calories|kcal|cals|nutrition(?: facts)?|energy)(?: (?:in|of|for))? (?=[a-z])|"
    r"(?<![\d ])\s+(?:calories|kcal|nutrition(?: facts| info)?)[.!]*$|"
    r"\bhow (?:many|much)\b|\b(?:calories|energy|protein|carbs|fat|sugar) (?:in|of)\b|"
    r"^(?:can|should|may|could) (?:i|we) (?:eat|have|drink)\b|^(?:can|should|may|is|are|what|why|which) "
)
# What it is asked to be good for is no part of its name.
_FOR = re.compile(
    r"\b(?:good|bad|ok|okay|safe|healthy|unhealthy|fine|best|better|right|allowed|suitable)"
    r"(?: (?:for|on|with|during|if|when|while)\b.*|[\s?]*$)"
    r"|\b(?:for|while|during|on) (?:an? |the |my )?"
    r"(?:weight|fat|muscle|diabet|pregnan|blood|chol|diet|keto|cutting|bulking|losing|gout|people|kids?|babies|toddlers).*"
    r"|\b(?:diabetics?|pregnant women|(?:people|someone) with \w+)(?: (?:can|may|should))?(?: (?:eat|have|drink))?\b"
    r"|(?:对|适合)?(?:减肥|减脂|增肌|控糖|糖尿病|高血压|痛风|孕妇|备孕|哺乳|健身|生酮)(?:的人|病人|患者|人群|人|期间|期|时)?"
)
_MAY = re.compile(
    r"(?:能不能|可不可以|可以不可以|该不该|要不要|能否)|(?:能|可以)(?:再|多|少|随便|天天|一直)?(?:吃|喝)|"
    r"(?:吃|喝).{0,12}(?:行|可以|好)[吗么嘛不]|"
    r"^(?:can|may|should) (?:i|we)\b|"
    r"\b(?:ok|okay|fine|good|healthy|safe|allowed|alright|all right) to (?:eat|drink|have)\b"
)
_MOST_REFUSED, _MOST_ABOVE = 2, 2
_FOR_DOCTOR = {Feeling.PREGNANT, Feeling.NURSING, Feeling.UNWELL}
_PLAN = re.compile(
    r"明天|明早|明晚|后天|下周|打算|准备(?:吃|喝|去)|(?<![不没])想(?:要)?(?:吃|喝)|要是吃|如果吃|"
    r"\btomorrow\b|\bnext week\b|\b(?:want|plan(?:ning)?|going|would like) to (?:eat|have|drink|run|go)\b|"
    r"\bi(?:'ll| will) (?:eat|have|drink|run)\b"
)


class PlanHandler(Handler):
    """Log what has happened only."""

    def accepts(self, turn: Turn) -> bool:
        """Take a sentence about what somebody will or wants to eat or do."""
        plain = turn.heard.plain
        is_plan = bool(_PLAN.search(plain)) and not after_all_in(plain).taken
        return is_plan and bool(turn.heard.has_food or turn.heard.body)

    def answer(self, turn: Turn) -> Reply:
        """Say when to come back."""
        return Reply((phrase(turn.lang, "error.in_future"),))


class FoodQuestionHandler(Handler):
    """Answer what a food counts to, without logging it."""

    keeps_question = True
    group = HelpGroup.SEE
    help = {Lang.ZH: "鸡蛋多少热量？", Lang.EN: "how many calories in an egg?"}

    def accepts(self, turn: Turn) -> bool:
        """Take a question."""
        heard = turn.heard
        return heard.command is None and bool(_QUESTION.search(heard.plain))

    def answer(self, turn: Turn) -> Reply:
        """Return the figures of the foods that the question names."""
        # 多少 would be read as an amount.
        asked = _QUESTION.sub(" ", _FOR.sub(" ", turn.heard.plain))
        food = understand_meal(text=asked, at=turn.incoming.at, counted_by=turn.person.clock, person=turn.person)
        is_for_doctor = is_about_illness(turn.heard.plain) or bool(_FOR_DOCTOR & set(turn.heard.feelings))
        if not food.items:
            return Reply((turn.say("illness"),) if is_for_doctor else (turn.say("question"), turn.say("try")))
        lines = _one(turn, food.items[0]) if len(food.items) == 1 and not food.drinks else _all(turn, food)
        last = turn.say("ask_doctor" if is_for_doctor else "only_asked")
        if is_for_doctor or not _MAY.search(turn.heard.plain):
            return Reply((*lines[: MOST_LINES - 1], last))
        if refused := refused_of(person=turn.person, items=food.items):
            return Reply((*(_refused(turn, item, why) for item, why in refused[:_MOST_REFUSED]), *lines[:1], last))
        effects = _effects(turn, food)
        return Reply((*lines[: MOST_LINES - 1 - len(effects)], *effects, last))


def _refused(turn: Turn, item: UnderstoodItem, why: Refusal) -> str:
    found = why.found(turn.lang)
    rule = next((name for kind in ("diet", "condition") if (name := _named(turn, f"{kind}.{why.rule}"))), "")
    reason = turn.say("what_if.rule", rule=rule, found=found) if rule else found
    return turn.say("what_if.refused", name=food_name(turn, item.food), found=reason)


def _named(turn: Turn, key: str) -> str:
    return phrase(turn.lang, key) if key in registered() else ""


def _effects(turn: Turn, food: Understanding) -> tuple[str, ...]:
    """Return what foods would do to the day, and what suits better; nothing where the goals are not known."""
    try:
        told = what_if(person=turn.person, day=turn.person.clock.day_of(turn.incoming.at), items=food.items)
    except MeumError:
        # Before the sex is told, and for who still grows.
        return ()
    above = joined(turn.lang, (_above(turn, each) for each in told.above[:_MOST_ABOVE]))
    after = turn.say("what_if", after=rounded(told.energy_kcal.mid), goal=rounded(told.goal_kcal))
    swap = turn.say("what_if.swap", name=food_name(turn, told.swap)) if told.swap else ""
    return tuple(filter(None, (after, above and turn.say("what_if.above", told=above), swap)))


def _above(turn: Turn, each: Above) -> str:
    value, limit = (nutrient_figure(turn, each.nutrient, amount) for amount in (each.amount, each.limit))
    return turn.say("missing.above", name=nutrient_name(turn, each.nutrient), value=value, limit=limit)


def _all(turn: Turn, food: Understanding) -> tuple[str, ...]:
    """Return the figures of several foods side by side, or their sum where amounts were told."""
    if all(item.draft.is_amount_assumed for item in food.items) and len(food.items) < MOST_LINES:
        return tuple(_each(turn, item) for item in food.items)
    names = [item_text(turn, name=food_name(turn, item.food), item=item.draft) for item in food.items]
    counted = nutrients_text(turn, food.totals()) or turn.say("no_figures")
    return (turn.say("counts_to", items=items_text(turn, names), told=counted),)


def _each(turn: Turn, item: UnderstoodItem) -> str:
    """Return what 100 g of a food have."""
    told = nutrients_text(turn, _totals(item, Interval.exact(100))) or turn.say("no_figures")
    return turn.say("per_100_g", name=food_name(turn, item.food), told=told)


def _one(turn: Turn, item: UnderstoodItem) -> tuple[str, ...]:
    """Return what 100 g of a food have, and what the amount asked for or a usual portion has."""
    name = food_name(turn, item.food)
    if not nutrients_text(turn, _totals(item, Interval.exact(100))):
        return (turn.say("counts_to", items=name, told=turn.say("no_figures")),)
    counted = nutrients_text(turn, _totals(item, item.draft.grams))
    if item.draft.is_amount_assumed:
        portion = turn.say("usual_portion", grams=grams_text(turn, item.draft.grams), told=counted)
    else:
        portion = turn.say("counts_to", items=item_text(turn, name=name, item=item.draft), told=counted)
    return _each(turn, item), portion


def _totals(item: UnderstoodItem, grams: Interval) -> NutrientTotals:
    return totals_of([Portion(item.portion.vector, grams)], size=SIZE)
