"""Signing up, in and out, and the devices on which a person is signed in."""

from __future__ import annotations

from uuid import UUID

from rest_framework.request import Request
from rest_framework.response import Response

from meum.kernel.api import ApiView, paged, parse
from meum.kernel.openapi import PAGE_PARAMETERS, Operation, header, page_form
from meum.kernel.rendering import render, render_all
from meum.people import services, sessions
from meum.people.addresses import address_of
from meum.people.api.asking import asker, sign_in_asked_with
from meum.people.api.serializers import RefreshWith, SignInShown, SignInWith, SignUp, TokensShown

RETRY_KEY = header(
    "Idempotency-Key",
    "a random text; the same token with the same key again, after a lost answer, gives the same successor. Without it "
    "a token used twice ends the sign-in",
)


class OpenView(ApiView):
    """A view that needs no sign-in."""

    authentication_classes = ()
    permission_classes = ()


class SignUpView(OpenView):
    """Make an account and sign in."""

    operations = {
        "POST": Operation(
            name="sign_up", tag="sign_in", summary="Make an account", body=SignUp, answer=TokensShown, status=201
        )
    }

    def post(self, request: Request) -> Response:
        """Make the person, answer the tokens of the first sign-in."""
        told = parse(SignUp, request.data)
        device_name = told.pop("device_name")
        person = services.sign_up(**told, address=address_of(request))
        return _tokens(sessions.open_sign_in(person=person, device_name=device_name), status=201)


class SignInView(OpenView):
    """Sign in with a password."""

    operations = {
        "POST": Operation(name="sign_in", tag="sign_in", summary="Sign in", body=SignInWith, answer=TokensShown)
    }

    def post(self, request: Request) -> Response:
        """Answer the tokens of a new sign-in."""
        return _tokens(sessions.sign_in(**parse(SignInWith, request.data), address=address_of(request)))


class RefreshView(OpenView):
    """Use a refresh token."""

    operations = {
        "POST": Operation(
            name="refresh_sign_in",
            tag="sign_in",
            summary="Use a refresh token, which is good once; the answer holds the next one",
            body=RefreshWith,
            answer=TokensShown,
            parameters=(RETRY_KEY,),
        )
    }

    def post(self, request: Request) -> Response:
        """Answer the next pair of tokens."""
        told = parse(RefreshWith, request.data)
        retry_key = request.headers.get("Idempotency-Key", "")
        return _tokens(sessions.renew(refresh_token=told["refresh"], retry_key=retry_key))


class SignOutView(ApiView):
    """Sign this device out."""

    operations = {"POST": Operation(name="sign_out", tag="sign_in", summary="End this sign-in", status=204)}

    def post(self, request: Request) -> Response:
        """End the sign-in whose token came with the request."""
        sessions.sign_out(person=asker(request), sign_in_id=sign_in_asked_with(request).pk)
        return Response(status=204)


class SignInList(ApiView):
    """One's own devices."""

    operations = {
        "GET": Operation(
            name="list_sign_ins",
            tag="sign_in",
            summary="List the devices on which you are signed in",
            answer=page_form(SignInShown),
            parameters=PAGE_PARAMETERS,
        )
    }

    def get(self, request: Request) -> Response:
        """Answer one page of open sign-ins, the latest first."""
        rows = sessions.open_sign_ins(person=asker(request))
        return paged(request, rows, order=("-id",), render=lambda page: render_all(SignInShown, page))


class SignInDetail(ApiView):
    """One of one's own devices."""

    operations = {"DELETE": Operation(name="end_sign_in", tag="sign_in", summary="Sign a device out", status=204)}

    def delete(self, request: Request, sign_in_id: UUID) -> Response:
        """End the sign-in."""
        sessions.sign_out(person=asker(request), sign_in_id=sign_in_id)
        return Response(status=204)


def _tokens(tokens: sessions.Tokens, *, status: int = 200) -> Response:
    return Response(render(TokensShown, tokens), status=status, headers={"Cache-Control": "no-store"})
