"""The bots app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BotsConfig(AppConfig):
    """Name the app and load its phrases."""

    name = "bots"
    verbose_name = _("conversations")

    def ready(self) -> None:
        """Register the phrases, what operators watch, and what ends with an agreement or with the records."""
        from bots import phrases  # noqa: F401  # importing a table registers it
        from bots.reminding import forget_reminder
        from bots.services import empty_conversations, forget_raw_pushes, forget_session_keys, hold_conversations
        from bots.watching import messages_by_state, troubles_by_name
        from meum.journal.models import Purpose
        from meum.kernel import metrics
        from meum.overview.clearing import when_cleared
        from meum.people.services import when_withdrawn

        when_withdrawn(purpose=Purpose.NOTICES, end=forget_reminder)
        for forget in (forget_raw_pushes, forget_session_keys):
            when_withdrawn(purpose=Purpose.HEALTH_RECORDS, end=forget)
        when_cleared(hold=hold_conversations, empty=empty_conversations)

        told = "Messages to people by state"
        metrics.watch(name="meum_wechat_messages", description=told, label="state", read=messages_by_state)
        told = "Open troubles with WeChat's API"
        metrics.watch(name="meum_wechat_troubles", description=told, label="trouble", read=troubles_by_name)
