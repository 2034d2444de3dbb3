"""Whatever a reader finds impossible has a sentence for the person."""

from __future__ import annotations

import pytest

from fitness.domain.measures import Kind
from meum.domain.languages import Lang
from meum.kernel.phrases import phrase
from tests.fitness.reading.conftest import Read

PROBLEMS = [
    "体重600",
    "weight -61 kg",
    "i ran",
    "身高500",
    "跑步",
    "跳绳1000个",
    "做了50个俯卧撑",
    "did 50 push-ups",
    "5公里跑步2分钟",
    "跑步5000公里",
    "昨晚12点才睡",
    "睡了23小时",
    "明天跑5公里",
]


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("text", PROBLEMS)
def test_a_draft_with_a_problem_can_be_answered(read: Read, text: str, lang: Lang) -> None:
    (draft,) = read(text).drafts

    assert draft.problem
    assert phrase(lang, f"error.{draft.problem}")


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_measure_can_be_refused_and_named(kind: Kind) -> None:
    assert phrase(Lang.EN, f"error.impossible_{kind}")
    assert phrase(Lang.ZH, f"measure.{kind}")
