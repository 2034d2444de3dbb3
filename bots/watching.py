"""What an operator watches of WeChat: what is on its way to people, and what is wrong with the account."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count

from bots.models import Outbound, OutboundState, WeChatCircuit
from bots.models.wechat_api import Trouble


def messages_by_state() -> Mapping[str, float]:
    """Return how many messages to people are in each state, zero included, and how many were repeated."""
    counted = Outbound.objects.values_list("state").annotate(Count("pk"))
    by_state = {**dict.fromkeys(OutboundState.values, 0.0), **{str(state): float(n) for state, n in counted}}
    return {**by_state, "repeated": float(Outbound.objects.filter(repeats__gt=0).count())}


def troubles_by_name() -> Mapping[str, float]:
    """Return how many troubles of each kind are open, zero included."""
    counted = WeChatCircuit.objects.filter(ended_at=None).values_list("trouble").annotate(Count("pk"))
    return {**dict.fromkeys(map(str, Trouble), 0.0), **{str(name): float(number) for name, number in counted}}
