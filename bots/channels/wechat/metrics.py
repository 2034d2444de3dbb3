"""What an operator watches of WeChat: refused pushes by reason, and crowded moments."""

from __future__ import annotations

from prometheus_client import Counter

_refused = Counter("meum_wechat_refused_pushes", "Pushes refused, by what was wrong with them", ["fault"])
_crowded = Counter("meum_wechat_crowded", "Messages whose answer must be asked for, as too many requests are held")


def count_refused(fault: str) -> None:
    """Count a push that was refused."""
    _refused.labels(fault).inc()


def count_crowded() -> None:
    """Count a message that found no place to be held."""
    _crowded.inc()
