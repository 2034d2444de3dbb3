"""The chat page: a form that works without scripts, made livelier by htmx."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from bots.channels.web.pages import page, secured
from bots.dialogue.messages import Event, Incoming
from bots.dialogue.queries import Exchange, latest_exchanges, open_question
from bots.dialogue.turn import take
from bots.models import Conversation
from bots.services import conversation_of
from meum.journal.models import Door, new_id
from meum.people.models import Person

_JOINED = "joined"


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
    exchange = Exchange(words=said.text, reply=take(said, conversation=conversation), at=said.at)
    if request.headers.get("HX-Request"):
        return _new_bubbles(request, conversation, exchange)
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
    return _page(request, "chat.html", conversation, exchanges)


def _new_bubbles(request: HttpRequest, conversation: Conversation, said: Exchange) -> HttpResponse:
    before = conversation.person.language
    response = _page(request, "_answer.html", conversation, [said])
    if Person.objects.only("language").get(pk=conversation.person_id).language != before:
        # The words around the conversation change with it.
        response["HX-Refresh"] = "true"
    return response


def _page(request: HttpRequest, template: str, conversation: Conversation, exchanges: list[Exchange]) -> HttpResponse:
    person = Person.objects.get(pk=conversation.person_id)
    conversation.refresh_from_db(fields=["question"])
    question = open_question(conversation=conversation, at=timezone.now())
    return page(
        request,
        template,
        lang=person.lang,
        person=person,
        exchanges=[(exchange, _clock_text(person, exchange.at)) for exchange in exchanges],
        choices=question.choices if question else (),
        message_id=new_id(),
    )


def _clock_text(person: Person, at: datetime) -> str:
    """Return the person's wall clock, with the date unless it is their today."""
    local = person.clock.local(at)
    return local.strftime("%H:%M" if local.date() == person.clock.local(timezone.now()).date() else "%m-%d %H:%M")
