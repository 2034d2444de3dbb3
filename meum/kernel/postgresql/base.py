"""The database backend; Django looks for it under this name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.backends.postgresql import base, features, operations


class DatabaseFeatures(features.DatabaseFeatures):
    """Tell how many values a statement takes: the protocol counts them in two bytes."""

    max_query_params = 2**16 - 1


class DatabaseOperations(operations.DatabaseOperations):
    """Store and delete in batches that a statement can hold."""

    def bulk_batch_size(self, fields: Sequence[Any], objs: Sequence[Any]) -> int:
        """Return how many rows of so many columns go into one statement."""
        return DatabaseFeatures.max_query_params // max(1, len(fields))


class DatabaseWrapper(base.DatabaseWrapper):
    """Connect to PostgreSQL."""

    features_class = DatabaseFeatures
    ops_class = DatabaseOperations
