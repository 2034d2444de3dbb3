"""What somebody says they must not or do not want to eat, and what they eat for; pure.

Only what is said of oneself, of always, and as a whole clause: 我妈对虾过敏 and 今天不吃鱼 tell nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bots.nlu.courtesy import ENDING
from bots.nlu.suggesting import foods_in

_LONGEST = 120
_TYPED = re.compile(r"\b(?:al+erg|all?erdg|allreg)(ic|y|ies)\b")
"""An allergy is not missed for a slip of the thumb."""
_CLAUSES = re.compile(r"[,，。;；!！\n]+|(?<=[a-z]) (?:but|so|and) (?=(?:i\b|allergic\b))")
_JOINED = re.compile(r"^(?:还有|另外|而且|也|并且|同时|and|also|but)\s*|[,，\s]+$")
_OTHERS = re.compile(
    r"[他她它你]|妈|爸|孩子|儿子|女儿|宝宝|老公|老婆|先生|太太|朋友|同事|爷爷|奶奶|外婆|外公|哥|弟|姐|妹|"
    r"\b(?:(?<!forget )(?<!delete )(?<!remove )my (?!allerg|goal|diet|weight|blood)\w+|"
    r"he|she|they|his|her|their|you|your|kids?)\b"
)
_WHO = r"(?:我|本人|自己)(?:现在|一直|从小|是|有|其实|已经|的体质|平时|,)*"


class Wish(StrEnum):
    """What is told."""

    ALLERGY = "allergy"
    DIET = "diet"
    CONDITION = "condition"
    DISLIKE = "dislike"
    GOAL = "goal"


@dataclass(frozen=True)
class WishTold:
    """Hold one thing told: the key of a diet, condition or goal, or the words for a food; `is_over` takes it back."""

    kind: Wish
    word: str
    is_over: bool = False


_EAT_NO = r"(?:do not|don'?t|never|can'?t|cannot) eat(?: any)?"
_DIETS = {
    "vegan": r"纯素(?:食)?(?:主义)?(?:者)?|全素|严格素食(?:者)?|(?:a |strictly |strict )*vegan",
    "buddhist_vegetarian": r"吃斋|信佛(?:吃素)?|佛教(?:徒|素食)|净素|不吃五辛|(?:a )?buddhist(?: vegetarian)?",
    "pescatarian": r"鱼素(?:者)?|(?:a )?pesc[ae]tarian",
    "vegetarian": (
        rf"素食(?:主义)?(?:者)?|吃素|蛋奶素|不吃肉|不吃荤|{_EAT_NO} meat|(?:a )?(?:lacto[- ]?ovo[- ]?)?vegetarian"
    ),
    "halal": r"清真|回民|回族|穆斯林|(?:a )?muslim|halal",
    "kosher": r"犹太(?:教|人|洁食)?|jewish|kosher",
    "no_pork": rf"不吃猪肉?|{_EAT_NO} pork",
    "no_beef": rf"不吃牛肉?|{_EAT_NO} beef",
}
_CONDITIONS = {
    "hypertension": r"高血压|血压高|血压偏高|(?:high blood pressure|hypertension)",
    "type2_diabetes": r"(?:2型|二型)?糖尿病|血糖高|血糖偏高|(?:type (?:2|two) )?diabet(?:es|ic)",
    "gout": r"痛风|尿酸高|高尿酸(?:血症)?|gout|high uric acid",
    "dyslipidaemia": (
        r"高血脂(?:症)?|血脂高|血脂异常|胆固醇高|高胆固醇|(?:high (?:cholesterol|blood lipids)|dyslipid[a]?emia)"
    ),
    "ckd3_no_dialysis": r"慢性肾病|肾病|慢性肾脏病|(?:chronic )?kidney disease|ckd",
    "lactose_intolerance": r"乳糖不耐受?(?:症)?|lactose[- ]intoleran(?:t|ce)",
    "iron_deficiency": r"缺铁(?:性贫血)?|iron[- ]deficien(?:cy|t)(?: an[a]?emia)?",
    "coeliac": r"乳糜泻|麸质不耐受?|c[o]?eliac(?: disease)?|gluten[- ]intoleran(?:t|ce)",
    "eating_disorder_history": r"(?:过)?(?:厌食症|暴食症|贪食症|进食障碍)|(?:an )?(?:eating disorder|anorexia|bulimia)",
    "pregnant_1": r"(?:怀孕早期|孕早期|孕初期)|(?:in (?:my |the )?)?first trimester",
    "pregnant_2": r"(?:怀孕中期|孕中期)|(?:in (?:my |the )?)?second trimester",
    "pregnant_3": r"(?:怀孕晚期|孕晚期|孕后期)|(?:in (?:my |the )?)?third trimester",
    "breastfeeding": r"哺乳期?|母乳喂养|喂奶期?|breast-?feeding",
    "pregnant": r"怀孕|孕妇|孕期|怀上|pregnant",
}
_GOALS = {
    "lose": r"减重|减肥|减脂|瘦(?:身|下来|一?点)?|(?:to )?los(?:e|ing) (?:some )?(?:weight|fat)",
    "gain": r"增重|增肌|长胖|变胖|长肉|(?:to )?gain(?:ing)? (?:some )?(?:weight|muscle)",
    "maintain": (
        r"保持(?:体重|身材|现状)?|维持(?:体重|现状)?|不减|(?:to )?(?:maintain|keep)(?:ing)?(?: my| the)? ?(?:weight)?"
    ),
}
_END_ZH = r"(?:的|了|者|人|患者|病人|体质|饮食|食物|啊|哦|呢|史|症)*"
_NO_MORE_EN = r"(?: any ?more| any longer| now)?"
_FOOD = r"(?P<word>[^,，。;；?？]{1,30}?)"
_HARD = r"(?:会|有点儿?|有些|轻微|严重|比较|非常|很|特别|都|也|是)*"
_SAID: tuple[tuple[Wish, bool, re.Pattern[str]], ...] = tuple(
    (kind, is_over, re.compile(pattern))
    for kind, is_over, pattern in (
        (Wish.ALLERGY, True, rf"(?:{_WHO})?(?:不|不再|没有|并不|已经不)(?:会)?(?:对|吃)?{_FOOD}过敏了?"),
        (Wish.ALLERGY, True, rf"(?:{_WHO})?(?:对|吃)?{_FOOD}(?:已经|现在)?(?:不|不再|没有|不会)(?:会)?(?:再)?过敏了?"),
        (Wish.ALLERGY, True, rf"(?:忘掉|删除|删掉|去掉|取消)(?:我)?(?:对)?{_FOOD}(?:的)?过敏"),
        (Wish.ALLERGY, True, rf"i(?:'m| am|m) (?:not|no longer) allergic to {_FOOD}{_NO_MORE_EN}"),
        (Wish.ALLERGY, True, rf"(?:forget|delete|remove) my {_FOOD} allergy"),
        (Wish.ALLERGY, False, rf"(?:{_WHO})?(?:对|吃|喝){_FOOD}{_HARD}过敏{_END_ZH}"),
        (Wish.ALLERGY, False, rf"(?:{_WHO}){_FOOD}{_HARD}过敏{_END_ZH}"),
        (Wish.ALLERGY, False, rf"(?:我的?)?(?:过敏原|过敏史|食物过敏|过敏)(?:是|有|包括|:|：|\s)+{_FOOD}"),
        (
            Wish.ALLERGY,
            False,
            rf"(?:i(?:'m| am|m) )?(?:very |really |severely |highly |also |a bit )*allergic to {_FOOD}",
        ),
        (Wish.ALLERGY, False, rf"i(?:'ve| have)(?: got)? (?:an? )?(?:severe |bad |mild )*{_FOOD} allerg(?:y|ies)"),
        (Wish.ALLERGY, False, rf"(?:my )?allerg(?:y|ies)(?: is| are|:| to)+ {_FOOD}"),
        (Wish.ALLERGY, False, rf"(?:an? )?{_FOOD} allerg(?:y|ies)"),
        (Wish.ALLERGY, False, rf"{_FOOD}{_HARD}过敏{_END_ZH}"),
        (Wish.DISLIKE, True, rf"(?:{_WHO})?(?:又|也|可以|能|开始|喜欢)+(?:吃|喝){_FOOD}了"),
        (Wish.DISLIKE, True, rf"i (?:can|do|like to) (?:eat|drink|have) {_FOOD} (?:again|now)"),
        (
            Wish.DISLIKE,
            False,
            rf"(?:{_WHO})(?:从来|都|真的|也|很)*(?:不吃|不喝|不爱吃|不爱喝|不喜欢吃?|讨厌吃?|不能吃|吃不了|吃不惯){_FOOD}(?:的)?",
        ),
        (
            Wish.DISLIKE,
            False,
            r"i (?:really |also |just )*(?:(?:do not|don'?t|never|can'?t|cannot|can not) (?:eat|like|drink|stand)"
            rf"(?: any)?|hate|dislike) {_FOOD}",
        ),
    )
)


def _keyed(keys: Mapping[str, str], before: str, after: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((key, re.compile(rf"{before}(?:{words}){after}")) for key, words in keys.items())


_AM = (
    rf"(?:(?:{_WHO})(?:是|个|一个|有|得了?|患有?|吃|只吃|信|都|在|查出(?:来)?|确诊(?:了|为)?|被诊断(?:为|出)?|轻度|中度|重度)*|"
    r"i(?:'m| am|m|'ve| have|ve)(?: (?:been|a|an|now|currently|got|mild|severe|only|strictly|on))*(?: eating)? |"
    r"i (?:only )?(?:eat|follow|keep)(?: a)? |i )"
)
_NOT = (
    r"(?:(?:我|本人)(?:现在|已经)?(?:不|不再|没有|不是)(?:是|个|吃|有|再|得)*|"
    r"i(?:'m| am|m) (?:no longer|not)(?: a)? |i (?:do not|don'?t) have |i no longer have )"
)
_KEYED = (
    (Wish.DIET, True, _keyed(_DIETS, _NOT, rf"(?:{_END_ZH}|(?: diet| food)?{_NO_MORE_EN})")),
    (Wish.CONDITION, True, _keyed(_CONDITIONS, _NOT, rf"(?:{_END_ZH}|{_NO_MORE_EN})")),
    (Wish.DIET, False, _keyed(_DIETS, _AM, rf"(?:{_END_ZH}|(?: diet| food)?)")),
    (Wish.CONDITION, False, _keyed(_CONDITIONS, _AM, rf"(?:{_END_ZH}|)")),
    (
        Wish.GOAL,
        False,
        _keyed(
            _GOALS,
            r"(?:(?:我的?)?目标(?:是|改成|改为|设为|设成|换成|:|：|\s)*|(?:set |change )?(?:my )?goal(?:\s|is|to|:)*)",
            r"(?:吧|了)?",
        ),
    ),
)
_WEEKS = re.compile(
    rf"(?:{_WHO})?(?:怀孕|怀孕了|孕)(?:了|已经|第)*\s*(?P<zh>\d{{1,2}})\s*(?:周|个?月)(?:了|多)*|"
    r"i(?:'m| am|m) (?:now |about )?(?P<en>\d{1,2}) (?:weeks?|months?) pregnant"
)
_ALLERGY = re.compile(
    r"对.{1,12}过敏|过敏(?:史|原)|食物过敏|\ballergic to\b|\ballerg(?:y|ies) (?:to|:)|\b\w+ allergy\b"
)
_LISTED = re.compile(
    r"(?:看(?:看|一下)?|查看)?(?:我的?)?(?:忌口|过敏原?|饮食(?:要求|习惯|禁忌|限制)|禁忌)(?:有哪些|是什么|有什么|清单|列表)?|"
    r"我(?:有什么|有哪些)忌口|我对(?:什么|啥)过敏|"
    r"(?:show |what are )?my (?:allerg(?:y|ies)|diet(?:ary (?:needs|restrictions))?|food (?:rules|restrictions)|"
    r"dislikes)|"
    r"what am i allergic to"
)


def wishes_told(plain: str) -> tuple[WishTold, ...]:
    """Return what a cleaned text tells of oneself, in its order; a clause that tells nothing of it is left out."""
    plain = _TYPED.sub(r"allerg\1", plain)
    if len(plain) > _LONGEST or plain.rstrip().endswith(("?", "？", "吗", "么")):
        return ()
    return tuple(told for clause in _CLAUSES.split(plain) for told in _of_clause(clause.strip().strip(ENDING)))


def tells_more(plain: str) -> bool:
    """Tell whether a text that tells wishes tells something else in another clause."""
    clauses = [clause.strip().strip(ENDING) for clause in _CLAUSES.split(plain)]
    return any(clause and not _of_clause(clause) for clause in clauses)


def speaks_of_allergy(plain: str) -> bool:
    """Tell whether a cleaned text speaks of an allergy to something, of whomever."""
    return _ALLERGY.search(_TYPED.sub(r"allerg\1", plain)) is not None


def asks_for_wishes(plain: str) -> bool:
    """Tell whether a cleaned text asks what is kept of one's wishes: 我的忌口, "my allergies"."""
    return _LISTED.fullmatch(plain.strip().strip(ENDING)) is not None


def _of_clause(clause: str) -> tuple[WishTold, ...]:
    text = _JOINED.sub("", clause)
    if not text or _OTHERS.search(text):
        return ()
    if weeks := _WEEKS.fullmatch(text):
        return (WishTold(Wish.CONDITION, _trimester(int(weeks["zh"] or weeks["en"]), "月" in text or "month" in text)),)
    for kind, is_over, patterns in _KEYED:
        if key := next((key for key, pattern in patterns if pattern.fullmatch(text)), None):
            return (WishTold(kind, key, is_over),)
    return tuple(_of_food(text))


def _trimester(count: int, is_months: bool) -> str:
    """Return the trimester of so many weeks or months; the second begins with week 13, the third with week 28."""
    weeks = count * 4.35 if is_months else count
    return "pregnant_1" if weeks < 13 else "pregnant_2" if weeks < 28 else "pregnant_3"


def _of_food(text: str) -> Iterator[WishTold]:
    for kind, is_over, pattern in _SAID:
        if found := pattern.fullmatch(text):
            yield from (WishTold(kind, word, is_over) for word in foods_in(found["word"]))
            return
