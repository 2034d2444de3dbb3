"""The report of a week: 周报, "weekly report": three lines at once, and the picture once it is drawn."""

from __future__ import annotations

from datetime import date, timedelta

from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.keywords import Intent
from meum.domain.languages import Lang
from meum.overview.reports.drawing.fonts import has_font
from meum.overview.reports.drawing.words import Words
from meum.overview.reports.keeping import ask_for_report, week_asked


class ReportHandler(Handler):
    """Tell the last seven days, or the calendar week before this one."""

    keeps_question = True
    group = HelpGroup.SEE
    help = {Lang.ZH: "周报", Lang.EN: "weekly report"}

    def accepts(self, turn: Turn) -> bool:
        """Take the words for it."""
        return turn.wants(Intent.REPORT)

    def answer(self, turn: Turn) -> Reply:
        """Return the days, the mean and one piece of advice; words alone where nothing can be drawn."""
        week = week_asked(person=turn.person, ending=_ending(turn), now=turn.incoming.at)
        words = Words(week, turn.lang)
        if week.is_empty:
            return Reply((words.empty(), turn.say("try")))
        lines = (
            turn.say("report.head", dates=words.dates(), logged=words.logged()),
            words.energy_mean(),
            turn.say("report.advice", heading=words.say("advice"), advice=words.advice()),
        )
        if not has_font():
            return Reply(lines)
        return Reply(lines, picture=ask_for_report(person=turn.person, week=week, lang=turn.lang).pk)


def _ending(turn: Turn) -> date:
    """Return the last day asked for: today, or the Sunday that is past."""
    today = turn.person.clock.day_of(turn.incoming.at)
    assert turn.heard.command is not None  # accepts() has seen it
    return today - timedelta(days=today.weekday() + 1) if turn.heard.command.argument == "last" else today
