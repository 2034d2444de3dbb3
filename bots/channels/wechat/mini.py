"""Signing in to the mini program: WeChat vouches for somebody by a code, and they get a session of ours.

The session's key of WeChat opens what a phone later hands over, such as steps. It never leaves this server: it lies
sealed, only of who agreed to health records, and each sign-in replaces it. The id that all accounts of one owner share
is kept beside it, likewise only with that consent; it proposes to join two accounts and joins none by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from bots.channels.wechat.account import MiniProgram, the_mini_program
from bots.channels.wechat.client import Proven, RefusedError, WeChatError, session_of
from bots.channels.wechat.client.signing_in import BAD_CODE, BLOCKED, TOO_OFTEN
from bots.channels.wechat.sealing import seal
from bots.models import WeChatSession
from meum.domain.languages import Lang
from meum.journal.models import Purpose
from meum.journal.queries import has_consent
from meum.journal.recording import locked_counter
from meum.kernel.errors import Forbidden, MeumError, NotFound, TooMany, Unavailable
from meum.people import throttles
from meum.people.identities import note_union_id
from meum.people.models import Identity, Person, Provider
from meum.people.services import person_for_identity
from meum.people.sessions import NotSignedIn, Tokens, open_sign_in

SESSION_KEY = "wechat session key"
"""The use under which a session's key is sealed."""


@dataclass(frozen=True, kw_only=True)
class MiniSignIn:
    """Hold a device's tokens, and what the mini program asks next: the age group and the agreement, where missing."""

    tokens: Tokens
    age_band: str
    has_consent: bool


def sign_in(*, js_code: str, language: Lang, device_name: str, address: str) -> MiniSignIn:
    """Sign in whoever WeChat says this code is, who is made at the first time without any personal data.

    Raises NotFound without a mini program, NotSignedIn for a code that is not good, Forbidden for somebody whom WeChat
    blocked or for staff, TooMany, Unavailable when WeChat does not answer.
    """
    mini_program = _open_program(address)
    proven = _proven(js_code, mini_program)
    person = person_for_identity(
        provider=Provider.WECHAT_MINI, app_id=mini_program.app_id, subject=proven.open_id, language=language
    )
    refuse_who_signs_in_otherwise(person)
    has_agreed = _remember(person, mini_program, proven)
    # Free text, so it may hold a name: kept after the agreement only.
    kept_name = device_name if has_agreed else ""
    return MiniSignIn(
        tokens=open_sign_in(person=person, device_name=kept_name), age_band=person.age_band, has_consent=has_agreed
    )


def prove(*, person: Person, js_code: str, address: str) -> None:
    """Make sure, by a fresh code of the mini program, that whoever asks is this person, before something grave.

    Raises as `sign_in` does; a code of somebody else is not good.
    """
    mini_program = _open_program(address)
    proven = _proven(js_code, mini_program)
    own = Identity.objects.filter(person=person, provider=Provider.WECHAT_MINI, app_id=mini_program.app_id)
    if not own.filter(subject=proven.open_id).exists():
        raise NotSignedIn("wechat_code_refused", "the code is somebody else's")


def _open_program(address: str) -> MiniProgram:
    """Return the mini program, once more asked from a network address."""
    mini_program = the_mini_program()
    if mini_program is None:
        raise NotFound("not_found", "there is no mini program")
    throttles.count_platform_sign_in(address=address)
    return mini_program


def refuse_who_signs_in_otherwise(person: Person) -> None:
    """Raise NotSignedIn for a closed account, Forbidden for who sees other people's records: they tell a password."""
    if not person.is_active:
        raise NotSignedIn("signed_out", "this account is closed")
    if person.is_staff:
        raise Forbidden("password_needed", "this role signs in with a password")


def _proven(js_code: str, mini_program: MiniProgram) -> Proven:
    try:
        return session_of(js_code, mini_program=mini_program)
    except RefusedError as error:
        raise _as_refusal(error) from error
    except WeChatError as error:
        raise unavailable() from error


def _as_refusal(error: RefusedError) -> MeumError:
    if error.code in BAD_CODE:
        return NotSignedIn("wechat_code_refused", "the code is not good, or was used")
    if error.code == BLOCKED:
        return Forbidden("wechat_blocked", "WeChat blocks this person for now")
    if error.code == TOO_OFTEN:
        return TooMany("wechat_too_often", "too many sign-ins of one person", retry_after=60)
    return unavailable()


def unavailable() -> Unavailable:
    """Return the error for a WeChat that does not answer, or refuses for a reason that is ours."""
    return Unavailable("wechat_unavailable", "WeChat does not answer as it should")


def _remember(person: Person, mini_program: MiniProgram, proven: Proven) -> bool:
    """Keep the session's key and the shared id of somebody who agreed, nothing of others; tell whether they did.

    Raises NotSignedIn for who was erased, or joined with another account, since the code was good.
    """
    with transaction.atomic():
        # A withdrawal at the same time waits, so that it clears what is kept here, or is seen here.
        locked_counter(person)
        identity = Identity.objects.filter(
            person=person, provider=Provider.WECHAT_MINI, app_id=mini_program.app_id, subject=proven.open_id
        ).first()
        if identity is None:
            raise NotSignedIn("wechat_code_refused", "the account changed meanwhile: sign in again")
        if not has_consent(person=person, purpose=Purpose.HEALTH_RECORDS):
            WeChatSession.objects.filter(identity=identity).delete()
            return False
        if proven.union_id:
            note_union_id(
                provider=Provider.WECHAT_MINI,
                app_id=mini_program.app_id,
                subject=proven.open_id,
                union_id=proven.union_id,
            )
        WeChatSession.objects.update_or_create(
            identity=identity,
            defaults={"sealed_key": seal(proven.session_key, use=SESSION_KEY), "opened_at": timezone.now()},
        )
    return True
