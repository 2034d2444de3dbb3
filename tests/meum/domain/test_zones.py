"""A time zone is a place that every machine knows."""

import pytest

from meum.domain.zones import is_zone


@pytest.mark.parametrize("name", ["Asia/Shanghai", "UTC", "Etc/GMT-8"])
def test_a_place_is_a_zone(name: str) -> None:
    assert is_zone(name)


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "right/UTC", "localtime", "Factory", "../../etc/passwd", "Asia"])
def test_what_is_no_place_is_no_zone(name: str) -> None:
    assert not is_zone(name)
