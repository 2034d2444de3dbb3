"""What somebody teaches: a food by its label, a dish by what goes into it; and what is to be forgotten; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bots.nlu.courtesy import ENDING, bare
from meum.language.numerals import number_at

_NAME = r"(?P<name>[^:=,;\n]{1,60}?)"
_TEACH = re.compile(
    rf"(?:(?:请|帮我)*(?:记住|教你|新食物|添加食物|自定义食物)[\s:,]*{_NAME}\s*"
    r"(?:[:=]|(?:的?(?:配料|做法|配方))?(?:是|就是|等于|包括|包含|里面有|里有|由)|\s(?=[\d一每两半]))"
    rf"|(?:please )?(?:remember|learn|define|new food)[\s:,]+(?:that )?{_NAME.replace('name', 'name_en')}\s*"
    r"(?:[:=]|\b(?:is|are|has|contains|consists of|made of|made with|made from)\b|\s(?=\d|per\b|each\b)))"
    r"\s*(?P<body>.+)",
    re.DOTALL,
)
_LABELLED = re.compile(
    r"(?P<name>(?:我的|my )[^\d:=,;\n]{1,50}?)\s*(?:[:=,]\s*|\s(?=[一每\d]|per\b|each\b)|(?=\d))(?P<body>.+)",
    re.DOTALL,
)
# What somebody has and nobody eats, or eats and does not teach: my lunch was 350 kcal.
_NO_FOOD = re.compile(
    r"(?:我的|my )\s*(?:早|午|晚|中午|下午|今天|昨天|夜宵|加餐|体重|目标|摄入|热量|基础代谢|一天|"
    r"(?:breakfast|lunch|dinner|supper|snack|meal|weight|goal|target|limit|intake|day|calorie|bmr|tdee|run|workout)s?\b)"
)
# "Remember my name is Ada" tells no food: there is neither a number nor a list.
_TELLING = re.compile(r"[\d一二两三四五六七八九十半几、,;+和\n]|\b(?:an?|half|one|two|three|four|and|some)\b")
_FORGET = re.compile(
    r"(?:(?:忘掉|忘记(?=我的)|删[掉除]食物|移除食物|别再记住)[\s:]*|(?:forget|unlearn)(?: about)?\s+)(?P<name>.{1,60})"
)
_NOT_NAMED = frozenset({"it", "that", "this", "everything", "all", "me", "about it", "它", "吧", "一切", "全部"})
_LATEST = re.compile(r"(?:the|my|that) (?:last|latest|previous)\b.*|刚才.*|上一?[个条次].*")
_QUOTES = " \"'「」『』《》"

_FIGURE = r"(?P<{0}>\d+(?:\.\d+)?)"
_KCAL = re.compile(
    rf"{_FIGURE.format('first')}\s*(?P<unit>千卡|大卡|卡路里|卡|kcal|calories|cals?|千焦|kj)(?![a-z])"
    rf"|(?:热量|能量|calories|energy)\s*[:=]?\s*{_FIGURE.format('last')}\s*(?P<unit_last>千焦|kj)?(?!\s*(?:克|g\b|毫克|mg))"
)
_KJ_IN_A_KCAL = 4.184
_NUTRIENTS: Mapping[str, str] = {
    "PROCNT": r"蛋白质?|protein",
    "FAT": r"脂肪|(?:total )?fat",
    "CHOCDF": r"碳水(?:化合物)?|(?:total )?carb(?:ohydrate)?s?",
    "FIBTG": r"(?:膳食)?纤维|(?:dietary )?fib(?:re|er)",
    "NA": r"钠|sodium",
}
_NAMED = "|".join(f"(?P<{tag}>{words})" for tag, words in _NUTRIENTS.items())
_GRAMS = r"(?P<unit>毫克|mg|克|grams?|g)"
_NAME_FIRST = re.compile(rf"(?:{_NAMED})(?![a-z])\s*[:=]?\s*{_FIGURE.format('figure')}\s*{_GRAMS}?(?![a-z])")
_FIGURE_FIRST = re.compile(rf"{_FIGURE.format('figure')}\s*{_GRAMS}\s*(?:of |的)?\s*(?:{_NAMED})(?![a-z])")
_PER_100 = re.compile(r"(?:每|per|/|a|in)\s*100\s*(?:克|grams?\b|g\b|毫升|ml\b)")
_UNIT = (
    r"(?P<unit>[根个块片份杯碗勺包袋盒瓶罐支条颗只枚张串]|"
    r"(?:piece|bar|slice|serving|portion|cup|scoop|bottle|can|bag|packet|pack|box|bowl|glass|cookie|ball)s?\b)"
)
_WEIGHT = rf"{_FIGURE.format('grams')}\s*(?:克|grams?\b|g\b|毫升|ml\b)"
_PORTIONS = (
    re.compile(rf"(?:一|1|每|per|each|a|one)?\s*{_UNIT}\s*(?:重|约|有|=|:|of|is|weighs|\()?\s*{_WEIGHT}"),
    re.compile(rf"{_WEIGHT}\s*(?:(?:每|一|per|a|/|in (?:a|one)|for (?:a|one))\s*{_UNIT})"),
    re.compile(_WEIGHT),
)
_MAKES = re.compile(
    r"(?:^|[,;。、\n])\s*(?:一?共|总共|大概|能|可以?|够)*\s*(?:做|分成?|出)?了?\s*(?P<zh>\d+|[一二两三四五六七八九十]+)\s*"
    r"(?:人份|人吃|份)(?:的?量)?\s*(?=$|[,;。、\n])"
    r"|[,;.]?\s*\b(?:(?:it )?(?:makes|serves|yields|gives)\s+(?P<en>\d+)(?:\s*(?:servings?|portions?|people)\b)?|"
    r"(?P<en_last>\d+)\s+(?:servings|portions)\b(?!\s+of\b))"
)
_COOKED = re.compile(
    r"[,;。、\n]?\s*(?:做好|煮好|炖好|烤好|出锅|成品|做完|煮完)[^,;\d]{0,6}(?P<zh>\d+(?:\.\d+)?)\s*(?P<zh_unit>公斤|千克|克|斤|g|kg)"
    r"|[,;.]?\s*\b(?:cooked|finished|when done|in the end)(?: weight)?\s*(?:it )?(?:weighs|weight|is|:|=)?\s*"
    r"(?P<en>\d+(?:\.\d+)?)\s*(?P<en_unit>kg|g)\b"
)
_IN_GRAMS = {"公斤": 1000.0, "千克": 1000.0, "kg": 1000.0, "斤": 500.0}


@dataclass(frozen=True)
class Teaching:
    """Where in a cleaned text the name of a food stands, and what is told of it."""

    name: tuple[int, int]
    body: tuple[int, int]


@dataclass(frozen=True)
class LabelTold:
    """What a label tells: amounts by tagname, of 100 g or of a portion, and the portion's unit and grams."""

    amounts: Mapping[str, float] = field(default_factory=dict)
    is_per_100: bool = False
    unit: str = ""
    grams: float | None = None


@dataclass(frozen=True)
class PortionTold:
    """What a portion is called and weighs in g, of a drink its ml, and where in the text that stands."""

    unit: str
    grams: float
    span: tuple[int, int]


@dataclass(frozen=True)
class DishTold:
    """The words for what goes into a dish, how many portions it makes, and what it weighs when done."""

    parts: str
    portions: float = 1.0
    cooked_grams: float | None = None


def teaching_in(plain: str) -> Teaching | None:
    """Return what a cleaned text teaches, or None.

    It begins with 记住 or "remember"; or with 我的 or "my" where energy and grams follow, as on a label.
    """
    found = _TEACH.fullmatch(plain.strip())
    begin = len(plain) - len(plain.lstrip())
    if found and _TELLING.search(found["body"]):
        name = "name" if found["name"] else "name_en"
        return _teaching(plain, begin, found.span(name), found.span("body"))
    found = _LABELLED.fullmatch(plain.strip())
    if found is None or _NO_FOOD.match(found["name"]):
        return None
    told = label_in(found["body"])
    is_label = told is not None and (told.grams is not None or told.is_per_100)
    return _teaching(plain, begin, found.span("name"), found.span("body")) if is_label else None


def _teaching(plain: str, begin: int, name: tuple[int, int], body: tuple[int, int]) -> Teaching:
    start, end = begin + name[0], begin + name[1]
    while start < end and plain[start] in _QUOTES:
        start += 1
    while end > start and plain[end - 1] in _QUOTES:
        end -= 1
    return Teaching((start, end), (begin + body[0], begin + body[1]))


def name_to_forget(plain: str) -> str:
    """Return the name of the food that a cleaned text asks to forget; empty for anything else."""
    found = _FORGET.fullmatch(bare(plain)[0])
    name = found["name"].strip(_QUOTES + ENDING) if found else ""
    return "" if name in _NOT_NAMED or _LATEST.fullmatch(name) else name


def label_in(body: str) -> LabelTold | None:
    """Return what a label says, or None for words that tell no energy: these are what goes into a dish."""
    energy = _KCAL.search(body)
    if energy is None:
        return None
    amounts = {"ENERC_KCAL": _kcal(energy)}
    rest = _blanked(body, energy)
    for nutrient in _nutrients(rest):
        amounts[next(tag for tag in _NUTRIENTS if nutrient[tag])] = _amount(nutrient)
        rest = _blanked(rest, nutrient)
    per_100 = _PER_100.search(rest)
    rest = _blanked(rest, per_100) if per_100 else rest
    portion = portion_in(rest)
    return LabelTold(amounts, bool(per_100), portion.unit if portion else "", portion.grams if portion else None)


def portion_in(text: str) -> PortionTold | None:
    """Return what words say a portion weighs, such as 一盒250毫升 or "one bar is 45 g", None where they say nothing."""
    found = next((found for pattern in _PORTIONS if (found := pattern.search(text))), None)
    if found is None:
        return None
    return PortionTold(found.groupdict().get("unit") or "", float(found["grams"]), found.span())


def dish_in(body: str) -> DishTold:
    """Return what words about a dish say, taken apart."""
    cooked, makes = _COOKED.search(body), _MAKES.search(body)
    rest = body
    for told in (cooked, makes):
        rest = _blanked(rest, told) if told else rest
    return DishTold(rest.strip(" ,;。、\n"), _portions(makes) if makes else 1.0, _weight(cooked) if cooked else None)


def _kcal(found: re.Match[str]) -> float:
    figure = float(found["first"] or found["last"])
    is_kj = (found["unit"] or found["unit_last"]) in ("千焦", "kj")
    return round(figure / _KJ_IN_A_KCAL, 1) if is_kj else figure


def _nutrients(text: str) -> Iterator[re.Match[str]]:
    """Yield the nutrients with their figures, which stand all before or all behind their names."""
    names = list(re.finditer(_NAMED, text))
    is_name_first = bool(names) and _NAME_FIRST.match(text, names[-1].start()) is not None
    yield from (_NAME_FIRST if is_name_first else _FIGURE_FIRST).finditer(text)


def _amount(found: re.Match[str]) -> float:
    """Return grams, or milligrams of sodium; without a unit the one that labels have."""
    figure = float(found["figure"])
    is_milli = found["unit"] in ("mg", "毫克") if found["unit"] else bool(found["NA"])
    if found["NA"]:
        return figure if is_milli else figure * 1000
    return figure / 1000 if is_milli else figure


def _portions(found: re.Match[str]) -> float:
    told = found["zh"] or found["en"] or found["en_last"]
    numeral = number_at(told, 0)
    return numeral.value.mid if numeral and numeral.value.mid > 0 else 1.0


def _weight(found: re.Match[str]) -> float:
    unit = found["zh_unit"] or found["en_unit"]
    return float(found["zh"] or found["en"]) * _IN_GRAMS.get(unit, 1.0)


def _blanked(text: str, found: re.Match[str]) -> str:
    """Put a comma and blanks in the place of what was understood, so that what stood around it does not join."""
    return text[: found.start()] + "," + " " * (found.end() - found.start() - 1) + text[found.end() :]
