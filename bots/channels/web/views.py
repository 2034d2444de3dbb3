"""The chat page: a form that works without scripts, made livelier by htmx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from bots.channels.web.pages import page, remember_language, secured
from bots.channels.web.reports import ReportPicture, picture_of
from bots.channels.web.uploads import send_photos
from bots.dialogue.messages import Event, Incoming, Reply
from bots.dialogue.photo_question import choices_offered
from bots.dialogue.queries import Exchange, exchange_awaited, latest_exchanges
from bots.dialogue.questions import Choice
from bots.dialogue.turn import take
from bots.models import Conversation
from bots.services import conversation_of
from meum.files.queries import link_to
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
    is_photo: bool = False
    photo_url: str = ""
    awaited_id: UUID | None = None
    picture: ReportPicture | None = None


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
    at = timezone.now()
    offered = choices_offered(conversation=conversation, at=at)
    exchanges = _exchanges(request, conversation, at)
    if request.headers.get("HX-Request"):
        return _new_bubbles(request, conversation, exchanges, offered)
    return _whole_page(request, conversation, exchanges)


@require_safe
@secured
def answer(request: HttpRequest, inbound_id: UUID) -> HttpResponse:
    """Show one message again, with its answer once that is made."""
    if not isinstance(request.user, Person):
        return _to_sign_in(request)
    conversation = conversation_of(person=request.user, door=Door.WEB)
    exchange = exchange_awaited(conversation=conversation, inbound_id=inbound_id)
    if exchange is None:
        raise Http404
    return _new_bubbles(request, conversation, [exchange], ())


def _exchanges(request: HttpRequest, conversation: Conversation, at: datetime) -> list[Exchange]:
    """Take what was posted: photos first, then the words beside them; return what was said and answered."""
    message_id = request.POST.get("message_id") or str(new_id())
    text = request.POST.get("choice") or request.POST.get("text", "")
    files = request.FILES.getlist("photo")
    photos = send_photos(files, conversation=conversation, message_id=message_id, at=at)
    if photos and not text.strip():
        return _as_stored(photos, conversation)
    said = Incoming(message_id=message_id, at=at + timedelta(milliseconds=len(photos)), text=text)
    answered = Exchange(words=said.text, reply=take(said, conversation=conversation), at=said.at)
    return [*_as_stored(photos, conversation), answered]


def _as_stored(photos: Sequence[Exchange], conversation: Conversation) -> list[Exchange]:
    """Return photos as they stand now, with their files; those that were refused as they are."""
    times = {photo.at for photo in photos}
    stored = {each.at: each for each in latest_exchanges(conversation=conversation) if each.at in times}
    return [stored.get(photo.at, photo) for photo in photos]


def _greet(conversation: Conversation) -> None:
    """Greet where nothing was said yet, or nothing of it is kept; by a key of its own, so that two pages greet once."""
    if not conversation.messages.exists():
        take(Incoming(message_id=_JOINED, at=timezone.now(), event=Event.JOINED), conversation=conversation)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request"):
        # A redirect would put the sign-in page into the conversation.
        return HttpResponse(headers={"HX-Redirect": reverse("bots:sign_in")})
    return redirect_to_login(request.path)


def _whole_page(request: HttpRequest, conversation: Conversation, said: Sequence[Exchange] = ()) -> HttpResponse:
    """Show the history; what was said just now is shown even where it may not be kept."""
    exchanges = latest_exchanges(conversation=conversation)
    known = {exchange.at for exchange in exchanges if exchange.is_photo}
    for exchange in (each for each in said if each.at not in known):
        is_last = bool(exchanges) and exchanges[-1].reply == exchange.reply and not exchange.is_photo
        exchanges = [*exchanges[:-1], exchange] if is_last else [*exchanges, exchange]
    person = Person.objects.get(pk=conversation.person_id)
    response = _page(request, "chat.html", conversation, person, bubbles(exchanges, person=person))
    return remember_language(request, response, person.lang)


def _new_bubbles(
    request: HttpRequest, conversation: Conversation, said: Sequence[Exchange], offered: Sequence[Choice]
) -> HttpResponse:
    before = conversation.person.language
    person = Person.objects.get(pk=conversation.person_id)
    response = _page(request, "_answer.html", conversation, person, bubbles(said, person=person, offered=offered))
    if person.language != before:
        # The words around the conversation change with it, once nothing waits to be sent.
        response["HX-Trigger"] = "stale"
    return response


def _page(
    request: HttpRequest, template: str, conversation: Conversation, person: Person, exchanges: Iterable[Bubbles]
) -> HttpResponse:
    conversation.refresh_from_db(fields=["question", "photo_session", "photos_asked_at", "reply_language"])
    return page(
        request,
        template,
        lang=person.lang,
        person=person,
        exchanges=list(exchanges),
        choices=choices_offered(conversation=conversation, at=timezone.now()),
        message_id=new_id(),
    )


def bubbles(exchanges: Iterable[Exchange], *, person: Person, offered: Sequence[Choice] = ()) -> Iterator[Bubbles]:
    """Yield what is shown of each exchange: a bare number that answers what was offered before, with its words."""
    for said in exchanges:
        words = next((str(choice) for choice in offered if choice.key == said.words), said.words)
        yield Bubbles(
            words=words,
            reply=said.reply,
            at=said.at,
            clock=_clock_text(person, said.at),
            is_photo=said.is_photo,
            photo_url=link_to(file=said.photo) if said.photo else "",
            awaited_id=said.awaited_id,
            picture=picture_of(said.reply.picture, person=person) if said.reply.picture else None,
        )
        offered = said.reply.choices


def _clock_text(person: Person, at: datetime) -> str:
    """Return the person's wall clock, with the date unless it is their today."""
    local = person.clock.local(at)
    return local.strftime("%H:%M" if local.date() == person.clock.local(timezone.now()).date() else "%m-%d %H:%M")
