"""Every address of the REST API, its schema and its docs, below /api/."""

from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView

from meum.overview.api.own_data import ExportView
from meum.overview.api.reports import WeekReportView
from meum.overview.api.sync import SyncView
from meum.overview.api.views import DayDetail, DayList, UnknownAddress

urlpatterns: list[URLPattern | URLResolver] = [
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerView.as_view(url_name="schema"), name="docs"),
    path("v1/", include("meum.people.api.urls")),
    path("v1/", include("nutrition.api.urls")),
    path("v1/", include("fitness.api.urls")),
    path("v1/", include("skincare.api.urls")),
    path("v1/days", DayList.as_view()),
    path("v1/days/<str:day>", DayDetail.as_view()),
    path("v1/reports/week", WeekReportView.as_view()),
    path("v1/sync", SyncView.as_view()),
    path("v1/me/export", ExportView.as_view()),
    re_path(r"", UnknownAddress.as_view()),
]
