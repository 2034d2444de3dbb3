"""The page of settings tells all there are, and a wrong one stops the start with one line."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from meum import settings

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "settings.md"

WRONG = [
    ("DEBUG", "perhaps"),
    ("VAR_DIR", "/proc/nowhere"),
    ("SECRET_KEY", "too-short"),
    ("SECRET_KEY_FILE", "/nowhere"),
    ("SECRET_KEY_FILE", sys.executable),
    ("PUBLIC_URL", "meum.example"),
    ("BEHIND_TLS_PROXY", "2"),
    ("DATABASE_URL", "mysql://localhost/meum"),
    ("DATABASE_URL", "postgres://localhost:port/meum"),
    ("DATABASE_URL", "postgres://localhost"),
    ("DATABASE_URL", "postgres://[::1/meum"),
    ("REDIS_URL", "http://localhost"),
    ("BROKER_URL", "folder://here"),
    ("FILES_URL", "ftp://files"),
    ("LOG_LEVEL", "LOUD"),
    ("PROMETHEUS_MULTIPROC_DIR", "/nowhere"),
    ("JOB_LEASE_SECONDS", "0"),
    ("UPLOAD_MAX_MIB", "-1"),
    ("DEFAULT_TIME_ZONE", "Mars/Olympus"),
    ("DEFAULT_TIME_ZONE", "right/UTC"),
    ("DEFAULT_LANGUAGE", "fr"),
    ("SIGN_IN_MINUTES", "fifteen"),
    ("SIGN_IN_DAYS", "9999"),
    ("UNDO_DAYS", "1.5"),
    ("DATABASE_PREPARES", "perhaps"),
    ("WECHAT_APP_ID", "wx1234"),
    ("WECHAT_ACCOUNT_KIND", "enterprise"),
    ("WECHAT_MODE", "open"),
    ("WECHAT_API_BASE", "api.weixin.qq.com"),
    ("WECHAT_SIGN_IN_BASE", "ftp://open.weixin.qq.com"),
    ("WECHAT_MINI_APP_ID", "wx5678"),
    ("WECHAT_MINI_APP_SECRET", "s3cret"),
    ("WECHAT_MINI_TOKEN", "a-token-of-sixteen-letters"),
    ("WECHAT_MINI_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
    ("WECHAT_HOLD_MILLISECONDS", "5000"),
    ("WECHAT_HELD_REQUESTS", "-1"),
    ("WECHAT_ATTEMPTS", "0"),
    ("WECHAT_ADDRESSES", "somewhere"),
    ("WECHAT_RAW_DAYS", "8"),
    ("EXTERNAL_ENGINE_URL", "engine.example/v1"),
    ("EXTERNAL_ENGINE_URL", "https://engine.example/v1"),
    ("EXTERNAL_ENGINE_KEY", "two\nlines"),
    ("EXTERNAL_ENGINE_FORMAT", "xml"),
    ("EXTERNAL_ENGINE_SECONDS", "61"),
    ("EXTERNAL_ENGINE_DAILY", "-1"),
    ("EXTERNAL_ENGINE_DAILY_EACH", "1001"),
]
KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
WECHAT = {"WECHAT_APP_ID": "wx1234", "WECHAT_TOKEN": "a-token-of-sixteen-letters", "WECHAT_AES_KEY": KEY}
MINI = {
    "WECHAT_MINI_APP_ID": "wx5678",
    "WECHAT_MINI_APP_SECRET": "s3cret",
    "WECHAT_MINI_TOKEN": "a-token-of-sixteen-letters",
    "WECHAT_MINI_AES_KEY": KEY,
}
WRONG_ACCOUNTS = [
    ("WECHAT_TOKEN", {"WECHAT_TOKEN": ""}),
    ("WECHAT_TOKEN", {"WECHAT_TOKEN": "fifteen-letters"}),
    ("WECHAT_AES_KEY", {"WECHAT_AES_KEY": ""}),
    ("WECHAT_AES_KEY", {"WECHAT_AES_KEY": KEY[:-1]}),
    ("WECHAT_PREVIOUS_AES_KEY", {"WECHAT_PREVIOUS_AES_KEY": KEY + "="}),
    ("WECHAT_MODE", {"WECHAT_ACCOUNT_KIND": "test_account"}),
    ("WECHAT_MINI_TOKEN", {"WECHAT_MINI_TOKEN": "a-token-of-sixteen-letters", "WECHAT_MINI_AES_KEY": KEY}),
    ("WECHAT_MINI_TOKEN", {**MINI, "WECHAT_MINI_TOKEN": "fifteen-letters"}),
    ("WECHAT_MINI_AES_KEY", {**MINI, "WECHAT_MINI_AES_KEY": KEY[:-1]}),
]
FREE = {"ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "METRICS_TOKEN", "MEUM_SOURCE_DATA", "WECHAT_APP_SECRET"}
FREE |= {"WECHAT_GH_ID", "WECHAT_PIC_HOSTS", "WECHAT_NOTICE_TEMPLATE", "WECHAT_NOTICE_FIELD"}
FREE |= {"FOOD_CLASSIFIER", "PHOTO_ENGINE", "EXTERNAL_ENGINE_MODEL", "EXTERNAL_ENGINE_OPERATOR", "REPORT_FONT"}


def documented() -> list[str]:
    return re.findall(r"^\| `([A-Z_]+)` \|", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)


def test_every_setting_is_documented_once_and_nothing_else_is() -> None:
    assert sorted(documented()) == sorted(set(settings.env.names))


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_setting_is_named_in_one_line(
    name: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {"VAR_DIR": str(tmp_path), name: value})

    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(ROOT / "meum" / "settings.py"))

    assert re.fullmatch(rf"meum: .*{name.removesuffix('_FILE')}.*", str(stopped.value))


@pytest.mark.parametrize(("name", "changes"), WRONG_ACCOUNTS)
def test_an_account_that_anybody_could_push_to_stops_the_start(
    name: str, changes: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", {"VAR_DIR": str(tmp_path), **WECHAT, **changes})

    with pytest.raises(SystemExit, match=rf"meum: .*{name}") as stopped:
        runpy.run_path(str(ROOT / "meum" / "settings.py"))

    assert KEY[:-1] not in str(stopped.value)


@pytest.mark.parametrize("left", [None, b"", b"\n"])
def test_a_key_is_made_at_the_first_start_and_kept(
    left: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if left is not None:
        (tmp_path / "secret_key").touch(mode=0o600)
        (tmp_path / "secret_key").write_bytes(left)
    monkeypatch.setattr(os, "environ", {"VAR_DIR": str(tmp_path)})

    first, second = (runpy.run_path(str(ROOT / "meum" / "settings.py"))["SECRET_KEY"] for _ in range(2))

    assert first == second == (tmp_path / "secret_key").read_text()
    assert len(first) >= 32
    assert [(path.name, path.stat().st_mode & 0o777) for path in tmp_path.iterdir()] == [("secret_key", 0o600)]


def test_a_wrong_setting_stops_the_start(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "LOG_LEVEL": "LOUD"}

    start = [sys.executable, "manage.py", "check"]
    started = subprocess.run(start, check=False, cwd=ROOT, env=environment, capture_output=True, text=True)

    assert started.returncode == 1
    assert started.stderr == "meum: LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR\n"


def test_every_setting_that_can_be_wrong_was_tried() -> None:
    tried = {name.removesuffix("_FILE") for name, _value in WRONG} | FREE | {name for name, _ in WRONG_ACCOUNTS}

    assert tried == set(settings.env.names)
