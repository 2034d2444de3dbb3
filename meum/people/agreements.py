"""What a person is asked to agree to: the purposes in use, and the text of each in its version on offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from meum.domain.languages import Lang
from meum.journal.models import Purpose
from meum.kernel.phrases import phrase, register
from meum.people.services import TEXT_VERSIONS

IN_USE: Sequence[Purpose] = (
    Purpose.HEALTH_RECORDS,
    Purpose.SHARING,
    Purpose.NOTICES,
    Purpose.PHOTOS_KEPT,
    Purpose.PERSONAL_PHOTO_MEMORY,
    Purpose.IMPROVEMENT,
)
WITH_ENGINE: Sequence[Purpose] = (Purpose.EXTERNAL_ENGINE,)
"""In use only where the operator has set up an engine outside of this server."""
# Sharing names its nutritionist, so it is agreed to by making a grant, never alone.
GIVEN_ALONE: Sequence[Purpose] = (
    Purpose.HEALTH_RECORDS,
    Purpose.NOTICES,
    Purpose.PHOTOS_KEPT,
    Purpose.PERSONAL_PHOTO_MEMORY,
    Purpose.IMPROVEMENT,
    *WITH_ENGINE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One purpose with the version and words of the text that a person agrees to."""

    purpose: Purpose
    text_version: str
    text: str


def agreement_text(purpose: Purpose, *, lang: Lang) -> str:
    """Return the text of a purpose in its version on offer, the same at every door; a line a sentence or two."""
    return phrase(lang, f"consent.{purpose}", operator=settings.EXTERNAL_ENGINE_OPERATOR)


def offers(*, lang: Lang) -> list[Offer]:
    """Return what a person can agree to now, in one language."""
    return [
        Offer(purpose=purpose, text_version=TEXT_VERSIONS[purpose], text=agreement_text(purpose, lang=lang))
        for purpose in (*IN_USE, *(WITH_ENGINE if settings.EXTERNAL_ENGINE_URL else ()))
    ]


# Other words are another text: they need a new version, and the chat shows these lines as they are.
register(
    {
        "consent.health_records": {
            Lang.ZH: "我同意 Meum 保存并计算我发来的饮食、身体、运动、睡眠和皮肤信息，用来整理和回答我。\n"
            "只保存在 Meum 自己的服务器上；给营养师看要我另外同意。\n"
            "我可以随时查看、逐条删除，或撤回同意；撤回后不再保存新的，以前的记录 15 天后删除。",
            Lang.EN: "I agree that Meum keeps and counts what I tell it about food, body, activity, sleep and skin, to "
            "sort it and to answer me.\n"
            "It stays on Meum's own server; sharing it with a nutritionist needs another consent of mine.\n"
            "I can look at it, delete entries or withdraw at any time; then nothing new is stored, and what is there "
            "is deleted after 15 days.",
        },
        "consent.notices": {
            Lang.ZH: "我同意 Meum 每天提醒我一次；提醒里没有健康数据，我可以随时关闭。",
            Lang.EN: "I agree that Meum reminds me once a day. It tells no health data; I can end it at any time.",
        },
        "consent.photos_kept": {
            Lang.ZH: "我同意 Meum 保留我确认过的餐照，只给我自己看；我可以随时停止，照片随即删除。",
            Lang.EN: "I agree that Meum keeps the photos of meals that I confirm, for me alone. I can end it at any "
            "time; the photos are deleted then.",
        },
        "consent.personal_photo_memory": {
            Lang.ZH: "我同意 Meum 记住我确认过的餐照的样子（一串数字，不是照片），好认出我吃过的菜，只给我自己用；"
            "我可以随时停止，记住的随即删除。",
            Lang.EN: "I agree that Meum remembers how the meals look whose photos I confirm, as numbers and not as "
            "pictures, to know my dishes again, for me alone. I can end it at any time; what it remembers is deleted "
            "then.",
        },
        "consent.improvement": {
            Lang.ZH: "我同意运营这台 Meum 的人把我确认过的餐照和菜名用来训练识别；我可以随时停止，照片随即删除。",
            Lang.EN: "I agree that whoever runs this Meum trains its recognition with the photos of meals that I "
            "confirm and the names of their dishes. I can end it at any time; the photos are deleted then.",
        },
        "consent.external_engine": {
            Lang.ZH: "我同意 Meum 把我之后发的餐照发给外部识别服务（{operator}）来认菜：只发照片，去掉拍摄信息，"
            "照片里找到的人脸先遮住；我可以随时停止，之后不再发，已经发出的 Meum 收不回。",
            Lang.EN: "I agree that Meum sends the photos of meals that I send from now on to an outside engine "
            "({operator}), to tell the dishes: the photo alone, without what the camera wrote beside it and with the "
            "faces hidden that are found. I can end it at any time; then no more are sent, and those that left cannot "
            "be called back.",
        },
        "consent.sharing": {
            Lang.ZH: "我同意这位营养师查看我的记录。每次查看我都能看到；我可以随时停止共享。",
            Lang.EN: "I agree that this nutritionist sees my records. I can see each look and stop sharing at any "
            "time.",
        },
    }
)
