"""The pages around the chat: what this is, signing up, in and out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bots.channels.web.pages import page, remember_language, secured, visitor_language
from bots.dialogue.messages import storable
from meum.domain.languages import Lang
from meum.kernel.errors import MeumError, TooMany
from meum.kernel.phrases import as_sentence, phrase
from meum.people import services as people
from meum.people import sessions
from meum.people.addresses import address_of
from meum.people.models import AgeBand, Person

_DEMO = "demo"


@require_safe
@secured
def landing(request: HttpRequest) -> HttpResponse:
    """Show what this is and the ways in."""
    lang = visitor_language(request)
    return page(request, "landing.html", lang=lang, has_demo=settings.DEBUG)


@require_http_methods(["GET", "POST"])
@secured
def sign_up(request: HttpRequest) -> HttpResponse:
    """Take in a new person, the age group first; of somebody under 14 nothing is stored."""
    if request.method == "GET":
        return _sign_up_page(request)
    try:
        person = people.sign_up(
            username=request.POST.get("username", "").strip(),
            password=request.POST.get("password", ""),
            age_band=request.POST.get("age_band", ""),
            language=visitor_language(request),
            address=address_of(request),
        )
    except MeumError as error:
        problem = as_sentence(error, visitor_language(request))
        return _asking_to_wait(_sign_up_page(request, problem=problem, status=error.status), error)
    login(request, person)
    return redirect("bots:chat")


@require_http_methods(["GET", "POST"])
@secured
def sign_in(request: HttpRequest) -> HttpResponse:
    """Open the chat to somebody who knows the password."""
    lang = visitor_language(request)
    if request.method == "GET":
        return page(request, "sign_in.html", lang=lang)
    username = storable(request.POST.get("username", ""))
    try:
        person = sessions.known_person(
            username=username, password=request.POST.get("password", ""), address=address_of(request)
        )
    except MeumError as error:
        # A page cannot answer 401, which would have to name a way of signing in that a browser knows.
        status = error.status if isinstance(error, TooMany) else 403
        problem = as_sentence(error, lang)
        shown = page(request, "sign_in.html", lang=lang, status=status, problem=problem, username=username)
        return _asking_to_wait(shown, error)
    login(request, person)
    return redirect("bots:chat")


@require_POST
@secured
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("bots:landing")


@require_POST
@secured
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language of the pages: for this browser, and for the person who is signed in."""
    chosen = Lang.EN if request.POST.get("language") == "en" else Lang.ZH
    if isinstance(request.user, Person):
        people.update_preferences(person=request.user, draft=people.PreferencesDraft(language=chosen))
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return remember_language(request, redirect(back if is_ours else "bots:landing"), chosen)


@require_POST
@secured
def demo(request: HttpRequest) -> HttpResponse:
    """Sign in the demo person; only where DEBUG is on."""
    person = Person.objects.filter(username=_DEMO).first() if settings.DEBUG else None
    if person is None:
        raise Http404
    login(request, person)
    return redirect("bots:chat")


def _asking_to_wait(response: HttpResponse, error: MeumError) -> HttpResponse:
    """Say to programs too when to try again, where the error knows it."""
    if "retry_after" in error.facts:
        response["Retry-After"] = str(error.facts["retry_after"])
    return response


def _sign_up_page(request: HttpRequest, *, problem: str = "", status: int = 200) -> HttpResponse:
    lang = visitor_language(request)
    ages = [
        (AgeBand.ADULT.value, phrase(lang, "chat.age.adult")),
        (AgeBand.TEEN.value, phrase(lang, "chat.age.teen")),
        (people.UNDER_14, phrase(lang, "chat.age.child")),
    ]
    return page(
        request,
        "sign_up.html",
        lang=lang,
        status=status,
        ages=ages,
        problem=problem,
        username=request.POST.get("username", ""),
        age_band=request.POST.get("age_band", ""),
    )
