"""Who sees one's records, since when and until when; who looked; and ending it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from uuid import UUID

from bots.dialogue.handlers.base import Asker, Handler, HelpGroup
from bots.dialogue.messages import MOST_LINES, Reply, asking
from bots.dialogue.questions import Choice, Question, QuestionKind, numbered
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick
from bots.nlu.privacy import asks_who_looked, asks_who_sees, sharing_to_stop
from meum.domain.languages import Lang
from meum.journal.models import Access
from meum.journal.queries import looks
from meum.people import services as people
from meum.people.models import Grant, Person, Role
from meum.people.queries import grants_in_force, grants_of, is_called, open_grant_of

_MOST_SHOWN = MOST_LINES - 2
_MOST_CHOICES = 8
_LATEST_LOOKS = 200
EVERYBODY = {
    "所有人",
    "大家",
    "任何人",
    "全部",
    "所有",
    "谁",
    "别人",
    "everyone",
    "everybody",
    "anyone",
    "all",
    "anybody",
}
_SOMEBODY = {
    "她",
    "他",
    "ta",
    "对方",
    "营养师",
    "我的营养师",
    "her",
    "him",
    "them",
    "my nutritionist",
    "the nutritionist",
}
_ACCOUNT = ("people.Person", "people.Grant", "journal.Change", "journal.Consent", "files.PrivateFile")
_WHATS = {
    "people": "people",
    "overview.people": "people",
    "overview.person": "person",
    "people.Profile": "profile",
    "skincare.SkinNote": "skin",
    **dict.fromkeys(("nutrition.Meal", "nutrition.Drink", "nutrition.OwnFood", "nutrition.SavedMeal"), "food"),
    **dict.fromkeys(("fitness.BodyMeasurement", "fitness.Activity", "fitness.Sleep"), "body"),
    **dict.fromkeys(("day", "overview.day"), "days"),
    **dict.fromkeys(_ACCOUNT, "account"),
}


class SharingHandler(Handler):
    """List the nutritionists who see the person's records now."""

    keeps_question = True
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "谁能看我的记录", Lang.EN: "who can see my records"}

    def accepts(self, turn: Turn) -> bool:
        """Take the question with whom the records are shared."""
        return asks_who_sees(turn.heard.plain)

    def answer(self, turn: Turn) -> Reply:
        """Name each with the first and the last day."""
        grants = list(grants_in_force(person=turn.person))
        if not grants:
            return Reply((turn.say("sharing.none"), turn.say("sharing.staff")), is_kept=turn.has_consent)
        named = [_grant_text(turn, grant) for grant in grants[:_MOST_SHOWN]]
        more = len(grants) - len(named)
        closing = (turn.say("sharing.others", count=more) if more else "") + turn.say("sharing.next")
        return Reply((turn.say("sharing.list", count=len(grants)), *named, closing), is_kept=turn.has_consent)


class StopSharingHandler(Handler, Asker):
    """End a nutritionist's sight; asks with whom where there are several."""

    asks = (QuestionKind.SHARING,)
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "停止共享", Lang.EN: "stop sharing"}

    def accepts(self, turn: Turn) -> bool:
        """Take the wish to end it."""
        return sharing_to_stop(turn.heard.plain) is not None

    def answer(self, turn: Turn) -> Reply:
        """End the only one, or the one that is named; else ask."""
        name = sharing_to_stop(turn.heard.plain) or ""
        grants = list(grants_in_force(person=turn.person))
        if not grants:
            return Reply((turn.say("sharing.none"),), is_kept=turn.has_consent)
        meant = _meant(grants, name)
        return self._end(turn, meant) if meant else self._ask(turn, grants, name)

    def choices(self, turn: Turn, question: Question) -> tuple[Choice, ...]:
        """Return those with whom the person shared when it was asked, and all of them where they are several."""
        asked = question.facts["grants"]
        grants = grants_of(person=turn.person).filter(pk__in=asked)
        return _stop_choices(turn, sorted(grants, key=lambda grant: asked.index(str(grant.pk))))

    def resolve(self, turn: Turn, question: Question, pick: Pick) -> Reply:
        """End what was picked; the last choice is all of them."""
        ids = [UUID(told) for told in question.facts["grants"]]
        if pick.number == 0:
            return Reply((turn.say("sharing.kept"),))
        if pick.number <= len(ids):
            return self._end(turn, [open_grant_of(person=turn.person, grant_id=ids[pick.number - 1])])
        grants = list(grants_in_force(person=turn.person))
        return self._end(turn, grants) if grants else Reply((turn.say("sharing.none"),))

    def _ask(self, turn: Turn, grants: Sequence[Grant], name: str) -> Reply:
        shown = grants[:_MOST_CHOICES]
        question = Question(
            kind=QuestionKind.SHARING,
            choices=_stop_choices(turn, shown),
            asked_at=turn.incoming.at,
            facts={"grants": [str(grant.pk) for grant in shown]},
        )
        is_unknown = bool(name) and name not in _SOMEBODY
        asked = turn.say("sharing.which.unknown", name=name) if is_unknown else turn.say("sharing.which")
        return asking(asked, question=question)

    def _end(self, turn: Turn, grants: Sequence[Grant]) -> Reply:
        for grant in grants:
            people.end_sharing(person=turn.person, nutritionist=grant.viewer, door=turn.door)
        names = turn.say("and").join(who_text(turn, grant.viewer) for grant in grants)
        return Reply((turn.say("sharing.ended", who=names), turn.say("sharing.again")))


class LooksHandler(Handler):
    """Tell who looked at the person's records last."""

    keeps_question = True
    group = HelpGroup.ABOUT
    help = {Lang.ZH: "谁看过", Lang.EN: "who looked"}

    def accepts(self, turn: Turn) -> bool:
        """Take the question who looked."""
        return asks_who_looked(turn.heard.plain)

    def answer(self, turn: Turn) -> Reply:
        """Return a line for each of the latest, the same look more than once in one line."""
        latest = list(looks(person=turn.person)[:_LATEST_LOOKS])
        if not latest:
            return Reply((turn.say("looks.none"),), is_kept=turn.has_consent)
        counted = Counter(map(_same, latest))
        firsts = {_same(look): look for look in reversed(latest)}
        shown = islice(((look, counted[same]) for same in counted for look in (firsts[same],)), MOST_LINES - 1)
        lines = [_look_text(turn, look, count) for look, count in shown]
        return Reply((*lines, turn.say("looks.next")), is_kept=turn.has_consent)


def who_text(turn: Turn, somebody: Person | None) -> str:
    """Return somebody else by their role and name."""
    if somebody is None:
        return turn.say("who.gone")
    name = str(somebody)
    # Who signs in as "nutritionist" is no nutritionist nutritionist.
    is_role = somebody.is_nutritionist and name.casefold() == Role.NUTRITIONIST
    return turn.say(f"who.{Role(somebody.role)}", name="" if is_role else name).strip()


def _stop_choices(turn: Turn, grants: Sequence[Grant]) -> tuple[Choice, ...]:
    several = (turn.say("sharing.all"),) if len(grants) > 1 else ()
    return numbered(*(who_text(turn, grant.viewer) for grant in grants), *several, none=turn.say("sharing.keep"))


def _meant(grants: Sequence[Grant], name: str) -> Sequence[Grant]:
    """Return the grants that a name means: the only one without a name, the one of that name, or all of them."""
    if name in EVERYBODY:
        return grants
    plain = name.removeprefix("nutritionist ").removeprefix("营养师").removesuffix("营养师").strip()
    # The name of her work may be a part of her name: 陈营养师.
    named = [grant for grant in grants if is_called(grant.viewer, name) or is_called(grant.viewer, plain)]
    is_open = not name or name in _SOMEBODY
    return named[:1] if name and named else (grants if is_open and len(grants) == 1 else ())


def _grant_text(turn: Turn, grant: Grant) -> str:
    local = turn.person.clock.local
    who, since = who_text(turn, grant.viewer), f"{local(grant.since):%Y-%m-%d}"
    if grant.until is None:
        return turn.say("sharing.open", who=who, since=since)
    return turn.say("sharing.until", who=who, since=since, until=f"{local(grant.until):%Y-%m-%d %H:%M}")


def _same(look: Access) -> tuple[object, ...]:
    return look.viewer_id, _WHATS.get(look.what, look.what), look.day


def _look_text(turn: Turn, look: Access, count: int) -> str:
    key = _WHATS.get(look.what, "other")
    if look.day is not None and key in ("days", "food"):
        what = turn.say("look.day" if key == "days" else "look.food.day", day=f"{look.day:%m-%d}")
    else:
        what = turn.say(f"look.{key}")
    at = f"{turn.person.clock.local(look.at):%m-%d %H:%M}"
    told = turn.say("look", at=at, who=who_text(turn, look.viewer), what=what)
    return turn.say("look.times", look=told, count=count) if count > 1 else told
