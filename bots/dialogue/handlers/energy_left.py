"""How much of the day's energy is left: 今天还能吃多少, "calories left"."""

from __future__ import annotations

from bots.dialogue.handlers.about import knows_sex, question_of_sex
from bots.dialogue.handlers.amounts import day_named
from bots.dialogue.handlers.base import Handler, HelpGroup
from bots.dialogue.messages import Reply
from bots.dialogue.speaking import Turn
from bots.nlu.keywords import Intent
from meum.domain.figures import rounded
from meum.domain.languages import Lang
from nutrition.queries import energy_left


class EnergyLeftHandler(Handler):
    """Tell the goal, what was eaten and what is left; nobody is told to stop eating."""

    keeps_question = True
    group = HelpGroup.SEE
    help = {Lang.ZH: "今天还能吃多少", Lang.EN: "calories left"}

    def accepts(self, turn: Turn) -> bool:
        """Take the question."""
        return turn.wants(Intent.REST)

    def answer(self, turn: Turn) -> Reply:
        """Return the figures, or what to ask instead where energy is better not spoken of."""
        if not knows_sex(turn):
            return question_of_sex(turn, turn.say("rest.sex"))
        told = energy_left(person=turn.person, day=day_named(turn))
        if told.is_energy_hidden:
            return Reply((turn.say("rest.hidden"),))
        goal, eaten = rounded(told.goal.mid), rounded(told.eaten.mid)
        key = "rest.left" if told.left > 0 else "rest.over"
        lines = [turn.say(key, goal=goal, eaten=eaten, left=rounded(abs(told.left)))]
        lines += [turn.say("suggest.usual_size")] if told.is_usual_size else []
        return Reply((*lines, turn.say("rest.next")))
