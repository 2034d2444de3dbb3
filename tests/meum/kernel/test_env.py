"""Settings are read once, and nonsense is answered with one clear line."""

from pathlib import Path

import pytest

from meum.kernel.env import Environment, SettingError


def test_each_kind_of_setting_is_read() -> None:
    env = Environment({"A": " x ", "B": "yes", "C": "7", "D": "a, b,", "E": "redis://localhost"})

    assert env.text("A") == "x"
    assert env.flag("B") is True
    assert env.whole("C", 1, least=1, most=9) == 7
    assert env.words("D") == ["a", "b"]
    assert env.url("E", schemes=("redis",)) == "redis://localhost"
    assert env.names == ["A", "B", "C", "D", "E"]


def test_a_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("s3cret\n")

    assert Environment({"KEY_FILE": str(tmp_path / "key")}).secret("KEY") == "s3cret"


def test_an_unreadable_secret_file_is_said_without_its_content(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="KEY_FILE"):
        Environment({"KEY_FILE": str(tmp_path / "none")}).secret("KEY")


def test_nonsense_is_refused_by_name() -> None:
    env = Environment({"FLAG": "maybe", "NUMBER": "12", "URL": "http://secret@host", "WORD": "green"})

    with pytest.raises(SettingError, match="FLAG must be 1 or 0"):
        env.flag("FLAG")
    with pytest.raises(SettingError, match="NUMBER must be a whole number from 1 to 9"):
        env.whole("NUMBER", 1, least=1, most=9)
    with pytest.raises(SettingError, match="WORD must be one of: red, blue"):
        env.one_of("WORD", "red", known=("red", "blue"))
    with pytest.raises(SettingError, match="URL must begin with one of: redis://") as refused:
        env.url("URL", schemes=("redis",))
    assert "secret" not in str(refused.value)
