"""What English descriptions of a meal say of its worth and its taste, which names no food.

"Savoring its rich flavor", "to satisfy my sweet tooth", "making it a perfect start to my day".
"""

from __future__ import annotations

# Such a stretch ends at the next sign, number or food, which has an article or comes with something.
_END = (
    r"(?=\s*(?:$|[,.;:!?\n()\d]"
    r"| (?:with|alongside|along|plus|paired|and (?:an?|some|the|my)|of|from|in|then|i|we|by)\b"
    r"|(?<!for)(?<!such)(?<!making)(?<!to) (?:an?|some|two|three|half)\b))"
)
_ON = rf"(?: [a-z'-]{{1,20}}){{0,9}}?{_END}"
_TASTES = (
    "flavou?rs?|textures?|(?<!toast )crunch|consistency|sweetness|richness|tastes?|aromas?|warmth|creaminess|bites?"
    "|finish|kick|touch|twist|boost|zing|treat|zest"
)
_GOALS = (
    "satisfy|quench|fuel|boost|curb|kick|kickstart|start|begin|end|finish|power|energi[sz]e|warm|refresh|round|complete"
    "|complement|brighten|celebrate|unwind|keep|get|give|stay|hold|tide|relax|recharge|accompany|wash|enhance|balance"
    "|top|cap|close"
)
_WORTH = (
    "for|way|start|ending|end|finish|choice|companion|complement|addition|treat|balance|combination|portion|amount"
    "|pick-me-up"
)
_DEEDS = "hit|gave|added|made|kept|left|was|satisfied|quenched|packs?|brought|provided|offered|felt"
PRAISE = (
    r"\b(?:savou?r|enjoy|relish|lov|appreciat|delight|revel|bask)ing (?:in )?(?:its|their|every|each|the)\b" + _ON,
    r"\b(?:making|which made|that made) (?:it|this|them|for)\b" + _ON,
    rf"\bto (?:help |really |properly )?(?:{_GOALS})"
    r" (?:me|us|my|our|the|it|off|up|through|energi[sz]ed|hydrated|full)\b" + _ON,
    rf"\b(?:just )?(?:the |an? )?(?:perfect|ideal|great|wonderful|just right|right) (?:{_WORTH})\b" + _ON,
    rf"\b(?:that|which) (?:really |just |also |totally )?(?:{_DEEDS})"
    r" (?:the spot|me|an?|my|it|just|so|such|perfect|quite|really|very|both|extra)\b" + _ON,
    r"\b(?:for|with|in|rich in|bursting with|full of|boasting) (?:an? |the |its |that |some |every |extra )?"
    rf"(?:(?!(?:to|and|or|for|with|at) )[a-z-]{{1,20}} ){{0,2}}(?:{_TASTES})\b(?! (?:of|with|salad|sauce|bar))",
)
"""Patterns of such stretches in a cleaned text."""
