"""No two packages lean on each other; heavy ones stay in their rooms, and a server process starts without them."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("meum", "fitness", "nutrition", "skincare", "bots")
PHOTOS = ("nutrition/vision", "skincare", "meum/files")
TABLES = ("meum/overview", "fitness/imports", "nutrition/training", "nutrition/catalogue/sources")
# Where a package may be imported; always inside a function, except where it is the room's own trade.
ROOMS = {
    "torch": ("nutrition/training/photos", "nutrition/management/commands/train_food_classifier.py"),
    "wechatpy": ("bots/channels/wechat",),
    "onnxruntime": PHOTOS,
    "cv2": PHOTOS,
    "rapidocr": PHOTOS,
    "pandas": TABLES,
    "sklearn": TABLES,
    "matplotlib": TABLES,
    "scipy": ("nutrition/suggestions",),
    "highspy": ("nutrition/suggestions",),
}
OWN_TRADE = ("torch", "wechatpy")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield the top package of each import of a file, and whether it stands inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, functions) for part in ast.walk(node)}
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        yield from ((name.partition(".")[0], id(node) in inside) for name in names)


def packages_imported(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the package of a file with each package of ours that it imports, both named two floors deep."""
    own = ".".join(path.relative_to(ROOT).parent.parts[:2])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        folders = [name.split(".")[:2] for name in names if name.partition(".")[0] in (*OURS, "ops", "bench")]
        yield from ((own, ".".join(parts if ROOT.joinpath(*parts).is_dir() else parts[:1])) for parts in folders)


def test_no_two_packages_import_each_other() -> None:
    files = [path for top in (*OURS, "ops", "bench") for path in (ROOT / top).rglob("*.py")]
    pairs = {pair for path in files for pair in packages_imported(path)}

    assert [pair for pair in sorted(pairs) if pair[0] < pair[1] and pair[::-1] in pairs] == []


def test_heavy_packages_are_imported_in_their_rooms_only() -> None:
    astray = [
        (str(path.relative_to(ROOT)), package)
        for top in OURS
        for path in (ROOT / top).rglob("*.py")
        for package, is_inside in imports(path)
        if package in ROOMS
        if not str(path.relative_to(ROOT)).startswith(ROOMS[package]) or not (is_inside or package in OWN_TRADE)
    ]

    assert astray == []


@pytest.mark.parametrize("module", ["meum.wsgi", "meum.celery"])
def test_a_server_process_starts_without_heavy_packages(module: str, tmp_path: Path) -> None:
    heavy = sorted(set(ROOMS) - {"wechatpy"})
    code = (
        f"import sys, django\nimport {module}\nfrom django.urls import get_resolver\ndjango.setup()\n"
        f"len(get_resolver().url_patterns)\nprint([name for name in {heavy!r} if name in sys.modules])"
    )
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "meum.settings"}

    started = subprocess.run([sys.executable, "-c", code], check=True, env=environment, capture_output=True, text=True)

    assert started.stdout.strip() == "[]"


def test_tencent_s_side_shares_no_code_with_ours() -> None:
    files = (ROOT / "tests" / "wxsim").rglob("*.py")
    names = {name for path in files for name in modules_named(path)}

    astray = {name for name in names if name.partition(".")[0] not in {*sys.stdlib_module_names, "cryptography"}}
    assert sorted(name for name in astray if not name.startswith("tests.wxsim.")) == []


def modules_named(path: Path) -> Iterator[str]:
    """Yield the full name of each module that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield f"{'.' * node.level}{node.module}.{node.names[0].name}"
