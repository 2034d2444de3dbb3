"""Read nutrition panels and bar codes in photos, one JSON object a file."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from meum.domain.languages import Lang
from meum.kernel.errors import MeumError
from nutrition.domain.panels import PanelColumn, plain_panel, problems_of
from nutrition.panel_phrases import sentence_of
from nutrition.vision.labels.packet import PacketSeen, look_at_packet


class Command(BaseCommand):
    """Answer each photo with `{"file", "gtin", "panel", "problems"}`; no person, nothing stored."""

    help = 'Read photos of packets and write {"file", "gtin", "panel", "problems"} a line.'

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take files."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="photos of packets")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer file after file, each written out at once; one that cannot be read gets its error."""
        for file in options["files"]:
            self.stdout.write(json.dumps({"file": str(file), **_answer(file)}, ensure_ascii=False))
            self.stdout.flush()


def _answer(file: Path) -> dict[str, Any]:
    try:
        return _shown(look_at_packet(file.read_bytes()))
    except MeumError as error:
        return {"error": {"code": error.code, "detail": error.detail}}
    except OSError as error:
        return {"error": {"code": "file_not_opened", "detail": error.strerror or "the file cannot be opened"}}


def _shown(seen: PacketSeen) -> dict[str, Any]:
    panel = seen.panel
    best = panel.best
    problems = [sentence_of(finding, Lang.EN) for finding in problems_of(panel)]
    return {
        "gtin": seen.gtin or None,
        "panel": {**plain_panel(panel), **_flat(best)} if best else None,
        "problems": problems,
    }


def _flat(column: PanelColumn) -> dict[str, Any]:
    """Return the column that is counted with by itself, as most askers want no other."""
    return {"per": column.per, **column.amounts}
