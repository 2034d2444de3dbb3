"""The process of WeChat's webhook takes no request before the catalogue is in its memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.once
ACCOUNT = {
    "WECHAT_APP_ID": "wxb11529c136998cb6",
    "WECHAT_TOKEN": "a-token-of-sixteen-letters",
    "WECHAT_AES_KEY": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
}


def test_it_is_ready_once_it_is_loaded(tmp_path: Path) -> None:
    code = "import threading, meum.wsgi\nprint([thread.name for thread in threading.enumerate()])"
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), **ACCOUNT}

    loaded = subprocess.run([sys.executable, "-c", code], check=True, env=environment, capture_output=True, text=True)

    assert loaded.stdout.strip() == "['MainThread']"
    # The database of this one is empty, which is noted and does no harm.
    assert "could not be read at the start" in loaded.stderr
