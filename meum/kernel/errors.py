"""The errors that services raise; one mapper turns them into problem+json, one into a chat sentence.

MeumError
├── Invalid          400  the input cannot be used; say what would be right
├── NotFound         404  it is not there, or not for this person
├── Conflict         409  it was right once; something else happened meanwhile
│   └── Stale        412  the caller's revision is not the latest one
├── Forbidden        403  the person may not do this
├── ConsentMissing   403  the person has not agreed to what this needs
├── Unprocessable    422  the request is well-formed but contradicts an earlier one
├── TooMany          429  too often; say when to try again
└── Unavailable      503  an engine behind us does not answer; try again
"""

from __future__ import annotations

from collections.abc import Mapping


class MeumError(Exception):
    """Carry a stable code, an English sentence for developers and facts for the person's sentence.

    `facts` fill the placeholders of the phrase `error.<code>`; they never hold words or measures of a person.
    """

    status = 500

    def __init__(self, code: str, detail: str, **facts: str | int) -> None:
        """Keep the code, the sentence and the facts."""
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.facts: Mapping[str, str | int] = facts


class Invalid(MeumError):
    """Say that the input cannot be used; `field` points at it where one field is to blame."""

    status = 400

    def __init__(self, code: str, detail: str, *, field: str = "", **facts: str | int) -> None:
        """Keep which field is to blame, beside what every error has."""
        super().__init__(code, detail, **facts)
        self.field = field


class NotFound(MeumError):
    """Say that the thing is not there for this person, whether or not it exists for somebody else."""

    status = 404


class Conflict(MeumError):
    """Say that something that happened meanwhile stands in the way."""

    status = 409


class Stale(Conflict):
    """Say that the caller changed an older revision than the latest."""

    status = 412


class Forbidden(MeumError):
    """Say that the person may not do this."""

    status = 403


class ConsentMissing(MeumError):
    """Say that the person has not agreed to the purpose that this needs."""

    status = 403


class Unprocessable(MeumError):
    """Say that the request contradicts an earlier one, such as another body under the same key."""

    status = 422


class TooMany(MeumError):
    """Say that this was asked too often; the fact `retry_after` is in seconds."""

    status = 429


class Unavailable(MeumError):
    """Say that an engine behind Meum does not answer now."""

    status = 503
