"""Put, show or delete the menu of the official account."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bots.channels.wechat.client import RefusedError, WeChatError, menu_there, put_menu, take_menu_away
from bots.channels.wechat.menu import our_menu


class Command(BaseCommand):
    """Make Meum's menu the account's; phones show it within minutes to a day, at once after following anew."""

    help = "put Meum's menu below the account's conversations"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take one of three things to do; putting it when none is named."""
        chosen = parser.add_mutually_exclusive_group()
        chosen.add_argument("--show", action="store_true", help="print the menu that the platform has")
        chosen.add_argument("--delete", action="store_true", help="take the menu away")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, or say in one line why not."""
        try:
            self.stdout.write(self._done(shows=options["show"], deletes=options["delete"]))
        except RefusedError as error:
            raise CommandError(f"the platform refused with {error.code}; see manage.py wechat_check") from error
        except WeChatError as error:
            raise CommandError(f"not done: {error}; see manage.py wechat_check") from error

    def _done(self, *, shows: bool, deletes: bool) -> str:
        if shows:
            return json.dumps(menu_there(), ensure_ascii=False, indent=2)
        if deletes:
            take_menu_away()
            return "the menu was deleted"
        put_menu(our_menu())
        return "the menu is there; phones show it within minutes to a day, at once after following anew"
