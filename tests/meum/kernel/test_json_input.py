"""What a JSON body may hold."""

from __future__ import annotations

import pytest

from meum.kernel.errors import Invalid
from meum.kernel.json_input import MAX_DEPTH, read_json


def test_chinese_emoji_and_line_ends_pass() -> None:
    assert read_json('{"words": "早饭🥟\\n两个\\t包子"}'.encode()) == {"words": "早饭🥟\n两个\t包子"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"{'a': 1}",
        b'{"value": NaN}',
        b'{"value": Infinity}',
        b'{"value": -Infinity}',
        b'{"value": 1e999}',
        b'{"value": ' + b"9" * 5000 + b"}",
        b'{"words": "a\x00b"}',
    ],
)
def test_what_is_no_json_is_refused(body: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        read_json(body)

    assert refused.value.code == "not_json"


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 100_000])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_deep_nesting_is_refused(depth: int, opening: str) -> None:
    closing = "]" if opening == "[" else "}"

    with pytest.raises(Invalid) as refused:
        read_json((opening * depth + "1" + closing * depth).encode())

    assert refused.value.code == "too_deep"


@pytest.mark.parametrize("bad", ["\\u0000", "\\u001b", "\\ud83c", "\\udf5c", "\\u0085"])
def test_unfit_characters_are_refused_with_their_place(bad: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_json(f'{{"items": [{{"wo/rds": "x{bad}"}}]}}'.encode())

    assert (refused.value.code, refused.value.field) == ("unfit_text", "/items/0/wo~1rds")


def test_an_unfit_name_is_refused_at_the_place_that_holds_it() -> None:
    with pytest.raises(Invalid) as refused:
        read_json(b'{"a": {"\\ud83c": 1}}')

    assert refused.value.field == "/a"
