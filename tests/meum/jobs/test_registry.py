"""Handlers are found by name, once each, and outlive their callers."""

from __future__ import annotations

import pytest

from meum.jobs.registry import handler, handler_of, handlers


def test_two_handlers_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="two handlers"):

        @handler("jobs.clear_done")
        def again(**_later: object) -> None:
            """Do nothing."""


def test_a_handler_must_accept_keywords_of_later_callers() -> None:
    with pytest.raises(ValueError, match="keywords it does not know"):

        @handler("tests.narrow")
        def narrow(*, photo_id: str) -> None:
            """Do nothing."""

    assert handler_of("tests.narrow") is None


@pytest.mark.parametrize("name", ["journal.blank_old_changes", "jobs.clear_done", "files.clear_old_answers"])
def test_what_is_kept_for_a_time_is_cleared_by_itself(name: str) -> None:
    found = handler_of(name)

    assert found is not None
    assert found.every is not None


def test_every_handler_says_what_it_does() -> None:
    assert [known.name for known in handlers().values() if not known.work.__doc__] == []
