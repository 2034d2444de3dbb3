"""A photo of a packet is read as it is: bars and print, whichever way it was held."""

from __future__ import annotations

import importlib.util
import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from PIL import Image

from meum.kernel.errors import Invalid, Unavailable
from nutrition.vision.labels import spotting
from nutrition.vision.labels.bars import gtin_in
from nutrition.vision.labels.packet import look_at_packet
from tests.factories.packets import make_bar_photo, make_panel_photo
from tests.factories.photos import make_photo

CHINESE = {"energy_kj": 1850.0, "protein_g": 6.5, "fat_g": 18.0, "carbohydrate_g": 62.3, "sodium_mg": 455.0}


def turned(photo: bytes, degrees: int) -> bytes:
    written = BytesIO()
    Image.open(BytesIO(photo)).rotate(degrees, expand=True).save(written, "JPEG", quality=92)
    return written.getvalue()


def opened(photo: bytes) -> Image.Image:
    return Image.open(BytesIO(photo)).convert("RGB")


@pytest.mark.parametrize(
    ("bars", "gtin"),
    [
        ("6901234567892", "6901234567892"),
        ("73513537", "0000073513537"),
        ("036000291452", "0036000291452"),
    ],
)
def test_the_number_of_a_bar_code_is_read_as_13_digits(bars: str, gtin: str) -> None:
    assert gtin_in(opened(make_bar_photo(bars))) == gtin


@pytest.mark.parametrize("degrees", [17, 90, 180])
def test_bars_are_read_whichever_way_the_packet_lies(degrees: float) -> None:
    assert gtin_in(opened(make_bar_photo(turned=degrees))) == "6901234567892"


def test_without_bars_there_is_no_number() -> None:
    assert gtin_in(opened(make_photo(size=(400, 300)))) == ""


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_panel_is_read_whichever_way_the_photo_was_held(degrees: int) -> None:
    [column] = look_at_packet(turned(make_panel_photo(), degrees)).panel.columns

    assert dict(column.amounts) == CHINESE


def test_a_photo_of_something_else_has_no_panel() -> None:
    assert look_at_packet(make_photo(size=(400, 300))).panel.columns == ()


def test_what_is_no_photo_is_refused() -> None:
    with pytest.raises(Invalid):
        look_at_packet(b"%PDF-1.7")


def test_an_altered_model_is_not_used_and_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    spotting._engine.cache_clear()
    monkeypatch.setattr(spotting, "_MODELS", {"Det": ("PP-OCRv6_det_small.onnx", "0" * 64)})

    with pytest.raises(Unavailable) as refused:
        look_at_packet(make_panel_photo())

    assert refused.value.code == "labels_unavailable"


def test_without_rapidocr_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    spotting._engine.cache_clear()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)

    with pytest.raises(Unavailable):
        look_at_packet(make_panel_photo())


def test_the_command_answers_each_file_in_order(tmp_path: Path) -> None:
    for name, content in (("panel.jpg", make_panel_photo()), ("not.jpg", b"MZ\x90"), ("bars.jpg", make_bar_photo())):
        (tmp_path / name).write_bytes(content)
    said = StringIO()

    call_command("read_label", tmp_path / "panel.jpg", tmp_path / "not.jpg", tmp_path / "bars.jpg", stdout=said)

    panel, refused, bars = (json.loads(line) for line in said.getvalue().splitlines())
    assert (panel["panel"]["per"], panel["panel"]["fat_g"], panel["problems"]) == ("100g", 18.0, [])
    assert (refused["file"], refused["error"]["code"]) == (str(tmp_path / "not.jpg"), "photo_unreadable")
    assert (bars["gtin"], bars["panel"]) == ("6901234567892", None)
