"""English words that mean the same in meals, so that what is said meets what a table calls it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from meum.language.lexicon import stem_of

# What is said, and the words under which tables know it.
_PHRASES = {
    "hot dog": "frankfurter",
    "hotdog": "frankfurter",
    "wiener": "frankfurter",
    "wiener schnitzel": "schnitzel",
    "kopi o": "kopio",
    "kopi c": "kopic",
    "kopi-o": "kopio",
    "kopi-c": "kopic",
    "teh o": "teho",
    "teh c": "tehc",
    "teh-o": "teho",
    "teh-c": "tehc",
    "french fry": "fries",
    "french fries": "fries",
    "soft drink": "soda",
    "soda pop": "soda",
    "fat free": "fatfree",
    "fat-free": "fatfree",
    "nonfat": "fatfree",
    "non-fat": "fatfree",
    "non fat": "fatfree",
    "skim": "fatfree",
    "skimmed": "fatfree",
    "low fat": "lowfat",
    "low-fat": "lowfat",
    "reduced fat": "reducedfat",
    "reduced-fat": "reducedfat",
    "sugar free": "sugarfree",
    "sugar-free": "sugarfree",
    "caffeine free": "decaffeinated",
    "caffeine-free": "decaffeinated",
    "decaf": "decaffeinated",
    "gluten free": "glutenfree",
    "gluten-free": "glutenfree",
    "low calorie": "diet",
    "low-calorie": "diet",
    "reduced calorie": "diet",
    "peanut butter and jelly": "peanut butter jelly",
    "pb&j": "peanut butter jelly sandwich",
    "pbj": "peanut butter jelly sandwich",
    "pb": "peanut butter",
    "oj": "orange juice",
    "mayo": "mayonnaise",
    "parm": "parmesan",
    "mac and cheese": "macaroni cheese",
    "mac & cheese": "macaroni cheese",
    "mac n cheese": "macaroni cheese",
    "bell pepper": "sweet pepper",
    "capsicum": "sweet pepper",
    "garbanzo bean": "chickpea",
    "garbanzo": "chickpea",
    "string bean": "green bean",
    "french bean": "green bean",
    "runner bean": "green bean",
    "beef mince": "ground beef",
    "hamburger meat": "ground beef",
    "rapeseed oil": "canola oil",
    "sour dough": "sourdough",
    "grilled cheese": "grilled cheese sandwich",
    "grilled cheese sandwiches": "grilled cheese sandwich",
    "wings": "chicken wing",
    "chicken wings": "chicken wing",
    "porridge": "oatmeal",
    "ice lolly": "popsicle",
    "candy floss": "cotton candy",
    "sunny side up": "fried",
    "over easy": "fried",
    "whole-wheat": "whole wheat",
    "wholemeal": "whole wheat",
    "wholewheat": "whole wheat",
    "whole grain": "wholegrain",
    "whole-grain": "wholegrain",
    "multi-grain": "multigrain",
    "ready to eat": "ready-to-eat",
    "half and half": "halfandhalf",
    "half & half": "halfandhalf",
    "half-and-half": "halfandhalf",
    "spring onion": "scallion",
    "green onion": "scallion",
    "coca-cola": "cola",
    "coca cola": "cola",
    "coke": "cola",
    "pepsi": "cola",
    "stir-fry": "stir fry",
    "t-bone": "tbone",
    "deep-fried": "fried",
    "pan-fried": "fried",
    "carbonated water": "sparkling water",
}
SAID = frozenset(word for phrase in _PHRASES for word in phrase.split())
"""Words of the sayings that tables put otherwise, for what mends misspelt ones."""
_WORDS = {
    "buttery": "butter",
    "cheesy": "cheese",
    "chocolaty": "chocolate",
    "chocolatey": "chocolate",
    "fruity": "fruit",
    "nutty": "nut",
    "garlicky": "garlic",
    "lemony": "lemon",
    "toasted": "toast",
    "breaded": "coated",
    "battered": "coated",
    "flavored": "flavor",
    "flavoured": "flavor",
    "mashed": "mash",
    "scrambled": "scramble",
    "smoked": "smoke",
    "boiled": "boil",
    "veggie": "vegetable",
    "veg": "vegetable",
    "burger": "hamburger",
    "pop": "soda",
    "yoghurt": "yogurt",
    "catsup": "ketchup",
    "donut": "doughnut",
    "omelette": "omelet",
    "broiled": "grill",
    "grilled": "grill",
    "courgette": "zucchini",
    "aubergine": "eggplant",
    "prawn": "shrimp",
    "coriander": "cilantro",
    "rocket": "arugula",
    "soya": "soy",
    "lite": "light",
    "choc": "chocolate",
    "chilli": "chili",
    "chile": "chili",
    "tortillas": "tortilla",
    "mince": "ground",
    "minced": "ground",
    "barbecued": "barbecue",
    "bbq": "barbecue",
    "barbeque": "barbecue",
    "steamed": "boil",
    "roasted": "baked",
    "roast": "baked",
    "cooky": "cookie",
    "maize": "corn",
    "sweetcorn": "corn",
    "hamburgers": "hamburger",
    "fruits": "fruit",
    "grapes": "grape",
    "sodas": "soda",
    "sausages": "sausage",
    "vegetarian": "meatless",
    "vegan": "meatless",
    "noodles": "noodle",
}


def _table(rows: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({stem_of(word): stem_of(same) for word, same in rows.items()})


SAME = _table(_WORDS)
"""Stem to the stem that stands for it and for its synonyms."""

_PHRASE = re.compile(r"\b(" + "|".join(sorted(map(re.escape, _PHRASES), key=len, reverse=True)) + r")(?:s|es)?\b")


def canonical(text: str) -> str:
    """Return a text in lower case with sayings of several words put as tables put them."""
    return _PHRASE.sub(lambda match: _PHRASES[match[1]], text)


def is_saying(text: str) -> bool:
    """Tell whether a text in lower case is one such saying and nothing else."""
    return _PHRASE.fullmatch(text) is not None
