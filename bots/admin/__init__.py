"""WeChat in the admin site, for staff: what is on its way, what is wrong with the account and what it may not do."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bots.channels.wechat.account import forget_limits
from bots.channels.wechat.client.circuits import close
from bots.channels.wechat.delivery import send_again
from bots.models import Outbound, WeChatCircuit, WeChatLimit
from meum.kernel.admin_pages import Page, Section, is_staff_member


@admin.register(Outbound)
class OutboundPage(Page[Outbound]):
    """Rows show how far a message has come, never its words nor whose it is: no look at anybody's data."""

    section = Section.RUNNING
    icon = "outgoing_mail"
    actions = ["send_chosen_again"]
    list_display = ("created_at", "state", "way", "failure", "try_at", "attempts", "repeats", "sent_at")
    list_filter = ("state", "way")
    fields = (
        ("state", "way", "failure"),
        ("attempts", "repeats"),
        ("tries", "try_at"),
        ("created_at", "held_until", "sent_at"),
    )

    def has_run_permission(self, request: HttpRequest) -> bool:
        """Let staff send again."""
        return is_staff_member(request)

    @admin.action(description=_("Send again"), permissions=["run"])
    def send_chosen_again(self, request: HttpRequest, chosen: models.QuerySet[Outbound]) -> None:
        """Send the chosen messages that are parked or failed; the others are left alone."""
        number = send_again(chosen=chosen.order_by("pk")[: self.list_per_page])
        told = ngettext("%(count)d message is sent again.", "%(count)d messages are sent again.", number)
        messages.success(request, told % {"count": number})


@admin.register(WeChatCircuit)
class TroublePage(Page[WeChatCircuit]):
    """Troubles begin and end by themselves; staff who mended one need not wait until the calls are tried again."""

    section = Section.RUNNING
    icon = "warning"
    actions = ["try_again_now"]
    list_display = ("trouble", "calls", "code", "address", "count", "since", "latest_at", "until", "ended_at")
    fields = (
        ("app_id", "trouble"),
        ("calls", "code"),
        ("address", "request_number"),
        ("count", "since", "latest_at"),
        ("until", "ended_at"),
    )

    def has_run_permission(self, request: HttpRequest) -> bool:
        """Let staff have the calls tried again."""
        return is_staff_member(request)

    @admin.action(description=_("Try again now"), permissions=["run"])
    def try_again_now(self, request: HttpRequest, chosen: models.QuerySet[WeChatCircuit]) -> None:
        """Let the calls of the chosen troubles be made again."""
        count = close(chosen.filter(ended_at=None).order_by("pk")[: self.list_per_page])
        told = ngettext("%(count)d trouble is taken as mended.", "%(count)d troubles are taken as mended.", count)
        messages.success(request, told % {"count": count})


@admin.register(WeChatLimit)
class LimitPage(Page[WeChatLimit]):
    """Rights that the platform refused; each is tried again after a week, or when staff say so."""

    section = Section.RUNNING
    icon = "block"
    actions = ["ask_again_now"]
    list_display = ("capability", "code", "learned_at", "app_id")
    fields = ("app_id", "capability", "code", "learned_at")

    def has_run_permission(self, request: HttpRequest) -> bool:
        """Let staff have the rights tried again."""
        return is_staff_member(request)

    @admin.action(description=_("Ask the platform again"), permissions=["run"])
    def ask_again_now(self, request: HttpRequest, chosen: models.QuerySet[WeChatLimit]) -> None:
        """Forget that the chosen rights were refused."""
        count = forget_limits(chosen.order_by("pk")[: self.list_per_page])
        told = ngettext("%(count)d right is asked for again.", "%(count)d rights are asked for again.", count)
        messages.success(request, told % {"count": count})
