"""The ledger app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Name the app."""

    name = "tests.faults.ledger"
    label = "ledger"
