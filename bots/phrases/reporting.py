"""The sentences around the report of a week."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

register(
    {
        "chat.report.head": {Lang.ZH: "{dates}：{logged}。", Lang.EN: "{dates}: {logged}."},
        "chat.report.advice": {Lang.ZH: "{heading}：{advice}", Lang.EN: "{heading}: {advice}"},
    }
)
