"""Stretches of a meal sentence that look like amounts or foods and are neither: money, sweetness, mark-up, links."""

from __future__ import annotations

import re

from meum.language.clocks import HOUR_WORDS
from nutrition.reading.pieces import Spans
from nutrition.reading.praise import PRAISE

# Short, so that a page of figures is read in no time.
_FIGURE = r"(?:\d{1,6}(?:\.\d{1,3})?|[一二两三四五六七八九十百]{1,6})"
_NOISE = re.compile(
    "|".join(
        (
            *PRAISE,
            # money: 25块钱, 花了35块, $5
            rf"{_FIGURE}\s*(?:块钱|块\d毛?|元钱?|rmb|人民币|美元|美金|欧元|毛钱|dollars?\b|bucks\b|usd\b|euros?\b)的?",
            rf"[$¥€£]\s*{_FIGURE}",
            rf"(?:花了|(?<![\u4e00-\u9fff])花|价格|人均)\s*{_FIGURE}\s*块?",
            r"\d{2,6}块(?=[\s,，。的吃]|$)的?",
            # sweetness and ice of drinks
            r"(?:[一二三四五六七八九半少微全无零低多\d]{1,2}分?|正常)糖(?![果葫水浆醋])",
            r"(?:少|去|多|加|不加|正常|微|半)冰(?![淇棍糖沙粉])|常温|热饮|冷饮",
            r"\b(?:no|less|little|light|easy|extra|more|without) ice\b",
            r"\b(?:half|less|quarter|full|regular|\d{2,3} ?%) (?:sugar|sweet(?:ness)?)\b",
            # among how many something was shared
            r"\b(?:two|three|four|five|six|\d)[ -]ways?\b",
            r"\b(?:between|among) (?:the )?(?:two|three|four|five|six|\d)(?: of us| people| friends)?\b",
            # in place of what was planned
            r"\binstead\b(?! of)",
            # how an order is to be made: 少甜, 多饭少汁, 走冰, 加麻加辣, 一点点 as a tea shop
            r"(?<![很好许太超不最更挺较吃喝])[少多](?:放点?|加点?)?(?:甜|辣|油|盐|汁|酱|醋|麻|酸|咸|葱花?|蒜|香菜|料|饭(?=少|多|$|\s))|[加重多]麻[加重多]辣",
            r"走(?:冰|甜|青|葱|肥|糖|辣|色|奶)|(?:微微|微|中|特|超|变态|不)辣(?!椒|子|条|酱|白菜)",
            r"(?<![吃喝了])一点点(?=波霸|奶茶|四季春|阿萨姆|冰淇淋|红茶|奶绿|乌龙|抹茶|可可|布丁)",
            # condiments that were hardly taken: 麻酱要得少
            r"(?:麻酱|芝麻酱|酱料|酱汁|酱|辣椒油?|辣油|沙拉酱|油|盐|糖|醋|调料|蘸料|葱花?|香菜|蒜)"
            r"(?:要|放|加|用|蘸)得?(?:很|比较|特别)?少(?:了?一?点)?",
            # what a set meal holds, how often one ate
            r"[一二两三四五六]荤[一二两三四五六]素|[一二两三四五六]菜[一二]?[汤肉饭]|[一二两三四五六七八九十\d]{1,2}个菜",
            r"(?<=吃了)[一二两三四五\d]顿(?=[\s:,，。;；]|$)",
            r"五仁的?(?!月饼|酥)|(?:高|优质|低)蛋白(?!粉|棒|饼)|(?<![a-z])day ?\d{1,3}(?!\d)",
            # what a food is free of
            r"\b(?:zero|0)[ -](?:sugar|fat|calories?|cal|carbs?|alcohol)\b|(?<![\d.])[0零](?:糖|脂肪?|卡|蔗糖|添加)",
            # how much one drinks, without an amount
            r"(?:喝水|饮水)(?:太|有点|比较|很|喝得)*(?:少|不多|不够|不足)了?",
            # how full one is, how well done a steak is
            r"[一二三五六七八九两\d]{1,2}[分成]熟",
            r"[一二三四五六七八九十\d]{1,2}[分成]饱",
            # shares of fat and cocoa, heat
            r"\d{1,4}(?:\.\d{1,3})?\s*(?:%|°c?)",
            # a shop with figures for a name
            r"(?<!\d)7-?11(?!\d)|\b7-eleven\b",
            # how lean meat is, the number of a meal, hours that something else began or ended at
            r"\b\d{2}/\d{1,2}(?= (?:lean|ground|beef|turkey|pork|mince)\b)|\bmeal \d{1,2}\b",
            rf"\b(?:since|until|till|til) (?:\d{{1,2}}|{HOUR_WORDS})(?=\s*(?:$|[,.;!?\n]|so\b|i\b|and\b))",
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
            r"分?[一二两三四五六七八九十几\d]{1,2}(?:次|回|趟)",
            r"第[一二三四五六七八九十\d]{1,3}(?:顿|次|个|份|杯|碗|餐|天)?",
            r"[一二两三四五六七八九十\d]{1,2}个?(?:人|朋友|同事)(?!份)",
        )
    )
)


def noise_in(text: str) -> Spans:
    """Return the stretches of a cleaned text that tell neither food nor amount."""
    return Spans(tuple(match.span() for match in _NOISE.finditer(text)))
