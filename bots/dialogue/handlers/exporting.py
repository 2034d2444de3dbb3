"""A copy of one's data: asked for by a word; the link and its digits come by the same word once it is made."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from meum.journal.models import Door
from meum.overview.export import ask_for_export, new_link
from meum.overview.models import Export


class ExportHandler(Handler):
    """Begin a copy, or tell where it is; its content never stands in the conversation."""

    keeps_question = True
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "导出", Lang.EN: "export"}

    def accepts(self, turn: Turn) -> bool:
        """Take the word of whoever has or had something kept: a copy is theirs also after they withdrew."""
        return turn.wants(Intent.EXPORT) and bool(turn.person.age_band)

    def answer(self, turn: Turn) -> Reply:
        """Say how far the copy is; the link is shown and not stored."""
        export = ask_for_export(person=turn.person)
        if export.fetched_at is not None:
            return Reply((turn.say("export.fetched"),))
        if export.file_id is None:
            return Reply((turn.say("export.begun"), turn.say("export.ask_again")))
        return _ready(turn, export)


def _ready(turn: Turn, export: Export) -> Reply:
    if turn.door == Door.WECHAT and not settings.PUBLIC_URL:
        return Reply((turn.say("export.no_address"),))
    link = new_link(export=export)
    address = f"{settings.PUBLIC_URL}{reverse('bots:export', args=[link.token])}"
    lines = (turn.say("export.ready"), address, turn.say("export.code", code=link.code), turn.say("export.kept"))
    return Reply(lines, is_kept=False)
