"""Words that stand around figures of the body, activities and sleep, and say nothing by themselves."""

from __future__ import annotations

import re

from meum.language import sentences

FILLERS = re.compile(
    r"睡觉?[前后]|[早午晚]?[饭餐][前后]|走?路|朋友们?|同事|同学|家人|一起|我们?|今天|现在|刚才|刚刚|大概|大约|差不多|左右|一共|总共|已经|会儿?|一下"
    r"|用时|用了|花了|时间|时长|上课?|[一两]节|课|进行|完成|锻炼|运动|户外|室内|记录?|记一下|打卡|空腹|晨起|起床后?|早起|上秤|称重?|机上|夜里"
    r"|现在|目前|[跌突]?破|起来|洗完?澡[前后]?|(?:吃饭|上完?厕所)[前后]?|终于|居然|竟然|天哪|烦死|[开伤]心|难过|崩溃|郁闷|加油"
    r"|[涨掉降升瘦胖回跌]到?|哭|唉|耶|[跟和刚约共就才又还再也都快去在是为有的地得了过着做打练玩完量测哦啊呢吧哈呀啦嗯后前早晚能只到从觉]"
    r"|\b(?:i'm|i've|im|i|am|me|my|we|lost|gained|today|now|just|about|around|roughly|approximately|only|did|do|done|had|have|got|was"
    r"|is|it|took|friends?|together|in|for|of|at|on|the|a|an|some|went|go|to|played|play|with|this|last|total|time|session"
    r"|class|out|log|record|please|from|after|before|bed|up|again|so|then|and|later|morning|night|well"
    r"|(?:down|up|back|dropped|went) (?:down |up |back )?to|hit|reached|finally|still|currently|running"
    r"|yay|ugh|wow|omg|damn|sigh)\b"
)


def is_filler(text: str) -> bool:
    """Tell whether a stretch says nothing by itself."""
    return sentences.is_filler(text, FILLERS)
