"""A copy of everything that is somebody's own: asked for, made by a job, fetched once."""

from __future__ import annotations

import base64
import csv
import io
import json
import secrets
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import BinaryIO
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.html import format_html, format_html_join

from meum.files.models import Kind, PrivateFile
from meum.files.queries import read
from meum.files.services import erase_file, store_file
from meum.jobs import services as jobs
from meum.journal.models import Door
from meum.journal.recording import locked_counter
from meum.kernel.errors import NotFound
from meum.kernel.language import DJANGO_NAMES
from meum.kernel.phrases import phrase
from meum.overview.models import Export
from meum.overview.ownership import personal_models, personal_of, rows_of
from meum.people.identities import digest_of
from meum.people.models import Person

MAKE = "overview.make_export"
EVERY = timedelta(days=1)
LINK_LASTS = timedelta(minutes=15)
KEPT = timedelta(hours=24)
MOST_TRIES = 5
# What opens a door is not told, not even to the one whose door it is.
SECRETS = frozenset({"password", "token_id", "link_digest", "code_digest", "object_name"})


@dataclass(frozen=True, kw_only=True)
class Link:
    """The two halves of one way to a copy: what stands in the address, and what is typed on the page."""

    token: str
    code: str


def ask_for_export(*, person: Person) -> Export:
    """Enqueue a copy of a person's data; return it, the one of the past day when there is one."""
    with transaction.atomic():
        locked_counter(person)
        now = timezone.now()
        latest = latest_export(person=person)
        if latest is not None and latest.asked_at > now - EVERY:
            return latest
        export = Export.objects.create(person=person, asked_at=now)
        jobs.enqueue(MAKE, person=person, export_id=export.pk)
        return export


def latest_export(*, person: Person) -> Export | None:
    """Return the copy that a person asked for last, or None."""
    return Export.objects.filter(person=person).order_by("-asked_at").first()


def make(*, export_id: UUID) -> Callable[[], object] | None:
    """Make a copy and keep it in the store; return what notes that it is there. Once more is the same copy.

    None for one that is made, or whose person's records were erased meanwhile: of that nothing is kept.
    """
    export = Export.objects.select_related("person").filter(pk=export_id, made_at=None).first()
    if export is None:
        return None
    stored = PrivateFile.objects.filter(pk=export.pk).first() or store_file(
        owner=export.person,
        kind=Kind.EXPORT,
        content=archive_of(person=export.person),
        door=Door.SYSTEM,
        purpose=None,
        file_id=export.pk,
    )
    # Its row was made under the person's lock: an erasure came before that, which is seen here, or takes it along.
    if not Export.objects.filter(pk=export.pk).exists():
        erase_file(file=stored)
        return None
    return lambda: Export.objects.filter(pk=export.pk).update(file=stored, made_at=timezone.now())


def new_link(*, export: Export) -> Link:
    """Return a new way to a copy that is made; the one before is good no longer.

    Raises NotFound when the copy was fetched or deleted.
    """
    link = Link(token=secrets.token_urlsafe(24), code=f"{secrets.randbelow(9000) + 1000}")
    changed = Export.objects.filter(pk=export.pk, fetched_at=None).exclude(file=None)
    if not changed.update(
        link_digest=digest_of(link.token),
        code_digest=digest_of(link.token, link.code),
        link_until=timezone.now() + LINK_LASTS,
        wrong_tries=0,
    ):
        raise NotFound("no_export", "there is no copy to fetch")
    return link


def is_link(*, token: str) -> bool:
    """Tell whether the address of a copy is good now."""
    return _of_link(token).exists()


def fetch(*, token: str, code: str) -> BinaryIO | None:
    """Open a copy, once; None for wrong digits, of which the fifth ends the link. Raises NotFound for a dead link."""
    with transaction.atomic():
        export = _of_link(token).select_for_update(of=("self",)).first()
        if export is None:
            raise NotFound("no_export", "there is no copy to fetch")
        if not secrets.compare_digest(export.code_digest, digest_of(token, code)):
            Export.objects.filter(pk=export.pk).update(wrong_tries=models.F("wrong_tries") + 1)
            return None
        return _hand_out(export)


def _hand_out(export: Export) -> BinaryIO:
    file = export.file
    assert file is not None  # only copies that are there are looked for
    Export.objects.filter(pk=export.pk).update(fetched_at=timezone.now(), link_digest="", code_digest="")
    return read(file=file)


def _of_link(token: str) -> models.QuerySet[Export]:
    found = Export.objects.filter(link_digest=digest_of(token), link_until__gt=timezone.now(), fetched_at=None)
    return found.filter(wrong_tries__lt=MOST_TRIES).exclude(file=None)


def clear_exports(*, now: datetime) -> int:
    """Delete the copies that were made a day ago, and what a killed process left of one; return how many."""
    asked_for = Export.objects.filter(pk=models.OuterRef("pk"))
    is_over = models.Q(created_at__lt=now - KEPT) | ~models.Exists(asked_for)
    over = list(PrivateFile.objects.filter(is_over, kind=Kind.EXPORT).order_by("pk"))
    for file in over:
        erase_file(file=file)
    return len(over)


def archive_of(*, person: Person) -> bytes:
    """Return a ZIP with a readable index, each table of the person as JSON Lines and as CSV, and the files."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        translation.override(DJANGO_NAMES[person.lang]),
    ):
        told = [(model, _write_table(archive, model, person)) for model in personal_models() if _is_told(model)]
        files = _write_files(archive, person)
        archive.writestr("index.html", _index(person, [(model, rows) for model, rows in told if rows], files))
    return packed.getvalue()


def _is_told(model: type[models.Model]) -> bool:
    return personal_of(model) == "exported"


def _write_table(archive: zipfile.ZipFile, model: type[models.Model], person: Person) -> int:
    """Write the rows of a table in both forms; return how many there are, nothing is written for none."""
    names = [field.attname for field in model._meta.concrete_fields if field.name not in SECRETS]
    lines, sheet = io.StringIO(), io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(names)
    count = 0
    for row in _rows(model, names, person):
        lines.write(json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n")
        writer.writerow([_cell(value) for value in row.values()])
        count += 1
    if count:
        archive.writestr(f"data/{model._meta.label_lower}.jsonl", lines.getvalue())
        # The mark at the start lets spreadsheets read Chinese.
        archive.writestr(f"data/{model._meta.label_lower}.csv", f"\ufeff{sheet.getvalue()}")
    return count


def _rows(model: type[models.Model], names: list[str], person: Person) -> Iterator[dict[str, object]]:
    found = rows_of(model, person=person).order_by("pk").values(*names)
    for row in found.iterator(chunk_size=1000):
        yield {name: _plain(value) for name, value in row.items()}


def _plain(value: object) -> object:
    return base64.b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def _cell(value: object) -> object:
    """Return a value for a spreadsheet, which must not take a person's words for a formula."""
    if isinstance(value, dict | list):
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _write_files(archive: zipfile.ZipFile, person: Person) -> int:
    kept = PrivateFile.objects.filter(person=person).exclude(kind=Kind.EXPORT).order_by("pk")
    for file in kept:
        with read(file=file) as content:
            archive.writestr(f"files/{file.pk}.{file.content_type.rpartition('/')[2]}", content.read())
    return len(kept)


def _index(person: Person, told: list[tuple[type[models.Model], int]], files: int) -> str:
    lang = person.lang
    lines = format_html_join(
        "\n",
        '<li>{}: {} (<a href="data/{}.csv">CSV</a>, <a href="data/{}.jsonl">JSON Lines</a>)</li>',
        ((m._meta.verbose_name, rows, m._meta.label_lower, m._meta.label_lower) for m, rows in told),
    )
    return format_html(
        '<!doctype html>\n<html lang="{}">\n<meta charset="utf-8">\n<title>Meum</title>\n<h1>{}</h1>\n<p>{}</p>\n'
        "<ul>\n{}\n</ul>\n<p>{}</p>\n</html>\n",
        lang,
        phrase(lang, "export.title", name=str(person)),
        phrase(lang, "export.made", at=f"{person.clock.local(timezone.now()):%Y-%m-%d %H:%M}"),
        lines,
        phrase(lang, "export.files", count=files),
    )
