"""Lines of Chinese and Latin text."""

from __future__ import annotations

import pytest

from meum.overview.domain.typesetting import wrapped


@pytest.mark.parametrize(
    ("text", "wide", "lines"),
    [
        ("今天吃了面，很好。", 5, ["今天吃了", "面，很好。"]),
        ("约 1810 千卡（1080）", 9, ["约 1810 千卡", "（1080）"]),
        ("fibre was low", 9, ["fibre was", "low"]),
        ("unbreakable", 4, ["unbreakable"]),
        ("", 4, []),
    ],
)
def test_no_line_begins_with_a_closing_sign_and_no_figure_loses_its_unit(
    text: str, wide: int, lines: list[str]
) -> None:
    assert wrapped(text, fits=lambda line: len(line) <= wide) == lines
