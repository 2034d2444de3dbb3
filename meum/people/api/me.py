"""The asker: preferences, profile, agreements."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from rest_framework.request import Request
from rest_framework.response import Response

from meum.journal.models import Door, Purpose
from meum.journal.queries import consents
from meum.journal.snapshots import kind_of
from meum.kernel.api import ApiView, is_known, paged, parse, revision_wanted, tag_of, with_tag
from meum.kernel.errors import NotFound
from meum.kernel.language import active_language
from meum.kernel.openapi import IDEMPOTENCY_KEY, IF_MATCH, IF_NONE_MATCH, PAGE_PARAMETERS, Operation, page_form
from meum.kernel.rendering import render, render_all
from meum.people import services
from meum.people.agreements import offers
from meum.people.api.asking import PERSON, asker, subject
from meum.people.api.once import answered_once
from meum.people.api.serializers import (
    ConsentAnswer,
    ConsentShown,
    OfferShown,
    OffersShown,
    PersonSerializer,
    ProfileSerializer,
    ProfileShown,
)
from meum.people.models import Person, Profile
from meum.people.queries import profile_of


class MeView(ApiView):
    """How the asker is addressed and counts days."""

    operations = {
        "GET": Operation(name="get_me", tag="me", summary="Show your preferences", answer=PersonSerializer),
        "PATCH": Operation(
            name="change_me",
            tag="me",
            summary="Change what is given of your preferences",
            body=PersonSerializer,
            answer=PersonSerializer,
        ),
    }

    def get(self, request: Request) -> Response:
        """Answer the preferences."""
        return Response(render(PersonSerializer, asker(request)))

    def patch(self, request: Request) -> Response:
        """Change preferences; days already written stay as they are."""
        draft = services.PreferencesDraft(**parse(PersonSerializer, request.data, is_partial=True))
        return Response(PersonSerializer(services.update_preferences(person=asker(request), draft=draft)).data)


class ProfileView(ApiView):
    """What targets need to know of a body."""

    operations = {
        "GET": Operation(
            name="get_profile",
            tag="me",
            summary="Show a profile; empty where nothing was told",
            answer=ProfileShown,
            parameters=(PERSON, IF_NONE_MATCH),
            has_etag=True,
        ),
        "PATCH": Operation(
            name="change_profile",
            tag="me",
            summary="Change what is given of your profile",
            body=ProfileSerializer,
            answer=ProfileShown,
            parameters=(IF_MATCH,),
            has_etag=True,
        ),
    }

    def get(self, request: Request) -> Response:
        """Answer the profile, or 304."""
        owner = subject(request, what=kind_of(Profile))
        profile = profile_of(person=owner)
        tag = _tag(profile)
        return with_tag(Response(status=304), tag) if is_known(request, tag) else _shown(profile)

    def patch(self, request: Request) -> Response:
        """Change the profile and answer it."""
        person = asker(request)
        told = parse(ProfileSerializer, request.data, is_partial=True)
        cleared = frozenset(name for name, value in told.items() if value is None)
        existing = profile_of(person=person)
        revision = revision_wanted(request, _tag_name(existing))
        profile = services.update_profile(
            person=person,
            author=person,
            door=Door.API,
            draft=services.ProfileDraft(**told, cleared=cleared),
            profile_id=existing.pk if existing and revision is not None else None,
            revision=revision,
        )
        return _shown(profile)


def current_profiles(*, owner: Person, ids: Collection[UUID]) -> list[dict[str, Any]]:
    """Return a person's profile as sync sends it: with its id, as every entry has one."""
    rows = Profile.objects.filter(person=owner, deleted_at=None, pk__in=ids)
    return [{"id": str(row.pk), **render(ProfileShown, row)} for row in rows]


def _shown(profile: Profile | None) -> Response:
    return with_tag(Response(render(ProfileShown, profile or Profile(revision=0))), _tag(profile))


def _tag(profile: Profile | None) -> str:
    return tag_of(_tag_name(profile), profile.revision if profile else 0)


def _tag_name(profile: Profile | None) -> object:
    """Return the id: after an undo another profile may take the place of this one, and count from 1 again."""
    return profile.pk if profile else "profile"


class ConsentList(ApiView):
    """What the asker agreed to."""

    operations = {
        "GET": Operation(
            name="list_consents",
            tag="consents",
            summary="List every answer you gave, the latest first",
            answer=page_form(ConsentShown),
            parameters=PAGE_PARAMETERS,
        ),
        "POST": Operation(
            name="give_consent",
            tag="consents",
            summary="Agree to a purpose",
            body=ConsentAnswer,
            answer=ConsentShown,
            status=201,
            parameters=(IDEMPOTENCY_KEY,),
        ),
    }

    def get(self, request: Request) -> Response:
        """Answer one page of answers."""
        rows = consents(person=asker(request)).select_related("recipient")
        return paged(request, rows, order=("-id",), render=lambda page: render_all(ConsentShown, page))

    def post(self, request: Request) -> HttpResponseBase:
        """Store an agreement; one that is in force is answered again."""
        told = parse(ConsentAnswer, request.data)

        def give() -> Response:
            consent = services.agree(
                person=asker(request),
                purpose=Purpose(told["purpose"]),
                text_version=told["text_version"],
                door=Door.API,
            )
            return Response(render(ConsentShown, consent), status=201)

        return answered_once(request, give)


class ConsentDetail(ApiView):
    """One purpose."""

    operations = {
        "DELETE": Operation(
            name="withdraw_consent",
            tag="consents",
            summary="Withdraw; nothing new is stored for the purpose, and health records are deleted after 15 days",
            status=204,
        )
    }

    def delete(self, request: Request, purpose: str) -> Response:
        """Withdraw the agreement to a purpose; sharing ends with its grant."""
        if purpose not in {offer.purpose for offer in offers(lang=active_language())} - {Purpose.SHARING}:
            raise NotFound("no_consent", "there is no agreement to withdraw")
        services.withdraw(person=asker(request), purpose=Purpose(purpose), door=Door.API)
        return Response(status=204)


class OfferList(ApiView):
    """The texts a person can agree to."""

    operations = {
        "GET": Operation(
            name="list_consent_texts",
            tag="consents",
            summary="List the purposes in use, with the text and its version",
            answer=OffersShown,
        )
    }

    def get(self, request: Request) -> Response:
        """Answer the texts in the caller's language."""
        return Response({"results": render_all(OfferShown, offers(lang=active_language()))})
