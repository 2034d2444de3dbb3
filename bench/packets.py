"""How often everything on a nutrition panel is read right: `make evaluate ONLY=labels`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.labels.drawing import PACKAGES, missing_fonts
from bench.labels.panels import Specimen, specimens
from bench.labels.printed import Column
from bench.places import Place
from bench.reports import Report

LEAST_ALL_RIGHT = 0.9
_STYLES = {"zh": "Chinese", "us": "American", "eu": "European"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What became of one panel: its style, fields right of how many, whether amounts and shares are all right."""

    style: str
    fields: tuple[bool, ...]
    has_problem: bool

    @property
    def is_right(self) -> bool:
        """Tell whether every field is right and nothing was read that is not there."""
        return all(self.fields)


def labels(report: Report, place: Place) -> None:
    """Tell how many panels are read without any fault, on the half that nobody looked at."""
    install_fonts()
    with tempfile.TemporaryDirectory(prefix="meum-panels-") as folder:
        drawn = list(specimens("heldout"))
        paths = [Path(folder, f"{specimen.name}.jpg") for specimen in drawn]
        for path, specimen in zip(paths, drawn, strict=True):
            path.write_bytes(specimen.photo)
        said = place.call("manage.py", "read_label", *map(str, paths))
    answers = [json.loads(line) for line in said.splitlines()]
    judged = [judged_of(specimen, answer) for specimen, answer in zip(drawn, answers, strict=True)]
    report.sample("panels with all fields right", [float(each.is_right) for each in judged], least=LEAST_ALL_RIGHT)
    for style, name in _STYLES.items():
        of_style = [float(each.is_right) for each in judged if each.style == style]
        report.sample(f"panels with all fields right, {name}", of_style)
    report.sample("fields right", [float(right) for each in judged for right in each.fields])
    wrong = [each for each in judged if not each.is_right]
    report.count("panels read wrong", len(wrong), most=None)
    report.count("panels read wrong and called doubtful", sum(each.has_problem for each in wrong), most=None)
    right = [float(each.has_problem) for each in judged if each.is_right]
    report.sample("panels read right but called doubtful", right)


def judged_of(specimen: Specimen, answer: Mapping[str, Any]) -> Judged:
    """Compare what was read with what was printed: amounts, shares, of how much, what a serving weighs."""
    printed = specimen.printed
    panel = answer.get("panel") or {"columns": [], "serving": None}
    fields = _of_columns(printed.columns, panel["columns"])
    if printed.serving is not None:
        fields.append(panel["serving"] == printed.serving)
    return Judged(style=printed.style, fields=tuple(fields), has_problem=bool(answer.get("problems")))


def _of_columns(printed: Sequence[Column], read: Sequence[Mapping[str, Any]]) -> list[bool]:
    """Return for each field of each column whether it is right; a figure that is not printed is a wrong field."""
    fields = [len(printed) == len(read)]
    for place, column in enumerate(printed):
        told: Mapping[str, Any] = read[place] if place < len(read) else {"per": None, "amounts": {}, "percents": {}}
        fields.append(told["per"] == column.per)
        for meant, got in ((column.amounts, told["amounts"]), (column.percents, told["percents"])):
            fields += [meant.get(name) == got.get(name) for name in {*meant, *got}]
    return fields


def install_fonts() -> None:
    """Install the fonts of the panels with apt where that is possible; raises RuntimeError where it is not."""
    if not missing_fonts():
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise RuntimeError(f"fonts are needed: apt install {' '.join(PACKAGES)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        subprocess.run(["apt-get", "-qq", *command], check=True, stdout=subprocess.DEVNULL, env=quiet)
