"""A process of its own that follows the simulator's clock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.wxsim.clock import Clock

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parents[2]
CODE = """
import django
django.setup()
from django.utils import timezone
began = timezone.now()
print(round(began.timestamp()), flush=True)
input()
while (timezone.now() - began).total_seconds() < 86400:
    pass
print("moved", flush=True)
"""


def test_a_process_with_the_shared_clock_begins_ahead_and_moves_along(tmp_path: Path) -> None:
    clock = Clock(path=tmp_path / "clock")
    clock.advance(10 * 86400)
    known = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "WXSIM_CLOCK_FILE": str(clock.path)}
    environment = {**known, "DJANGO_SETTINGS_MODULE": "tests.shared_clock"}
    command = [sys.executable, "-c", CODE]

    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert abs(int(child.stdout.readline()) - clock.now()) < 3600
        clock.advance(2 * 86400)
        told, _ = child.communicate("\n", timeout=30)

    assert told == "moved\n"
