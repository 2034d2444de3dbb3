"""The sentences about people, sign-in and sharing."""

from meum.domain.languages import Lang
from meum.kernel.phrases import register

register(
    {
        "error.too_young": {
            Lang.ZH: "未满 14 周岁暂时不能使用记录功能，需要监护人同意。什么都没有保存。",
            Lang.EN: "Meum is for people of 14 or older. Nothing was stored.",
        },
        "error.age_unknown": {
            Lang.ZH: "请先告诉我你的年龄段。",
            Lang.EN: "Please tell your age group first.",
        },
        "error.last_staff": {
            Lang.ZH: "至少要留下一位管理人员。",
            Lang.EN: "Somebody of the staff must stay.",
        },
        "error.username_taken": {
            Lang.ZH: "这个登录名已经有人用了，请换一个。",
            Lang.EN: "This sign-in name is taken. Please choose another.",
        },
        "error.impossible_username": {
            Lang.ZH: "登录名要有 1 到 64 个字：文字、数字或 . @ + - _。",
            Lang.EN: "A sign-in name is 1 to 64 letters, digits or . @ + - _",
        },
        "error.weak_password": {
            Lang.ZH: "密码太简单了，请用至少 8 个字符、不常见的密码。",
            Lang.EN: "This password is too easy to guess. Use at least 8 characters and nothing common.",
        },
        "error.wrong_sign_in": {
            Lang.ZH: "登录名或密码不对。",
            Lang.EN: "The sign-in name or the password is wrong.",
        },
        "error.too_many_sign_ins": {
            Lang.ZH: "试的次数太多了，请过一刻钟再登录。",
            Lang.EN: "Too many tries. Please wait a quarter of an hour, then sign in again.",
        },
        "error.too_many_sign_ups": {
            Lang.ZH: "从这个网络注册的次数太多了，请过一刻钟再试。",
            Lang.EN: "Too many sign-ups from this network. Please try again in a quarter of an hour.",
        },
        "error.signed_out": {
            Lang.ZH: "请重新登录。",
            Lang.EN: "Please sign in again.",
        },
        "error.unknown_time_zone": {
            Lang.ZH: "不认识这个时区，请写成 Asia/Shanghai 这样。",
            Lang.EN: "This time zone is not known. Write it like Asia/Shanghai.",
        },
        "error.unknown_text_version": {
            Lang.ZH: "同意书已更新，请先看最新版本。",
            Lang.EN: "The text of this agreement has changed. Please read the latest one first.",
        },
        "error.not_a_nutritionist": {
            Lang.ZH: "没有找到这位营养师。",
            Lang.EN: "There is no such nutritionist.",
        },
    }
)
