"""Replace the access token after a leak."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bots.channels.wechat.account import the_account
from bots.channels.wechat.client import RefusedError, WeChatError
from bots.channels.wechat.client.tokens import replace_by_force, token_of
from bots.models import WeChatToken


class Command(BaseCommand):
    """Say until when the token is good; with --force end it and fetch another one. The token itself is never shown."""

    help = "show how long WeChat's access token lasts; --force replaces it after a leak"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --force."""
        parser.add_argument("--force", action="store_true", help="end the token in use; 20 times a day at most")

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, or say in one line why not."""
        account = the_account()
        if account is None or not account.secret:
            raise CommandError("WECHAT_APP_ID and WECHAT_APP_SECRET are not set")
        try:
            if not options["force"]:
                token_of(account)
            elif not replace_by_force(account):
                raise CommandError("the platform gave the same token: not twice in 30 seconds, 20 times a day at most")
        except RefusedError as error:
            raise CommandError(f"the platform refused with {error.code}; see manage.py wechat_check") from error
        except WeChatError as error:
            raise CommandError(f"no token: {error}; see manage.py wechat_check") from error
        expires_at = WeChatToken.objects.values_list("expires_at", flat=True).get(pk=account.app_id)
        done = "replaced; the one before is no longer good" if options["force"] else "good"
        self.stdout.write(f"the token is {done}; it lasts until {expires_at:%Y-%m-%d %H:%M:%S} UTC")
