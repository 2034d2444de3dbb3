"""Run every check that needs no test: style, types, floors, dependencies, migrations, sizes and docs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS = {
    "ruff": ["ruff", "check", "--quiet"],
    "format": ["ruff", "format", "--check", "--quiet"],
    "types": ["mypy", "--no-error-summary", "."],
    "floors": ["lint-imports", "--no-logo"],
    "dependencies": ["deptry", "."],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run", "--verbosity", "1"],
    "deployment": ["python", "manage.py", "check", "--fail-level", "WARNING"],
    "sizes": ["python", "-m", "ops.sizes"],
    "docs": ["pytest", "--quiet", "--no-header", "tests/docs"],
}


def main() -> int:
    """Run the checks, or those named in ONLY; print what each found; return an exit status."""
    only = os.environ.get("ONLY", "").replace(",", " ").split()
    failed = [name for name in CHECKS if (not only or name in only) and not passes(name)]
    print(f"meum: failed: {', '.join(failed)}" if failed else "meum: every check passed")
    return 1 if failed else 0


def passes(name: str) -> bool:
    """Run one check; print its time, and what it said when it failed or warned."""
    program, *arguments = CHECKS[name]
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="meum-check-") as folder:
        environment = {**os.environ, "VAR_DIR": folder, "DATABASE_URL": "", "PYTHONWARNINGS": "default"}
        done = subprocess.run([BIN / program, *arguments], check=False, env=environment, capture_output=True, text=True)
    said = (done.stdout + done.stderr).strip()
    is_clean = done.returncode == 0 and "warning" not in said.casefold()
    print(f"{'ok    ' if is_clean else 'FAILED'} {name}  {time.monotonic() - started:.1f} s", flush=True)
    if said and (not is_clean or name == "sizes"):
        print(said, flush=True)
    return is_clean


if __name__ == "__main__":
    sys.exit(main())
