"""The people of the tests (Ada owns a diary, Ben is her nutritionist, Chen is a stranger) and a few foods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.core.cache import cache
from pytest_django import Settings

from meum.files.store import object_store
from meum.people.models import Person, Role
from nutrition.catalogue.drafts import FoodDraft
from nutrition.catalogue.loading import LoadReport, load_source
from nutrition.catalogue.sources import SOURCES
from nutrition.catalogue.tables import read_table, table_bytes
from nutrition.vision.engines import ENGINES
from tests.factories.engines import ToldEngine
from tests.factories.people import make_person
from tests.wxsim.simulator import Simulator

LOOPBACK = ["127.0.0.1", "::1", "localhost"]
_FEW = frozenset(
    {"egg", "egg_boiled", "rice", "congee", "millet_congee", "noodles", "coffee", "green_tea", "glass_noodles"}
    | {"oatmeal", "rolled_oats", "milk", "apple", "water"}
)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave a file of tests that run once unread when those of storage run again: reading some takes seconds."""
    if config.option.markexpr != "storage" or collection_path.suffix != ".py":
        return None
    return "\npytestmark = pytest.mark.once\n" in collection_path.read_text(encoding="utf-8") or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the database as `storage`, so that nobody forgets; let `network` tests reach loopback only."""
    for item in items:
        fixtures = item.fixturenames if isinstance(item, pytest.Function) else []
        uses_database = item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(fixtures)
        if uses_database and not item.get_closest_marker("once"):
            item.add_marker(pytest.mark.storage)
        if item.get_closest_marker("network"):
            item.add_marker(pytest.mark.allow_hosts(LOOPBACK))


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    """Forget the sign-ins and sign-ups of other tests, which all come from one address."""
    cache.clear()


@pytest.fixture
def engine(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> ToldEngine:
    """Return the engine that looks at photos in this test: it sees what the test tells it to."""
    told = ToldEngine()
    monkeypatch.setitem(ENGINES, told.name, lambda: told)
    settings.PHOTO_ENGINE = told.name
    return told


@pytest.fixture
def wxsim(tmp_path: Path) -> Iterator[Simulator]:
    """Return Tencent's side, which listens on loopback; its short waits last a quarter."""
    with Simulator(scale=4, clock_file=tmp_path / "clock") as simulator:
        yield simulator


@pytest.fixture
def that_friday() -> Iterator[None]:
    """Make now 14:00 of Friday 20 November 2026 in Shanghai, the day of which factories make entries."""
    with time_machine.travel(datetime(2026, 11, 20, 6, 0, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def ada(db: None) -> Person:
    """Return Ada, who keeps a diary and has agreed to health records."""
    return make_person(username="ada")


@pytest.fixture
def ben(db: None) -> Person:
    """Return Ben, a nutritionist with whom nobody shares yet."""
    return make_person(username="ben", role=Role.NUTRITIONIST)


@pytest.fixture
def chen(db: None) -> Person:
    """Return Chen, a stranger who keeps a diary of his own."""
    return make_person(username="chen")


@pytest.fixture
def stored(tmp_path: Path, settings: Settings) -> Iterator[Path]:
    """Return the folder in which the test's objects lie."""
    settings.FILES_URL = f"file://{tmp_path}/objects"
    object_store.cache_clear()
    yield tmp_path / "objects"
    object_store.cache_clear()


@pytest.fixture(scope="session")
def few_everyday_foods(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a table of a few of the everyday foods as they are shipped."""
    path = tmp_path_factory.mktemp("catalogue") / "everyday.csv.gz"
    rows = read_table(SOURCES["everyday"].table, source="everyday")
    path.write_bytes(table_bytes(row for row in rows if isinstance(row, FoodDraft) and row.code in _FEW))
    return path


@pytest.fixture
def everyday_catalogue(db: None, few_everyday_foods: Path) -> LoadReport:
    """Load a few everyday foods and return what the load did."""
    return load_source(name="everyday", path=few_everyday_foods)
