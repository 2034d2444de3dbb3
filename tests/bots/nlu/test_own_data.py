"""Questions for what was told before, told from logs and from other questions."""

from __future__ import annotations

import pytest

from bots.nlu.commands import Command, command_of
from bots.nlu.keywords import Intent
from bots.nlu.own_data import Topic, asks_for_change, asks_for_latest, own_data_asked
from meum.language.scripts import clean

_ASKED: dict[Topic, list[str]] = {
    Topic.WEIGHT: [
        "我的体重是多少",
        "我现在多重",
        "我多少斤",
        "现在体重多少公斤",
        "最近体重变化",
        "这周体重变化",
        "体重趋势",
        "我瘦了吗",
        "我这个月瘦了多少",
        "我胖了没",
        "上次体重是多少",
        "昨天的体重",
        "what's my weight",
        "how much do I weigh",
        "what did I weigh last week",
        "my weight",
        "my current weight",
        "weight trend",
        "did I lose weight this month?",
        "have I lost any weight",
        "how much weight have I lost",
        "how heavy am I",
    ],
    Topic.SLEEP: [
        "昨晚睡得怎么样",
        "我昨晚睡了多久",
        "昨天几点睡的",
        "这周睡眠怎么样",
        "我这周睡得怎么样",
        "最近睡得好吗",
        "睡眠情况",
        "今天的睡眠",
        "昨晚睡了几个小时",
        "查一下睡眠记录",
        "how did I sleep last night?",
        "how did I sleep this week?",
        "how long did I sleep",
        "how many hours did I sleep yesterday",
        "when did I go to bed",
        "my sleep this week",
        "did I sleep enough?",
        "average sleep this week",
    ],
    Topic.WALKING: [
        "我今天走了多久",
        "我今天走了多远",
        "how long did I walk today",
    ],
    Topic.RUNNING: [
        "今天跑了几公里",
        "我这周跑了多少公里",
        "上次跑步是什么时候",
        "how far did I run this week",
        "when did I last run",
    ],
    Topic.ACTIVITY: [
        "今天运动了吗",
        "今天运动了多久",
        "这周运动情况",
        "我昨天锻炼了没有",
        "did I exercise yesterday?",
        "what exercise did I do today",
        "my workouts this week",
        "how active was I this week",
    ],
    Topic.SWIMMING: [
        "这个月游了几次",
    ],
    Topic.STEPS: [
        "今天走了多少步",
        "步数多少",
        "how many steps did I walk today",
        "how many steps today",
        "my steps",
    ],
    Topic.BURNT: [
        "今天消耗了多少热量",
        "我今天消耗多少卡路里",
        "运动消耗多少",
        "how many calories did I burn",
        "calories burned today",
        "how much energy did I burn yesterday",
    ],
    Topic.SKIN: [
        "我的皮肤最近怎么样",
        "皮肤状态如何",
        "今天皮肤怎么样",
        "昨天用了什么护肤品",
        "how is my skin",
        "how's my skin doing this week",
        "what did I put on my face yesterday?",
        "how was my skin last week",
    ],
    Topic.BLOOD_PRESSURE: [
        "我的血压是多少",
        "血压多少",
        "最近血压怎么样",
        "what is my blood pressure",
    ],
    Topic.WAIST: [
        "my waist",
        "腰围多少",
    ],
    Topic.BODY_FAT: [
        "what's my body fat",
    ],
    Topic.HEIGHT: [
        "我多高",
        "how tall am I",
        "我的身高",
    ],
}


@pytest.mark.parametrize(("topic", "text"), [(topic, text) for topic, texts in _ASKED.items() for text in texts])
def test_own_data_is_asked_for_in_many_ways(topic: Topic, text: str) -> None:
    assert command_of(clean(text).text) == Command(Intent.OWN_DATA, topic)


@pytest.mark.parametrize(
    "text",
    [
        "体重 61.5",
        "体重",
        "睡眠",
        "weight 61.5 kg",
        "体重没变",
        "睡了8小时",
        "昨晚睡得不好",
        "没睡好",
        "睡得好",
        "I slept well",
        "I slept 8 hours",
        "跑步",
        "今天运动了",
        "今天跑步了",
        "我走了",
        "走路40分钟",
        "ran",
        "I ran today",
        "I exercised today",
        "i did exercise today",
        "皮肤有点干",
        "用了a醇",
        "如何睡得更好",
        "怎么减肥",
        "怎么运动",
        "how to sleep better",
        "how do I exercise",
        "how much should I sleep",
        "what is a good weight",
        "should I run today",
        "can I run",
        "我想运动",
        "今天吃了什么",
        "how much protein today",
        "早上走了",
        "没运动",
        "明天跑步",
        "睡觉",
        "晚安",
        "my skin is dry",
        "skin care",
        "what should I eat",
        "香蕉能吃吗",
        "鸡蛋多少热量",
        "今天",
        "weight loss tips",
        "体重60",
        "我瘦了",
        "我瘦了2斤",
        "I lost weight",
        "how many calories in an egg",
        "is rice heavy",
        "多少热量",
        "腰果多少热量",
        "瘦肉粥多少热量",
        "跑步机",
        "跑步30分钟消耗多少热量",
        "running 5 km burns how many calories",
        "游泳好吗",
        "能不能跑步",
        "脸红",
    ],
)
def test_a_log_and_another_question_ask_for_no_own_data(text: str) -> None:
    assert own_data_asked(clean(text).text) is None


@pytest.mark.parametrize("text", ["上次跑步是什么时候", "when did I last run", "最新的体重"])
def test_the_last_time_is_asked_for(text: str) -> None:
    assert asks_for_latest(clean(text).text)


@pytest.mark.parametrize("text", ["体重变化", "我瘦了吗", "weight trend", "have I lost weight?", "我胖了没"])
def test_a_change_is_asked_for(text: str) -> None:
    assert asks_for_change(clean(text).text)


@pytest.mark.parametrize("text", ["我的体重" * 15, "how did i sleep " * 120, "睡" * 2000])
def test_a_long_text_is_no_question(text: str) -> None:
    assert own_data_asked(clean(text).text) is None
