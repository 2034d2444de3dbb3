"""Reads whose SQL is made once: making it anew for each message costs more than the database takes to answer it."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date, datetime
from threading import local
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.sql.compiler import SQLCompiler

R = TypeVar("R")

# How a value is told to a database follows from its type alone; a datetime is a date too, so it comes first.
_FIELDS: tuple[tuple[type, models.Field[Any, Any]], ...] = (
    (UUID, models.UUIDField()),
    (str, models.CharField()),
    (datetime, models.DateTimeField()),
    (date, models.DateField()),
)


class _Given(models.Value):
    """Stand in a query for a value that each call gives."""

    def as_sql(self, _compiler: SQLCompiler, _connection: Any) -> Any:
        """Return a placeholder, and this in place of the value."""
        return "%s", [self]


class _Made:
    """Hold a query with its SQL, for one connection."""

    def __init__(self, rows: models.QuerySet[Any, Any], connection: BaseDatabaseWrapper) -> None:
        self.connection = connection
        self._rows: Any = rows
        self._values: list[Any] = []
        compiler: Any = rows.query.get_compiler(connection=connection)
        sql, self._holds = compiler.as_sql()
        converters = compiler.get_converters([each[0] for each in compiler.select])
        # From here on the query has its SQL and the way to read its columns; only the values change.
        compiler.as_sql = lambda *_how, **_more: (sql, self._values)
        compiler.get_converters = lambda _columns: converters
        rows.query.get_compiler = lambda *_how, **_more: compiler  # type: ignore[method-assign]  # of this query alone

    def fetched(self, given: dict[str, Any]) -> list[Any]:
        if self._rows.query.select_for_update and not self.connection.in_atomic_block:
            raise transaction.TransactionManagementError("rows are locked within a transaction")
        self._values = [self._told(given, each) for each in self._holds]
        return list(self._rows._iterable_class(self._rows))

    def _told(self, given: dict[str, Any], held: Any) -> Any:
        if not isinstance(held, _Given):
            return held
        value = given[held.value]
        field = next(field for kind, field in _FIELDS if isinstance(value, kind))
        return field.get_db_prep_value(value, self.connection)


class Prepared(Generic[R]):
    """A read for values that differ from call to call, its query made at the first call of each thread.

    `make` gets a stand-in for each of its parameters and returns the query; a value is an id, a text, a time or a day,
    never None.
    """

    def __init__(self, make: Callable[..., models.QuerySet[Any, R]]) -> None:
        """Keep how the query is made."""
        self._make = make
        self._names = tuple(inspect.signature(make).parameters)
        self._here = local()

    def rows(self, **given: UUID | str | date) -> list[R]:
        """Return every row for these values."""
        connection = connections[DEFAULT_DB_ALIAS]
        made: _Made | None = getattr(self._here, "made", None)
        if made is None or made.connection is not connection:
            made = self._here.made = _Made(self._make(**{name: _Given(name) for name in self._names}), connection)
        return made.fetched(given)

    def first(self, **given: UUID | str | date) -> R | None:
        """Return the first row for these values, or None; the query itself says how many it reads."""
        return next(iter(self.rows(**given)), None)
