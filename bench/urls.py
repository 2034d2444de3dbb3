"""Meum's addresses, and the yardstick beside them."""

from django.urls import path

from bench.yardstick.views import Yardstick
from meum.urls import handler500, urlpatterns

__all__ = ["handler500", "urlpatterns"]

urlpatterns = [path("yardstick/<uuid:pk>", Yardstick.as_view(), name="yardstick"), *urlpatterns]
