"""How much energy a person spends: 我一天消耗多少, "what is my TDEE"."""

from __future__ import annotations

from bots.dialogue.handlers.about import knows_sex, questions_of_energy
from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.keywords import Intent
from meum.domain.figures import rounded
from meum.domain.intervals import Interval
from meum.domain.languages import Lang
from nutrition.domain.expenditure import LEARNED, Expenditure
from nutrition.queries import energy_left, expenditure_of


class ExpenditureHandler(Handler):
    """Tell what days are logged at that keep the weight, what the body spends, and the goal where it is another."""

    keeps_question = True
    group = HelpGroup.SEE
    help = {Lang.ZH: "一天消耗多少", Lang.EN: "my daily expenditure"}

    def accepts(self, turn: Turn) -> bool:
        """Take the question."""
        return turn.wants(Intent.EXPENDITURE)

    def answer(self, turn: Turn) -> Reply:
        """Return the figures, or what to ask instead where energy is better not spoken of."""
        if not knows_sex(turn):
            return questions_of_energy(turn, turn.say("rest.sex"))
        today = turn.person.clock.day_of(turn.incoming.at)
        left = energy_left(person=turn.person, day=today)
        if left.is_energy_hidden:
            return Reply((turn.say("rest.hidden"),))
        spent = expenditure_of(person=turn.person, day=today)
        if spent is None:
            usual = [turn.say("suggest.usual_size")] if left.is_usual_size else []
            return questions_of_energy(turn, turn.say("spent.goal", **_figures(left.goal)), *usual)
        lines = _learned(turn, spent) if spent.method == LEARNED else _by_formula(turn, spent)
        keeps = spent.logged_kcal if spent.method == LEARNED else spent.kcal
        is_other_goal = abs(left.goal.mid - keeps.mid) > _NEAR_KCAL
        return Reply((*lines, *([turn.say("spent.goal", **_figures(left.goal))] if is_other_goal else [])))


_NEAR_KCAL = 100.0
"""A goal so near to what keeps the weight is to keep it."""


def _learned(turn: Turn, spent: Expenditure) -> list[str]:
    return [
        turn.say("spent.as_logged", **_figures(spent.logged_kcal)),
        turn.say("spent.learned", **_figures(spent.kcal)),
    ]


def _by_formula(turn: Turn, spent: Expenditure) -> list[str]:
    return [turn.say("spent.formula", **_figures(spent.kcal)), turn.say("spent.learn")]


def _figures(kcal: Interval) -> dict[str, str]:
    return {"mid": rounded(kcal.mid), "low": rounded(kcal.low), "high": rounded(kcal.high)}
