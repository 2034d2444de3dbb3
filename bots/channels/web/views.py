"""The chat page: a form that works without scripts, made livelier by htmx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bots.channels.web.pages import page, remember_language, secured
from bots.dialogue.messages import Event, Incoming, Reply
from bots.dialogue.queries import Exchange, latest_exchanges, open_question
from bots.dialogue.questions import Choice
from bots.dialogue.turn import take
from bots.models import Conversation
from bots.services import conversation_of
from meum.journal.models import Door, new_id
from meum.people.models import Person

_JOINED = "joined"


@dataclass(frozen=True, kw_only=True)
class Bubbles:
    """One message and its answer as they are shown; `clock` is the person's own."""

    words: str
    reply: Reply
    at: datetime
    clock: str


@require_http_methods(["GET", "POST"])
@secured
def chat(request: HttpRequest) -> HttpResponse:
    """Show the conversation; a posted message has its turn first."""
    if not isinstance(request.user, Person):
        return _to_sign_in(request)
    conversation = conversation_of(person=request.user, door=Door.WEB)
    if request.method == "GET":
        _greet(conversation)
        return _whole_page(request, conversation)
    said = _said(request)
    offered = _choices(conversation, said.at)
    exchange = Exchange(words=said.text, reply=take(said, conversation=conversation), at=said.at)
    if request.headers.get("HX-Request"):
        return _new_bubbles(request, conversation, exchange, offered)
    return _whole_page(request, conversation, exchange)


def _greet(conversation: Conversation) -> None:
    """Greet where nothing was said yet, or nothing of it is kept; by a key of its own, so that two pages greet once."""
    if not conversation.messages.exists():
        take(Incoming(message_id=_JOINED, at=timezone.now(), event=Event.JOINED), conversation=conversation)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request"):
        # A redirect would put the sign-in page into the conversation.
        return HttpResponse(headers={"HX-Redirect": reverse("bots:sign_in")})
    return redirect_to_login(request.path)


def _said(request: HttpRequest) -> Incoming:
    return Incoming(
        message_id=request.POST.get("message_id") or str(new_id()),
        at=timezone.now(),
        text=request.POST.get("choice") or request.POST.get("text", ""),
    )


def _whole_page(request: HttpRequest, conversation: Conversation, said: Exchange | None = None) -> HttpResponse:
    """Show the history; what was said just now is shown even where it may not be kept."""
    exchanges = latest_exchanges(conversation=conversation)
    if said is not None:
        exchanges = [*exchanges[:-1], said] if exchanges and exchanges[-1].reply == said.reply else [*exchanges, said]
    person = Person.objects.get(pk=conversation.person_id)
    response = _page(request, "chat.html", conversation, person, bubbles(exchanges, person=person))
    return remember_language(request, response, person.lang)


def _new_bubbles(
    request: HttpRequest, conversation: Conversation, said: Exchange, offered: Sequence[Choice]
) -> HttpResponse:
    before = conversation.person.language
    person = Person.objects.get(pk=conversation.person_id)
    response = _page(request, "_answer.html", conversation, person, bubbles([said], person=person, offered=offered))
    if person.language != before:
        # The words around the conversation change with it, once nothing waits to be sent.
        response["HX-Trigger"] = "stale"
    return response


def _page(
    request: HttpRequest, template: str, conversation: Conversation, person: Person, exchanges: Iterable[Bubbles]
) -> HttpResponse:
    conversation.refresh_from_db(fields=["question"])
    return page(
        request,
        template,
        lang=person.lang,
        person=person,
        exchanges=list(exchanges),
        choices=_choices(conversation, timezone.now()),
        message_id=new_id(),
    )


def _choices(conversation: Conversation, at: datetime) -> Sequence[Choice]:
    question = open_question(conversation=conversation, at=at)
    return question.choices if question else ()


def bubbles(exchanges: Iterable[Exchange], *, person: Person, offered: Sequence[Choice] = ()) -> Iterator[Bubbles]:
    """Yield what is shown of each exchange: a bare number that answers what was offered before, with its words."""
    for said in exchanges:
        words = next((str(choice) for choice in offered if choice.key == said.words), said.words)
        yield Bubbles(words=words, reply=said.reply, at=said.at, clock=_clock_text(person, said.at))
        offered = said.reply.choices


def _clock_text(person: Person, at: datetime) -> str:
    """Return the person's wall clock, with the date unless it is their today."""
    local = person.clock.local(at)
    return local.strftime("%H:%M" if local.date() == person.clock.local(timezone.now()).date() else "%m-%d %H:%M")
