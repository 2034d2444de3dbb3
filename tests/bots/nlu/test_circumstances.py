"""What somebody tells of their own life, told from what they ate, and what is said to Meum alone."""

from __future__ import annotations

import pytest

from bots.nlu.commands import Command, command_of
from bots.nlu.feelings import Feeling, feelings_in
from bots.nlu.keywords import Intent
from meum.language.scripts import clean

_TOLD: dict[Feeling, list[str]] = {
    Feeling.PREGNANT: [
        "我怀孕了",
        "怀孕12周",
        "备孕中",
        "我是孕妇",
        "我怀了二胎",
        "I'm pregnant",
        "I am 12 weeks pregnant",
        "I'm expecting a baby",
        "we found out i'm pregnant",
        "I'm trying to conceive",
    ],
    Feeling.NURSING: ["我在哺乳期", "哺乳期", "我在坐月子", "I am breastfeeding", "I'm nursing", "I'm postpartum"],
    Feeling.RESTRICTING: [
        "我今天只吃了300大卡",
        "今天才吃了200卡",
        "我想每天只吃500大卡",
        "我一天只想吃五百大卡",
        "每天控制在600千卡以内",
        "我打算断食三天",
        "我要节食一周",
        "我决定以后不吃饭",
        "I only ate 300 calories today",
        "I've only had 250 kcal today",
        "today I ate just 400 calories",
        "I want to eat 500 calories a day",
        "I'm trying to stay under 800 calories a day",
        "can I eat only 600 calories a day?",
        "I want to fast for 5 days",
        "I decided to stop eating",
    ],
    Feeling.LOSING: [
        "我想瘦到80斤",
        "我想减肥",
        "怎么减肥",
        "我要一个月瘦20斤",
        "我想减10公斤",
        "我正在减肥",
        "I want to lose weight",
        "I want to lose 20 kg in a month",
        "how do I lose weight fast",
        "I'm on a diet",
        "I want to be skinny",
        "I'd like to weigh 45 kg",
    ],
    Feeling.DIET: [
        "我吃素",
        "我是素食者",
        "我不吃牛肉",
        "我平时不吃辣",
        "我是回民",
        "我乳糖不耐受",
        "I'm vegetarian",
        "I am vegan",
        "I'm lactose intolerant",
        "I don't eat meat",
        "I follow a keto diet",
    ],
    Feeling.BINGE: ["我又暴食了", "管不住嘴", "I binged", "I can't stop eating"],
    Feeling.SORRY: ["对不起", "不好意思啊", "真的很抱歉", "对不起我错了", "sorry", "I'm so sorry about that", "my bad"],
    Feeling.COMPLAINT: [
        "我要投诉",
        "怎么投诉",
        "我想提个意见",
        "反馈问题",
        "I want to complain",
        "how do I give feedback",
    ],
    Feeling.UNSUBSCRIBE: ["退订", "TD", "别再给我发消息了", "我想取消订阅", "unsubscribe", "stop messaging me"],
}


@pytest.mark.parametrize(("feeling", "text"), [(feeling, text) for feeling, texts in _TOLD.items() for text in texts])
def test_what_is_told_of_oneself_is_heard(feeling: Feeling, text: str) -> None:
    assert [felt.feeling for felt in feelings_in(clean(text).text)] == [feeling]


@pytest.mark.parametrize(
    "text",
    [
        "早饭只吃了300大卡",
        "午餐 300大卡",
        "+350大卡",
        "今天吃了300大卡",
        "今天吃了1500大卡",
        "我今天只吃了1200大卡",
        "一天2000大卡",
        "中午吃了素面",
        "瘦肉粥一碗",
        "减肥餐一份",
        "只吃了一个苹果",
        "牛肉面，不吃香菜",
        "I ate 300 calories for breakfast",
        "I ate 300 calories today",
        "I only ate 1500 calories today",
        "I only had 300 calories for lunch today",
        "a vegan burger",
        "vegetarian pizza 2 slices",
        "2000 calories a day",
        "lean beef 100 g",
        "fast food burger",
        "sorry, 2 eggs for breakfast",
        "我在外面吃的",
    ],
)
def test_what_was_eaten_tells_nothing_of_the_kind(text: str) -> None:
    assert feelings_in(clean(text).text) == ()


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        *(
            ("program", text)
            for text in (
                "你是AI吗",
                "你是机器人吗",
                "你是不是真人",
                "你是机器人还是真人",
                "我在跟真人聊天吗",
                "有客服吗",
                "are you a human?",
                "are you an AI or a person?",
                "are you real",
                "am I talking to a bot?",
                "is this a real person",
            )
        ),
        *(
            ("maker", text)
            for text in (
                "谁开发的",
                "你是谁做的",
                "你的开发者是谁",
                "Meum是哪家公司开发的",
                "who made you?",
                "who built this app",
                "who runs meum",
            )
        ),
        *(("who", text) for text in ("你好，你是谁", "hello, what is this?", "hi, who are you")),
        *(("", text) for text in ("你好，请问你能做什么？", "hello, what can you do?")),
    ],
)
def test_what_meum_is_may_be_asked(topic: str, text: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.HELP, topic)


@pytest.mark.parametrize("text", ["帮我算一下今天的热量", "算算今天吃了多少", "计算今天的卡路里", "你好，今天吃了什么"])
def test_a_day_is_asked_to_be_added_up(text: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.DAY)


@pytest.mark.parametrize("text", ["我今天只" * 500, "i want to eat only " * 100, "300 calories " * 150, "我想减" * 600])
def test_a_long_text_is_read_in_no_time(text: str) -> None:
    feelings_in(clean(text).text)
