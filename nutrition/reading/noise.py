"""Stretches of a meal sentence that look like amounts or foods and are neither: money, sweetness, mark-up, links."""

from __future__ import annotations

import re

from nutrition.reading.pieces import Spans

# Short, so that a page of figures is read in no time.
_FIGURE = r"(?:\d{1,6}(?:\.\d{1,3})?|[一二两三四五六七八九十百]{1,6})"
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NOISE = re.compile(
    "|".join(
        (
            # money: 25块钱, 花了35块, $5
            rf"{_FIGURE}\s*(?:块钱|块\d毛?|元钱?|rmb|人民币|美元|美金|欧元|毛钱|dollars?\b|bucks\b|usd\b|euros?\b)的?",
            rf"[$¥€£]\s*{_FIGURE}",
            rf"(?:花了|(?<![\u4e00-\u9fff])花|价格|人均)\s*{_FIGURE}\s*块?",
            r"\d{2,6}块(?=[\s,，。的吃]|$)的?",
            # sweetness and ice of drinks
            r"(?:[一二三四五六七八九半少微全无零低多\d]{1,2}分?|正常)糖(?![果葫水浆醋])",
            r"(?:少|去|多|加|不加|正常|微|半)冰(?![淇棍糖沙粉])|常温|热饮|冷饮",
            # what a food is free of
            r"\b(?:zero|0)[ -](?:sugar|fat|calories?|cal|carbs?|alcohol)\b|(?<![\d.])[0零](?:糖|脂肪?|卡|蔗糖|添加)",
            # how much one drinks, without an amount
            r"(?:喝水|饮水)(?:太|有点|比较|很|喝得)*(?:少|不多|不够|不足)了?",
            # how full one is, how well done a steak is
            r"[一二三五六七八九两\d]{1,2}[分成]熟",
            r"[一二三四五六七八九十\d]{1,2}[分成]饱",
            # shares of fat and cocoa, heat
            r"\d{1,4}(?:\.\d{1,3})?\s*(?:%|°c?)",
            # makers and shops with a number for a name
            r"三只松鼠|(?<!\d)7-?11(?!\d)|\b7-eleven\b",
            # how lean meat is, the number of a meal, hours that something else began or ended at
            r"\b\d{2}/\d{1,2}(?= (?:lean|ground|beef|turkey|pork|mince)\b)|\bmeal \d{1,2}\b",
            rf"\b(?:since|until|till|til) (?:\d{{1,2}}|{_HOURS})(?=\s*(?:$|[,.;!?\n]|so\b|i\b|and\b))",
            # "this one" is no number
            r"\b(?:this|that|which|each|every|any|no|good|last|first|next) one\b(?!-)",
            # a food with a number for a name, where no catalogue knows it
            r"\bhalf[ -](?:and|&)[ -]half\b",
            # a container that holds one serving
            r"\b(?:single|individual)[ -]serving(?= (?:bag|box|can|container|bottle|pouch|pack|cup|packet))",
            # mark-up, calls of functions, links
            r"<[^<>]{1,200}>|[a-z_.]{1,30}\(\s*['\"][^()]{0,200}\)|https?://\S+",
            # headings of lists
            r"(?:水果|主食|蔬菜|饮料|饮品|甜点|零嘴|配菜|小菜|菜)\s*:",
            # numbering of lists and courses, company at table
            r"(?m:^\s*(?:\d{1,2}[.)、]|[-*•])\s+)",
            r"(?m:^-(?=\d[^\n]{0,200}\n-))|(?<=\n)-(?=\d)",
            r"[一二两三四五六七八九十几\d]{1,2}(?:次|回|趟)",
            r"第[一二三四五六七八九十\d]{1,3}(?:顿|次|个|份|杯|碗|餐)?",
            r"[一二两三四五六七八九十\d]{1,2}个?(?:人|朋友|同事)(?!份)",
        )
    )
)


def noise_in(text: str) -> Spans:
    """Return the stretches of a cleaned text that tell neither food nor amount."""
    return Spans(tuple(match.span() for match in _NOISE.finditer(text)))
