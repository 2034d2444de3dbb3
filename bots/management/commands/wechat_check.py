"""Say what is missing between the WeChat account's settings and its first message."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from bots.channels.wechat.checking import State, points


class Command(BaseCommand):
    """Print one line a point: how it stands, what was found, how to mend it. The exit status is 1 if any is wrong."""

    help = "check the WeChat account: address, token, clock, rights, menu, and what is wrong with each"

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the lines as they are found."""
        is_wrong = False
        for point in points():
            self.stdout.write(str(point))
            is_wrong = is_wrong or point.state is State.WRONG
        if is_wrong:
            sys.exit(1)
