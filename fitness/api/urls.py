"""The addresses of body measurements, activities and sleep, below /api/v1/."""

from django.urls import URLPattern, path

from fitness import queries, services
from fitness.api.serializers import ActivitySerializer, MeasurementSerializer, SleepSerializer
from fitness.api.views import ActivityKindList
from fitness.models import Activity, BodyMeasurement, Sleep
from meum.people.api.entries import EntryKind, entry_routes

MEASUREMENTS = EntryKind(
    one="measurement",
    many="measurements",
    model=BodyMeasurement,
    serializer=MeasurementSerializer,
    visible=queries.visible_measurements,
    log=services.log_measurement,
    correct=services.correct_measurement,
)
ACTIVITIES = EntryKind(
    one="activity",
    many="activities",
    model=Activity,
    serializer=ActivitySerializer,
    visible=queries.visible_activities,
    log=services.log_activity,
    correct=services.correct_activity,
)
SLEEPS = EntryKind(
    one="sleep",
    many="sleeps",
    model=Sleep,
    serializer=SleepSerializer,
    visible=queries.visible_sleeps,
    log=services.log_sleep,
    correct=services.correct_sleep,
)

urlpatterns: list[URLPattern] = [
    *entry_routes(MEASUREMENTS),
    *entry_routes(ACTIVITIES),
    *entry_routes(SLEEPS),
    path("activity-kinds", ActivityKindList.as_view()),
]
