"""Every handler, in the order in which they are asked; a new one is one line here."""

from __future__ import annotations

from dataclasses import replace

from bots.dialogue.handlers.about import AboutHandler
from bots.dialogue.handlers.again import AgainHandler
from bots.dialogue.handlers.age import AgeHandler
from bots.dialogue.handlers.amounts import NutrientHandler, WeekHandler
from bots.dialogue.handlers.ask import FoodQuestionHandler, PlanHandler
from bots.dialogue.handlers.base import Asker, Handler, safely
from bots.dialogue.handlers.binding import JoinHandler, LinkHandler, UnlinkHandler
from bots.dialogue.handlers.body import BodyLogger, WhichUnitAsker
from bots.dialogue.handlers.consent import AgreedHandler, AgreeHandler, DeclineHandler, OnboardingHandler
from bots.dialogue.handlers.correct import CorrectHandler
from bots.dialogue.handlers.correct_body import CorrectBodyHandler
from bots.dialogue.handlers.earlier import EarlierLogger, UsualAsker
from bots.dialogue.handlers.eaten import EatenHandler
from bots.dialogue.handlers.energy_left import EnergyLeftHandler
from bots.dialogue.handlers.erasing import BeingErasedHandler, EraseHandler
from bots.dialogue.handlers.events import EventHandler, TooLongHandler
from bots.dialogue.handlers.expenditure import ExpenditureHandler
from bots.dialogue.handlers.exporting import ExportHandler
from bots.dialogue.handlers.feelings import FeelingHandler, FeelingLogger
from bots.dialogue.handlers.food import FoodLogger, HowMuchAsker
from bots.dialogue.handlers.help import HelpHandler, PrivacyHandler
from bots.dialogue.handlers.keep import KeepHandler
from bots.dialogue.handlers.labels import LabelHandler, LabelWordHandler
from bots.dialogue.handlers.language import LanguageHandler
from bots.dialogue.handlers.leaving import LeavingHandler, ReturnHandler
from bots.dialogue.handlers.log import LogHandler
from bots.dialogue.handlers.missing import MissingHandler
from bots.dialogue.handlers.move import MoveHandler
from bots.dialogue.handlers.naming import NameHandler
from bots.dialogue.handlers.nutritionist import RejectHandler, with_corrections
from bots.dialogue.handlers.own_data import OwnDataHandler
from bots.dialogue.handlers.own_foods import ForgetFoodHandler, OwnFoodsHandler, TeachFoodHandler
from bots.dialogue.handlers.photo_answers import answer_to_photos
from bots.dialogue.handlers.photo_logging import PortionAsker
from bots.dialogue.handlers.photo_wishes import PhotoWishHandler
from bots.dialogue.handlers.photos import PhotoAgainHandler, PhotoHandler
from bots.dialogue.handlers.plan import DayPlanHandler
from bots.dialogue.handlers.purines import PurinesHandler
from bots.dialogue.handlers.reminding import RemindHandler
from bots.dialogue.handlers.report import ReportHandler
from bots.dialogue.handlers.restating import RestatingHandler
from bots.dialogue.handlers.result import ResultHandler
from bots.dialogue.handlers.share import ShareHandler
from bots.dialogue.handlers.sharing import LooksHandler, SharingHandler, StopSharingHandler
from bots.dialogue.handlers.skin import SkinLogger
from bots.dialogue.handlers.smalltalk import (
    CancelHandler,
    CareHandler,
    ExampleHandler,
    LaterHandler,
    NotLoggedHandler,
    PoliteHandler,
    UnknownHandler,
)
from bots.dialogue.handlers.start_sharing import StartSharingHandler
from bots.dialogue.handlers.suggest import SuggestHandler
from bots.dialogue.handlers.summary import SummaryHandler
from bots.dialogue.handlers.undo import RedoHandler, UndoHandler
from bots.dialogue.handlers.variety import VarietyHandler
from bots.dialogue.handlers.which_food import WhichFoodAsker
from bots.dialogue.handlers.wishes import WishHandler
from bots.dialogue.handlers.withdrawn import WithdrawnHandler
from bots.dialogue.messages import Reply, asking
from bots.dialogue.questions import Question, QuestionKind
from bots.dialogue.speaking import Turn
from bots.nlu.answers import Pick, is_no, is_yes, picks_of

_onboarding = OnboardingHandler()
_summary = SummaryHandler()

# Answered whether or not anything may be stored.
_FIRST: tuple[Handler, ...] = (
    BeingErasedHandler(),
    LeavingHandler(),
    LinkHandler(),
    ReturnHandler(_onboarding),
    PhotoHandler(),
    EventHandler(_onboarding),
    TooLongHandler(),
    CareHandler(),
    ResultHandler(),
    EraseHandler(),
    ExportHandler(),
    UnlinkHandler(),
    JoinHandler(),
    PrivacyHandler(),
    SharingHandler(),
    StopSharingHandler(),
    StartSharingHandler(),
    LooksHandler(),
    LanguageHandler(),
    AgreedHandler(),
    AgreeHandler(_onboarding),
    DeclineHandler(),
    CancelHandler(),
    LaterHandler(),
)
_WITH_CONSENT: tuple[Handler, ...] = (
    LabelWordHandler(),
    LabelHandler(),
    NotLoggedHandler(),
    NameHandler(),
    AboutHandler(),
    RemindHandler(),
    PhotoWishHandler(),
    AgeHandler(),
    RejectHandler(),
    UndoHandler(),
    RedoHandler(),
    _summary,
    TeachFoodHandler(),
    ForgetFoodHandler(),
    OwnFoodsHandler(),
    MissingHandler(),
    VarietyHandler(),
    PurinesHandler(),
    DayPlanHandler(),
    SuggestHandler(),
    EnergyLeftHandler(),
    ExpenditureHandler(),
    NutrientHandler(),
    OwnDataHandler(),
    EatenHandler(),
    WeekHandler(),
    ReportHandler(),
    KeepHandler(),
    MoveHandler(),
    CorrectBodyHandler(),
    CorrectHandler(),
    PoliteHandler(),
    WishHandler(),
    FeelingHandler(),
    ExampleHandler(),
    FoodQuestionHandler(),
    PlanHandler(),
    AgainHandler(),
    ShareHandler(),
    RestatingHandler(),
    LogHandler((EarlierLogger(FoodLogger()), BodyLogger(), SkinLogger(), FeelingLogger())),
    PhotoAgainHandler(),
    UnknownHandler(),
)
_AFTER_WITHDRAWAL = WithdrawnHandler(_summary)
_HELP = HelpHandler((*_FIRST, *_WITH_CONSENT))
HANDLERS: tuple[Handler, ...] = (*_FIRST, _HELP, _AFTER_WITHDRAWAL, _onboarding, *_WITH_CONSENT)
_ASKED = (
    WhichFoodAsker(),
    HowMuchAsker(),
    WhichUnitAsker(),
    UsualAsker(),
    PortionAsker(),
    *(handler for handler in HANDLERS if isinstance(handler, Asker)),
)
ASKERS: dict[QuestionKind, Asker] = {kind: asker for asker in _ASKED for kind in asker.asks}

__all__ = ["ASKERS", "HANDLERS", "answer"]


def answer(turn: Turn) -> tuple[Reply, Question | None]:
    """Return the reply to a turn and the question that is open afterwards."""
    asked = (_answer_about_photos, _answer_to_question)
    for answers in asked if _photos_come_first(turn) else reversed(asked):
        if answered := answers(turn):
            return answered
    return _answer_of_handler(turn)


def _photos_come_first(turn: Turn) -> bool:
    """Tell whether a bare number is about photos rather than the open question: whichever was asked last."""
    photos, question = turn.photos, turn.open_question
    return question is None or (photos is not None and (photos.asked_at or turn.incoming.at) > question.asked_at)


def _answer_about_photos(turn: Turn) -> tuple[Reply, Question | None] | None:
    if turn.photos is None:
        return None
    reply = safely(turn, lambda: answer_to_photos(turn), refused=_refused)
    return (with_corrections(turn, reply), reply.pending or turn.open_question) if reply else None


def _answer_to_question(turn: Turn) -> tuple[Reply, Question | None] | None:
    question = turn.question
    if question is None or turn.incoming.event is not None:
        return None
    picks = picks_of(turn.heard.plain, question.labels) or _said(turn, question)
    if len(picks) != 1 or (not turn.open_question and not turn.has_consent):
        return None
    if not turn.open_question:
        return Reply((turn.say("expired"),)), None
    reply = safely(turn, lambda: ASKERS[question.kind].resolve(turn, question, picks[0]), refused=_refused)
    return with_corrections(turn, reply), reply.pending


def _said(turn: Turn, question: Question) -> tuple[Pick, ...]:
    """Return what words pick: those of the choice for none, and a plain yes or no where one thing was asked."""
    text = turn.heard.plain.strip().rstrip("。.!！ ")
    if question.none and text == question.none.casefold():
        return (Pick(0),)
    if not question.none or len(question.labels) > 1 or not turn.open_question:
        return ()
    if is_no(text):
        return (Pick(0),)
    return (Pick(1),) if question.labels and is_yes(text) else ()


def _answer_of_handler(turn: Turn) -> tuple[Reply, Question | None]:
    handler = next(handler for handler in HANDLERS if handler.accepts(turn))
    reply = safely(turn, lambda: handler.answer(turn), refused=_refused, within=lambda: handler.within(turn))
    question = reply.pending or (turn.question if handler.keeps_question else None)
    if question is turn.open_question and question is not None and handler.asks_again:
        asker = ASKERS[question.kind]
        # Choices in the language before would be read by nobody.
        question = replace(question, choices=asker.choices(turn, question))
        reply = asking(*reply.lines, *filter(None, [asker.sentence(turn, question)]), question=question)
    return with_corrections(turn, reply) if handler.carries_news else reply, question


def _refused(sentence: str) -> Reply:
    return Reply((sentence,))
