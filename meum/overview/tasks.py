"""The jobs of the overview."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from meum.jobs.registry import Effect, handler
from meum.kernel.queues import Queue
from meum.overview import erasure, export, joining, proofs, withdrawing
from meum.overview.reports import keeping
from meum.people import identities, linking


@handler(erasure.ERASE, lease_seconds=900)
def erase_person(*, erasure_id: str, **_later: object) -> None:
    """Erase one person."""
    erasure.erase(erasure_id=UUID(erasure_id))


@handler("overview.erase_those_who_left", lease_seconds=900, every=timedelta(hours=1))
def erase_those_who_left(**_later: object) -> None:
    """Begin to erase whoever left a month ago, and anew who should be erased; forget who was erased a month ago."""
    identities.clear_tombstones(now=timezone.now())
    erasure.erase_those_who_left(now=timezone.now())
    erasure.begin_overdue(now=timezone.now())


@handler("overview.erase_withdrawn", lease_seconds=900, every=timedelta(hours=1))
def erase_withdrawn(**_later: object) -> None:
    """Begin to erase the records of who took the agreement back; delete the proofs that are three years old."""
    withdrawing.erase_withdrawn(now=timezone.now())
    proofs.clear_proofs(now=timezone.now())


@handler(export.MAKE, queue=Queue.REPORTS, lease_seconds=900)
def make_export(*, export_id: str, **_later: object) -> Effect | None:
    """Make the copy of one person's data."""
    return export.make(export_id=UUID(export_id))


@handler("overview.clear_exports", lease_seconds=900, every=timedelta(hours=1))
def clear_exports(**_later: object) -> None:
    """Delete the copies that are a day old, and those that nobody has any more."""
    export.clear_exports(now=timezone.now())


@handler(keeping.DRAW, queue=Queue.REPORTS)
def draw_report(*, report_id: str, **_later: object) -> Effect | None:
    """Draw the report of one week."""
    return keeping.draw(report_id=UUID(report_id))


@handler("overview.clear_reports", lease_seconds=900, every=timedelta(hours=1))
def clear_reports(**_later: object) -> None:
    """Delete the reports that are a month old."""
    keeping.clear_reports(now=timezone.now())


@handler("overview.finish_joins", lease_seconds=900, every=timedelta(hours=1))
def finish_joins(**_later: object) -> None:
    """Make the joins of a week ago final; forget the offers of links that are over."""
    joining.finish_joins(now=timezone.now())
    linking.clear_offers(now=timezone.now())
