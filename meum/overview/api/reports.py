"""The report of a week: its figures at once, its picture and document once they are drawn."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from meum.domain.languages import Lang
from meum.files.models import PrivateFile
from meum.files.queries import link_to
from meum.kernel.api import ApiView, day_asked
from meum.kernel.api_forms import AmountField, FigureField
from meum.kernel.language import active_language
from meum.kernel.openapi import Operation, parameter
from meum.kernel.rendering import render
from meum.overview.models import Report
from meum.overview.reports.keeping import ask_for_report, week_asked
from meum.people.api.asking import asker
from nutrition.domain.adequacy import Standing
from nutrition.queries import Eating

ENDING = parameter(
    "ending", "the last of the seven days; today when it is not told", {"type": "string", "format": "date"}
)


class ReportDayShown(serializers.Serializer[Any]):
    """One day of the week."""

    day = serializers.DateField()
    meals = serializers.IntegerField()
    is_whole = serializers.BooleanField(help_text="two of the three meals are logged; means are of such days alone")
    energy_kcal = AmountField(allow_null=True)
    energy_coverage = FigureField()


class ReportNutrientShown(serializers.Serializer[Any]):
    """A nutrient of the mean whole day beside its target."""

    tagname = serializers.CharField(source="nutrient.tagname")
    unit = serializers.CharField(source="nutrient.unit")
    eaten = AmountField(source="measured.amount")
    coverage = FigureField(source="measured.coverage", help_text="0 to 1: the share of the grams that has a figure")
    at_least = serializers.FloatField(source="measured.bound.low", allow_null=True)
    at_most = serializers.FloatField(source="measured.bound.high", allow_null=True)
    standing = serializers.ChoiceField(
        source="measured.standing", choices=[(standing.value, standing.value) for standing in Standing]
    )


class ReportKindShown(serializers.Serializer[Any]):
    """A kind of food: how much of it on each day, in cups or ounces as the USDA counts them."""

    kind = serializers.CharField(source="kind.key")
    unit = serializers.CharField(source="kind.unit")
    serving = serializers.FloatField(source="kind.serving", help_text="from here on a day counts")
    amounts = serializers.ListField(child=FigureField())
    days = serializers.IntegerField()


class IndexComponentShown(serializers.Serializer[Any]):
    """One component of an index."""

    component = serializers.CharField(source="key")
    points = FigureField()
    most = FigureField()


class IndexShown(serializers.Serializer[Any]):
    """An index of diet quality, from the sums of the days with meals."""

    points = FigureField(allow_null=True, help_text="0 to 100; null with fewer than three days or less than 80 % known")
    coverage = FigureField(help_text="0 to 1: the share of the food of which all is known that the index needs")
    components = IndexComponentShown(many=True, help_text="empty where there are no points")


class EatingShown(serializers.Serializer[Any]):
    """The days with meals beside the guidelines."""

    days = serializers.IntegerField()
    kinds_of_food = serializers.SerializerMethodField(help_text="how many; with less coverage at least so many")
    kinds_coverage = FigureField()
    hei_2020 = IndexShown(source="hei", help_text="Healthy Eating Index 2020 of the United States")
    chei_2017 = IndexShown(source="chei", help_text="Chinese Healthy Eating Index; portions not checked, certainty C")

    def get_kinds_of_food(self, eating: Eating) -> int:
        """Return how many kinds there were."""
        return len(eating.kinds)


class ReportWeightShown(serializers.Serializer[Any]):
    """One weighing."""

    day = serializers.DateField()
    weight_kg = serializers.FloatField()


class ReportSpentShown(serializers.Serializer[Any]):
    """The energy spent in a day, learned from log and scale."""

    kcal = AmountField(help_text="what the body spends")
    logged_kcal = AmountField(help_text="the same in the units of the person's own log")
    trend_kg = FigureField(help_text="the weight without its noise")


class ReportBesideShown(serializers.Serializer[Any]):
    """A day beside its targets."""

    day = serializers.DateField()
    met = serializers.IntegerField()
    known = serializers.IntegerField()
    low = serializers.ListField(child=serializers.CharField(), help_text="tagnames, the furthest off first")
    high = serializers.ListField(child=serializers.CharField())


class WeekReportShown(serializers.Serializer[Any]):
    """Seven days in figures."""

    first = serializers.DateField()
    last = serializers.DateField()
    days = ReportDayShown(many=True)
    whole_days = serializers.IntegerField(source="whole")
    energy_kcal = AmountField(allow_null=True, help_text="of the mean whole day")
    energy_coverage = FigureField()
    energy_target_kcal = AmountField(allow_null=True)
    no_targets = serializers.CharField(help_text="the code of why there are no targets; empty where there are")
    nutrients = ReportNutrientShown(many=True, help_text="empty without targets, or without a whole day")
    kinds = ReportKindShown(many=True)
    kinds_coverage = FigureField()
    eating = EatingShown()
    weights = ReportWeightShown(source="weight.points", many=True, help_text="of four weeks")
    weight_mean_kg = FigureField(source="weight.mean_kg", allow_null=True)
    weight_mean_before_kg = FigureField(source="weight.mean_before_kg", allow_null=True)
    spent = ReportSpentShown(allow_null=True, help_text="null until there is enough to learn it from")
    nearest = ReportBesideShown(allow_null=True)
    furthest = ReportBesideShown(allow_null=True)
    advice = serializers.CharField(help_text="such as `more.CA`, `less.NA`, `group.fruit`, `log` or `fine`")


class DrawnShown(serializers.Serializer[Any]):
    """How far the drawing is; with addresses once it is there."""

    ending = serializers.DateField()
    language = serializers.CharField()
    made_at = serializers.DateTimeField(allow_null=True)
    picture = serializers.CharField(help_text="empty, or the address of a PNG for its owner, for 15 minutes")
    document = serializers.CharField(help_text="empty, or the address of a PDF for its owner, for 15 minutes")


class WeekReportView(ApiView):
    """The report of seven days of the asker."""

    operations = {
        "GET": Operation(
            name="get_week_report",
            tag="reports",
            summary="Show your seven days in figures",
            answer=WeekReportShown,
            parameters=(ENDING,),
        ),
        "POST": Operation(
            name="export_week_report",
            tag="reports",
            summary="Have your seven days drawn; ask again to get the way to the picture and the PDF",
            answer=DrawnShown,
            status=202,
            parameters=(ENDING,),
        ),
    }

    def get(self, request: Request) -> Response:
        """Answer the figures."""
        week = week_asked(person=asker(request), ending=day_asked(request, "ending"), now=timezone.now())
        return Response(render(WeekReportShown, week))

    def post(self, request: Request) -> Response:
        """Begin a drawing, or answer how far it is; 409 for a week without a meal."""
        person = asker(request)
        week = week_asked(person=person, ending=day_asked(request, "ending"), now=timezone.now())
        report = ask_for_report(person=person, week=week, lang=Lang(active_language()))
        return Response(_drawn(report), status=202)


def _drawn(report: Report) -> dict[str, Any]:
    return {
        "ending": report.last_day.isoformat(),
        "language": report.language,
        "made_at": report.made_at,
        "picture": _address(report.picture),
        "document": _address(report.document),
    }


def _address(file: PrivateFile | None) -> str:
    return link_to(file=file) if file else ""
