"""Texts as WeChat carries them: at most so many bytes, nothing cut in two, no face codes in what is read; pure."""

from __future__ import annotations

import re
import unicodedata

MOST_BYTES = 2048
"""What a text may hold in UTF-8."""
_MORE = "…"
_WHOLE = re.compile(r"<a [^>]*>.*?</a>|https?://\S+", re.DOTALL)
_JOINER = "\u200d"
_FACE = re.compile(
    r"/::-[|SO]|/::,@|/::['>!*+()~BXZTQLdgPDO|$<@8]\(?|/:[:,]@[-!fPDox@]D?|/:&-\(|/:8-\)|/:\|-\)|/:--b|/:!!!|/:[?]|"
    r"/:(?:xx|bye|wipe|dig|handclap|B-\)|<@|@>|>-\||P-\(|X-\)|@x|8\*|pd|beer|coffee|eat|pig|rose|fade|showlove|heart|"
    r"break|cake|li|bome|moon|sun|gift|hug|strong|weak|share|@\)|jj|@@|bad|lvu|no|ok|love|jump|shake|circle|kotow)|"
    r"\[(?:微笑|撇嘴|色|发呆|得意|流泪|害羞|闭嘴|睡|大哭|尴尬|发怒|调皮|呲牙|惊讶|难过|囧|抓狂|吐|偷笑|愉快|白眼|傲慢|"
    r"困|惊恐|憨笑|悠闲|咒骂|疑问|嘘|晕|衰|敲打|再见|擦汗|抠鼻|鼓掌|坏笑|鄙视|委屈|快哭了|阴险|亲亲|可怜|笑脸|生病|"
    r"脸红|破涕为笑|恐惧|失望|无语|嘿哈|捂脸|奸笑|机智|皱眉|耶|吃瓜|加油|汗|天啊|社会社会|旺柴|好的|打脸|哇|翻白眼|"
    r"666|让我看看|叹气|苦涩|裂开|嘴唇|爱心|心碎|拥抱|强|弱|握手|胜利|抱拳|勾引|拳头|合十|玫瑰|凋谢|咖啡|蛋糕|啤酒|"
    r"Smile|Grin|Joyful|Shy|Awesome|Drool|Laugh|Sob|Facepalm|Yeah!|Party|Emm|Sweats|OK|ThumbsUp|Rose|Heart)\]"
)


def without_faces(text: str) -> str:
    """Return a text without WeChat's codes of faces, such as /::) or [微笑]."""
    return _FACE.sub("", text) if "/:" in text or "[" in text else text


def shortened(text: str, *, most: int = MOST_BYTES) -> str:
    """Return as much of a text as its bytes allow, with an ellipsis where something is left out.

    What people see as one character stays whole, and so does a link.
    """
    if len(text.encode()) <= most:
        return text
    room = most - len(_MORE.encode())
    end = len(text.encode()[:room].decode(errors="ignore"))
    link = next((found for found in _WHOLE.finditer(text) if found.start() < end < found.end()), None)
    end = link.start() if link else end
    while end > 0 and _is_inside(text, end):
        end -= 1
    return text[:end].rstrip() + _MORE


def _is_inside(text: str, place: int) -> bool:
    """Tell whether a place lies within what is seen as one character."""
    before, after = text[place - 1], text[place]
    if _JOINER in (after, before) or unicodedata.category(after) in ("Mn", "Me", "Mc"):
        return True
    if "\N{EMOJI MODIFIER FITZPATRICK TYPE-1-2}" <= after <= "\N{EMOJI MODIFIER FITZPATRICK TYPE-6}":
        return True
    if "\U000e0020" <= after <= "\U000e007f" or before + after == "\r\n":
        return True
    return _is_flag(before) and _is_flag(after) and _flags_before(text, place) % 2 == 1


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flags_before(text: str, place: int) -> int:
    start = place
    while start > 0 and _is_flag(text[start - 1]):
        start -= 1
    return place - start
