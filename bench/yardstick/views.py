"""One signed-in request that reads one row by its key and shows it; every ratio divides by its time.

Written once, plainly; never slowed down.
"""

from __future__ import annotations

from typing import Any

from rest_framework import generics, serializers

from nutrition.models.catalogue import FoodVersion


class FoodVersionSerializer(serializers.ModelSerializer[FoodVersion]):
    """Show the plain columns of a row."""

    class Meta:
        model = FoodVersion
        fields = ["id", "food", "number", "name_zh", "name_en", "edition", "origin", "created_at"]


class Yardstick(generics.RetrieveAPIView[Any]):
    """Authenticate with the API's own tokens, read the row, show it."""

    queryset = FoodVersion.objects.all()
    serializer_class = FoodVersionSerializer
