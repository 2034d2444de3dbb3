"""Which allergens a food holds, read from its name and group with our table of words.

A word counts where it is the longest at its place: `rice noodles`, of no allergen, keeps `noodles` from being found in
them. What a food holds is known in full only for plain foods of one thing; a dish's facts come from its parts.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from meum.domain.languages import Lang
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.nutrients import TABLES
from nutrition.domain.allergens import Allergen, AllergenFacts
from nutrition.domain.foods import FoodGroup

Found = frozenset[Allergen]

# Foods of these groups are one thing unless their name tells of more.
_SINGLE = frozenset(
    {
        FoodGroup.EGG,
        FoodGroup.FRUIT,
        FoodGroup.LEGUME,
        FoodGroup.MEAT,
        FoodGroup.MUSHROOM,
        FoodGroup.POULTRY,
        FoodGroup.SEAFOOD,
        FoodGroup.SEAWEED,
        FoodGroup.TUBER,
        FoodGroup.VEGETABLE,
    }
)
_MORE_THAN_ONE = re.compile(
    r"""
    (?i:\b(?:with|mix|mixed|mixture|sauce|bread(?:ed|ing)?|batter(?:ed)?|sausages?|luncheon|frankfurters?|canned|prepared
    |imitation|substitute|spread|seasoned|flavou?r(?:ed|s)?|sweetened|salad|soup|stuffed|patt(?:y|ies)|loaf|links?
    |restaurant|fast|dressing|candied|marinated|glazed|pickled?s?|fried|rolls?|cured|smoked|dried|juice|nectar|drink
    |enhanced|formula|baked|refried|meatless|burgers?|hash|mashed|creamed|chips|dip|paste|puree|catsup|relish|chili|jerky
    |from|made|added|fat|deli|home-prepared|omelet|scrambled|poached|dish|ns|nfs|vegetarian|protein|milk|yogurt
    |cheese|butter|noodles?|kimchi|sauerkraut|tofu|bacon|ham|salami|bologna|pastrami|pepperoni|dehydrated|flakes|meal|chocolate|vanilla)\b)
    |[A-Z]{3,}
    |[腌卤炸酱熏烤炒煎红烧味调罐干糖蜜渍加粉裹丸肠条沾混拌汤]|面包|饼|火锅|松|精|制|饮|油
    """,
    re.VERBOSE,
)
# Of plain foods these words change nothing: how much fat is cut off, which sort of pepper.
_HARMLESS = re.compile(
    r"(?i)lean and fat|trimmed to \S+ fat|% fat|with(?:out)? (?:added )?(?:salt|fat|skin|peel|shell|refuse)"
    r"|no salt added|made without egg|hot chil[ie]|chil[ie] peppers|butter ?beans|mixed species|leg \(ham\)"
    r"|[鸡猪牛羊鸭鹅][大小]?肠|油菜心|火锅片|平均值"
)
# After a name that stands for one thing: words of something more.
_ADDED = re.compile(
    r"\bwith\b(?! (?:tap water|(?:added )?(?:vitamin|salt|calcium|skin)))|\bflavor|\bchocolate|\bvanilla|\bfruit|\bfill"
    r"|\bsauce|\bmix\b|\bsubstitute|\bimitation|\bdressing|\bbread\b|\bhoney|\bsubstitut|\blecithin|\bblend"
)
_CREATURES = frozenset({Allergen.FISH, Allergen.CRUSTACEANS, Allergen.MOLLUSCS})
# A table of foods as eaten leaves open what they were cooked with.
_AS_EATEN = frozenset({"fndds"})
_RAW = re.compile(r"\braw$")
# Neither fish nor crustacean nor mollusc, though their table has them among these.
_OTHER_CREATURES = re.compile(
    r"\bturtle|\bfrog|\bjellyfish|\bsea cucumber|\bsea urchin|海参|刺参|海蜇|海胆|鳖|甲鱼|牛蛙|田鸡"
)
_PLANT_MILK = re.compile(r"\b(?:soy|almond|coconut|rice|oat|cashew|non-?dairy)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language: what each tells, and a pattern that finds the longest at each place."""

    told: Mapping[str, Found]
    whole: Mapping[str, Found]
    pattern: re.Pattern[str]

    def within(self, name: str) -> Found:
        """Return all that the words in a name tell."""
        return frozenset[Allergen]().union(*(self.told[match.group()] for match in self.pattern.finditer(name)))

    def of_whole(self, name: str) -> Found | None:
        """Return what a food holds, and nothing else, whose name is or begins with one of the whole names."""
        bare = re.sub(r"[(（][^)）]*[)）]", "", name).removesuffix("平均值").strip()
        head = next((head for head in _heads(bare) if head in self.whole), None)
        return None if head is None or _ADDED.search(bare[len(head) :]) else self.whole[head]


def _heads(name: str) -> Iterator[str]:
    """Yield a name, and what is left of it without its last word, without its last two, and so on."""
    yield name
    for gap in reversed(list(re.finditer(r",? ", name))):
        yield name[: gap.start()]


@cache
def _words(lang: Lang) -> _Words:
    told: dict[str, Found] = {}
    whole: dict[str, Found] = {}
    with (TABLES / "allergen_words.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["lang"] == lang:
                found = frozenset(Allergen(key) for key in row["allergens"].split(";") if key)
                (whole if row["is_whole"] == "1" else told)[row["word"].lower()] = found
    either = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    return _Words(told, whole, re.compile(either if lang is Lang.ZH else rf"\b(?:{either})(?!\w)"))


def allergens_in_names(*, zh: str = "", en: str = "") -> frozenset[Allergen]:
    """Return the allergens that the names of a food tell of: 蛋糕 has wheat, egg and milk."""
    return _words(Lang.ZH).within(zh.lower()) | _words(Lang.EN).within(en.lower())


def allergens_of(draft: FoodDraft) -> AllergenFacts:
    """Return what the names and the group of a food tell of its allergens."""
    whole = _of_whole_name(draft)
    if whole is not None:
        return AllergenFacts(whole, is_known=True)
    named = allergens_in_names(zh=draft.name_zh, en=draft.name_en)
    contains = named | _of_group(draft, named)
    return AllergenFacts(contains, _is_one_thing(draft, contains))


def _of_whole_name(draft: FoodDraft) -> Found | None:
    if draft.source in _AS_EATEN:
        return None
    found = [_words(Lang.ZH).of_whole(draft.name_zh.lower()), _words(Lang.EN).of_whole(draft.name_en.lower())]
    return next((one for one in found if one is not None), None)


def _of_group(draft: FoodDraft, named: Found) -> Found:
    """Return what all foods of a group hold."""
    name = f"{draft.name_zh} {draft.name_en}"
    if draft.group is FoodGroup.EGG:
        return frozenset({Allergen.EGG})
    if draft.group is FoodGroup.DAIRY and not _PLANT_MILK.search(name):
        return frozenset({Allergen.MILK})
    if draft.group is FoodGroup.SEAFOOD and not named & _CREATURES and not _OTHER_CREATURES.search(name.lower()):
        return frozenset({Allergen.FISH})
    return frozenset()


def _is_one_thing(draft: FoodDraft, contains: Found) -> bool:
    if draft.group not in _SINGLE or (draft.source in _AS_EATEN and not _RAW.search(draft.name_en)):
        return False
    if draft.group is FoodGroup.SEAFOOD and not contains & _CREATURES:
        return False
    return not any(_MORE_THAN_ONE.search(_HARMLESS.sub("", name)) for name in (draft.name_zh, draft.name_en))
