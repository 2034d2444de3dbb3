"""What stands in a report, in its language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from meum.domain.figures import amount_figure, rounded
from meum.domain.languages import Lang
from meum.kernel.phrases import phrase
from meum.overview.domain.weeks import DayBeside
from meum.overview.reports.week import NutrientWeek, WeekDay, WeekReport
from nutrition.catalogue.nutrients import Nutrient, nutrient
from nutrition.domain.adequacy import LEAST_COVERAGE, Standing
from nutrition.domain.layers import KINDS_A_WEEK

COMPLETE_FROM = 0.95
"""With figures for less of what was eaten a sum is told as the least it can be."""


class Words:
    """Say everything of one report."""

    def __init__(self, report: WeekReport, lang: Lang) -> None:
        """Keep the report and its language."""
        self.report = report
        self.lang = lang

    def say(self, key: str, **facts: object) -> str:
        """Return a phrase of reports."""
        return phrase(self.lang, f"report.{key}", **facts)

    def short_date(self, day: date) -> str:
        """Return a day by its date."""
        return self.say("date", month=day.month if self.lang is Lang.ZH else f"{day:%b}", day=day.day)

    def weekday(self, day: date) -> str:
        """Return the short name of the day of the week."""
        return self.say(f"weekday.{day.weekday()}")

    def dates(self) -> str:
        """Return the first and the last day."""
        return self.say("dates", first=self.short_date(self.report.first), last=self.short_date(self.report.last))

    def logged(self) -> str:
        """Return how many days were logged."""
        key = "logged.one" if self.report.logged == 1 else "logged"
        return self.say(key, logged=self.report.logged, whole=self.report.whole)

    def energy(self) -> str:
        """Return the mean with its range, the target, and what was left out."""
        return self._joined(
            (
                self.energy_mean(),
                self._energy_target(),
                self._spent(),
                self.say("energy.partly") if self._has_partly() else "",
            )
        )

    def energy_mean(self) -> str:
        """Return the mean of the whole days with its range, as the least it can be where figures are missing."""
        mean = self.report.energy_kcal
        if mean is None:
            return self.say("none_whole")
        key = "energy.mean" if self.report.energy_coverage >= COMPLETE_FROM else "energy.mean.least"
        return self.say(key, mid=rounded(mean.mid), low=rounded(mean.low), high=rounded(mean.high))

    def _energy_target(self) -> str:
        target = self.report.energy_target_kcal
        if target is None:
            return ""
        return self.say("energy.target", **{name: rounded(getattr(target, name)) for name in ("mid", "low", "high")})

    def _spent(self) -> str:
        """Return what would be logged on days that keep the weight: no other unit can be held against the log."""
        spent = self.report.spent
        if spent is None:
            return ""
        kcal = spent.logged_kcal
        # Where the goal is to keep the weight the band has just said the figures.
        if kcal == self.report.energy_target_kcal:
            return self.say("energy.spent.target")
        return self.say("energy.spent", mid=rounded(kcal.mid), low=rounded(kcal.low), high=rounded(kcal.high))

    def _has_partly(self) -> bool:
        return 0 < self.report.whole < self.report.logged

    def weight(self) -> str:
        """Return the mean of the week, how it changed, and the weight without its ups and downs."""
        return self._joined((self._weight_mean(), self._weight_trend()))

    def _weight_trend(self) -> str:
        spent = self.report.spent
        return self.say("weight.trend", trend=f"{spent.trend_kg:.1f}") if spent else ""

    def _weight_mean(self) -> str:
        trend = self.report.weight
        if trend.mean_kg is None:
            return self.say("weight.earlier")
        mean = round(trend.mean_kg, 1)
        if trend.mean_before_kg is None:
            return self.say("weight.mean", mean=f"{mean:.1f}")
        # Of the figures as they are shown, or the sum would look wrong.
        before = round(trend.mean_before_kg, 1)
        key = "weight.same" if mean == before else "weight.change"
        change = f"{mean - before:+.1f}".replace("-", "−")
        return self.say(key, mean=f"{mean:.1f}", before=f"{before:.1f}", change=change)

    def no_targets(self) -> str:
        """Return why nothing is held against a target."""
        code = self.report.no_targets
        return self.say(f"no_targets.{'sex_not_told' if code == 'sex_not_told' else 'other'}")

    def mean_of_days(self) -> str:
        """Return of how many days the nutrients are the mean."""
        whole = self.report.whole
        return self.say("nutrients.days.1") if whole == 1 else self.say("nutrients.days", whole=whole)

    def name(self, of: Nutrient) -> str:
        """Return a nutrient by its short name."""
        return of.name(self.lang).partition(" (")[0].partition("（")[0]

    def value(self, each: NutrientWeek) -> str:
        """Return the amount beside the goal, as the least it can be where figures are missing."""
        measured = each.measured
        partial = measured.coverage < COMPLETE_FROM
        amount = amount_figure(measured.amount.low if partial else measured.amount.mid)
        sign = "–" if measured.coverage <= 0 else f"≥{amount}" if partial else amount
        unit = self.say(f"unit.{each.nutrient.unit}")
        return self.say("value", amount=sign, goal=amount_figure(measured.goal), unit=unit)

    def known(self, each: NutrientWeek) -> str:
        """Return how much of what was eaten has a figure, empty where nearly all has."""
        coverage = each.measured.coverage
        return "" if coverage >= COMPLETE_FROM else self.say("known", percent=int(coverage * 100))

    def standing(self, each: NutrientWeek) -> str:
        """Return how the amount stands, in a word."""
        measured = each.measured
        if measured.is_maybe_high:
            return self.say("standing.maybe_high")
        is_limit = measured.standing is Standing.ENOUGH and measured.bound.low is None
        return self.say(f"standing.{'within' if is_limit else measured.standing.value}")

    def kinds_known(self) -> str:
        """Return of how much food the kinds are known, empty where of nearly all."""
        coverage = self.report.kinds_coverage
        return "" if coverage >= LEAST_COVERAGE else self.say("kinds.known", percent=int(coverage * 100))

    def variety(self) -> str:
        """Return how many kinds of food there were, as the least there can be where some are not known.

        Empty where no food that was eaten is known by its kind.
        """
        eating = self.report.eating
        if not eating.kinds:
            return ""
        key = "variety" if eating.kinds_coverage >= COMPLETE_FROM else "variety.least"
        return self.say(key, count=len(eating.kinds), goal=KINDS_A_WEEK)

    def index(self) -> str:
        """Return the Healthy Eating Index, empty where too little is known or it is not to be told."""
        hei = self.report.eating.hei
        if hei.points is None or not self.report.is_scored:
            return ""
        return self.say("index", points=round(hei.points), percent=int(hei.coverage * 100))

    def days(self, count: int) -> str:
        """Return a number of days."""
        return self.say("days.1") if count == 1 else self.say("days", days=count)

    def compared(self) -> list[str]:
        """Return the day nearest to the targets and the one furthest from them."""
        nearest, furthest = self.report.nearest, self.report.furthest
        if nearest is None or furthest is None:
            return []
        return [self._beside("nearest", nearest), self._beside("furthest", furthest, why=self._why(furthest))]

    def _beside(self, key: str, beside: DayBeside, **facts: str) -> str:
        day = self.say("named_day", weekday=self.weekday(beside.day), date=self.short_date(beside.day))
        return self.say(key, day=day, met=beside.met, known=beside.known, **facts)

    def _why(self, beside: DayBeside) -> str:
        key, tags = ("low", beside.low) if beside.low else ("high", beside.high)
        return self.say(f"furthest.{key}", names=self._and([self.name(nutrient(tag)) for tag in tags])) if tags else ""

    def _and(self, names: Sequence[str]) -> str:
        if self.lang is Lang.ZH:
            return "和".join(names)
        return " and ".join(name[:1].lower() + name[1:] for name in names)

    def advice(self) -> str:
        """Return the one piece of advice; foods are named to whoever may eat everything."""
        kind, _, tag = self.report.advice.partition(".")
        if kind == "more" and self.report.has_wishes:
            return self.say("advice.ask", name=self.name(nutrient(tag)))
        return self.say(f"advice.{self.report.advice}")

    def source(self) -> str:
        """Return whose references they are, empty without any."""
        region = self.report.region
        return self.say("foot.region", source=self.say(f"region.{region}")) if region else ""

    def empty(self) -> str:
        """Return what is said of a week without a meal."""
        return self.say("empty", first=self.short_date(self.report.first), last=self.short_date(self.report.last))

    def bar(self, day: WeekDay) -> str:
        """Return what stands above the bar of a day."""
        return "" if day.energy_kcal is None else rounded(day.energy_kcal.mid)

    def _joined(self, parts: Sequence[str]) -> str:
        return ("" if self.lang is Lang.ZH else " ").join(filter(None, parts))
