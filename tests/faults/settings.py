"""Settings of the processes that are killed: the real ones, with few apps and one that keeps a ledger."""

from tests.settings import *

INSTALLED_APPS = ["meum.journal", "meum.jobs", "meum.files", "meum.people", "tests.faults.ledger"]
MIDDLEWARE = []
# No address leads anywhere.
ROOT_URLCONF = __name__
urlpatterns: list[object] = []
