"""Train the classifier of food photos."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from nutrition.vision.page import page_of

if TYPE_CHECKING:
    from nutrition.training.photos.fitting import Progress
    from nutrition.training.photos.making import Made

_BAR = 30


class Command(BaseCommand):
    """Train on a folder of labelled photos; go on where an earlier run ended; write the bundle and its page."""

    help = "Train the classifier of food photos and write its bundle. Needs the packages of the extra `train`."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the folders, how long to train, and which photos to keep out."""
        parser.add_argument("--data", type=Path, required=True, help="folder with labels.csv, classes.csv and zips")
        parser.add_argument("--out", type=Path, required=True, help="folder for the split, the checkpoint, the bundle")
        parser.add_argument("--passes", type=int, default=14, help="passes over the photos, at most")
        parser.add_argument("--minutes", type=float, default=90, help="minutes of fitting, at most")
        parser.add_argument("--seed", type=int, default=20261123)
        parser.add_argument("--threads", type=int, default=2)
        parser.add_argument(
            "--hold-out", type=Path, help="table of code, source, part: photos to judge by, never to fit"
        )
        parser.add_argument("--twin", type=Path, help="bundle of a twin trained with --hold-out, for the card")
        parser.add_argument("--page", type=Path, help="file for the card as a page to read")

    def handle(self, *args: Any, **options: Any) -> None:
        """Train, write the bundle, print its figures."""
        asked = Namespace(**options)
        made = self._train(asked)
        from nutrition.training.photos.bundling import write_bundle

        card = write_bundle(made, asked.data, asked.out / "bundle", _command(asked), asked.twin)
        for row in card.facts["figures"]:
            self.stdout.write("  ".join(f"{name} {value}" for name, value in row.items()))
        if asked.page:
            asked.page.write_text(page_of(card), encoding="utf-8")
        self.stdout.write(f"the bundle is in {asked.out / 'bundle'}")

    def _train(self, asked: Namespace) -> Made:
        try:
            import torch

            from nutrition.training.photos.fitting import Plan
            from nutrition.training.photos.making import train
            from nutrition.training.photos.manifest import read_held_out
        except ModuleNotFoundError as error:
            raise CommandError(f"{error.name} is missing; install Meum with its extra `train`") from error
        torch.set_num_threads(asked.threads)
        plan = Plan(passes=asked.passes, minutes=asked.minutes, seed=asked.seed)
        held_out = read_held_out(asked.hold_out) if asked.hold_out else {}
        try:
            return train(asked.data, asked.out, plan, held_out, self.stdout.write, self._tell)
        except (OSError, ValueError) as error:
            raise CommandError(str(error)) from error

    def _tell(self, progress: Progress) -> None:
        done = int(progress.share * _BAR)
        left = progress.seconds * (1 - progress.share) / max(progress.share, 1e-6) / 60
        bar = "█" * done + "░" * (_BAR - done)
        words = f"{progress.passes} passes, loss {progress.loss:.2f}, {left:.0f} minutes left"
        # A terminal sees one line that moves; a file gets a line at a time.
        self.stdout.write(f"{bar} {progress.share:4.0%}  {words}", ending="\r" if self.stdout.isatty() else "\n")


def _command(asked: Namespace) -> str:
    """Return the command as others may repeat it: with its figures, without the folders of this machine."""
    told = f"--passes {asked.passes} --minutes {asked.minutes:g} --seed {asked.seed} --threads {asked.threads}"
    held_out = f" --hold-out {asked.hold_out.name}" if asked.hold_out else ""
    return f"manage.py train_food_classifier --data DIR --out DIR {told}{held_out}"
