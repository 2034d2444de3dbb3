"""What is told of the body is stored whole, corrected, and refused when it cannot be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from fitness import services
from fitness.domain.measures import KINDS, Kind
from fitness.models import Activity, BodyMeasurement, Sleep
from fitness.queries import understand_body
from fitness.reading import ActivityDraft, MeasurementDraft, SleepDraft
from meum.journal.models import Change, Door
from meum.journal.services import undo_latest
from meum.kernel.errors import ConsentMissing, Invalid, NotFound, Stale
from meum.people.models import Person
from tests.factories.fitness import MORNING, make_activity, make_measurement, make_sleep
from tests.factories.people import make_person

NOT_FIGURES = [float("nan"), float("inf"), float("-inf"), -1.0, 0.0, 1e12]


def nothing_is_stored() -> bool:
    rows = [*BodyMeasurement.objects.all(), *Activity.objects.all(), *Sleep.objects.all(), *Change.objects.all()]
    return not rows


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.BLOOD_PRESSURE])
@pytest.mark.parametrize("value", NOT_FIGURES)
def test_an_impossible_figure_is_refused(ada: Person, kind: Kind, value: float) -> None:
    with pytest.raises(Invalid) as error:
        make_measurement(person=ada, kind=kind, value=value)

    assert error.value.code == f"impossible_{kind}"
    assert nothing_is_stored()


def test_every_kind_is_stored_at_both_its_bounds(ada: Person) -> None:
    for kind, facts in KINDS.items():
        lower = 40 if kind is Kind.BLOOD_PRESSURE else None
        for value in (facts.low, facts.high):
            assert make_measurement(person=ada, kind=kind, value=value, diastolic_mmhg=lower).value == value


def test_a_blood_pressure_needs_its_lower_figure(ada: Person) -> None:
    with pytest.raises(Invalid):
        make_measurement(person=ada, kind="blood_pressure", value=128)

    assert make_measurement(person=ada, kind="blood_pressure", value=128, diastolic_mmhg=82).diastolic_mmhg == 82


def test_an_unknown_measure_is_refused(ada: Person) -> None:
    with pytest.raises(Invalid) as error:
        make_measurement(person=ada, kind="shoe_size")

    assert error.value.code == "unknown_measure"


def test_without_consent_nothing_is_stored(db: None) -> None:
    stranger = make_person(has_agreed=False)

    with pytest.raises(ConsentMissing):
        make_measurement(person=stranger)

    assert nothing_is_stored()


def test_a_corrected_weight_keeps_its_history(ada: Person) -> None:
    entry = make_measurement(person=ada, value=61)

    corrected = services.correct_measurement(
        person=ada, author=ada, door=Door.API, entry_id=entry.pk, revision=1, value=62
    )

    assert (corrected.value, corrected.revision) == (62, 2)
    undo_latest(person=ada, author=ada, door=Door.API)
    assert BodyMeasurement.objects.get().value == 61


def test_a_stale_or_foreign_correction_changes_nothing(ada: Person, chen: Person) -> None:
    entry = make_measurement(person=ada, value=61)

    with pytest.raises(Stale):
        services.correct_measurement(person=ada, author=ada, door=Door.API, entry_id=entry.pk, revision=7, value=62)
    with pytest.raises(NotFound):
        services.correct_measurement(person=chen, author=chen, door=Door.API, entry_id=entry.pk, value=62)

    assert BodyMeasurement.objects.get().value == 61


def test_an_activity_keeps_the_edition_code_and_met_it_was_counted_with(ada: Person) -> None:
    make_measurement(person=ada, value=60)

    played = make_activity(person=ada, code="15030", minutes=60)

    assert (played.edition, played.code, played.met, played.weight_kg) == ("2024", "15030", 5.5, 60)
    assert played.energy.mid == pytest.approx(5.5 * 60)
    assert played.net_energy.mid == pytest.approx(4.5 * 60)


def test_without_a_weight_one_is_assumed_and_the_interval_is_wider(ada: Person, chen: Person) -> None:
    make_measurement(person=chen, value=64)

    assumed, known = make_activity(person=ada), make_activity(person=chen)

    assert (assumed.is_weight_assumed, known.is_weight_assumed) == (True, False)
    assert assumed.energy.mid == known.energy.mid
    assert assumed.energy.low < known.energy.low < known.energy.high < assumed.energy.high


def test_distance_and_time_choose_the_row_of_the_speed(ada: Person) -> None:
    ran = make_activity(person=ada, code="12050", minutes=28, distance_m=5000)

    assert (ran.code, ran.met, ran.is_duration_assumed) == ("12060", 10.5, False)


def test_a_distance_alone_takes_a_usual_time(ada: Person) -> None:
    ran = make_activity(person=ada, code="12050", minutes=None, distance_m=8500)

    assert (round(ran.minutes, 3), ran.is_duration_assumed) == (60, True)


@pytest.mark.parametrize(
    ("code", "minutes", "distance_m", "problem"),
    [
        ("15030", None, None, "duration_missing"),
        ("15030", None, 3000, "duration_missing"),
        ("99999", 30, None, "unknown_activity"),
        ("12050", 2, 5000, "impossible_speed"),
        *(("15030", minutes, None, "impossible_duration") for minutes in NOT_FIGURES),
        *(("12050", 30, metres, "impossible_distance") for metres in NOT_FIGURES),
    ],
)
def test_an_impossible_activity_is_refused(
    ada: Person, code: str, minutes: float | None, distance_m: float | None, problem: str
) -> None:
    with pytest.raises(Invalid) as error:
        make_activity(person=ada, code=code, minutes=minutes, distance_m=distance_m)

    assert error.value.code == problem
    assert nothing_is_stored()


def test_a_corrected_activity_is_counted_anew_with_the_weight_it_had(ada: Person) -> None:
    make_measurement(person=ada, value=60)
    played = make_activity(person=ada, minutes=60)
    make_measurement(person=ada, value=90, at=MORNING + timedelta(days=1))

    corrected = services.correct_activity(person=ada, author=ada, door=Door.API, entry_id=played.pk, minutes=30)

    assert corrected.energy.mid == pytest.approx(played.energy.mid / 2)


def test_a_time_told_later_replaces_the_assumed_one(ada: Person) -> None:
    ran = make_activity(person=ada, code="12050", minutes=None, distance_m=5000)

    corrected = services.correct_activity(person=ada, author=ada, door=Door.API, entry_id=ran.pk, minutes=28)

    assert (corrected.minutes, corrected.is_duration_assumed, corrected.code) == (28, False, "12060")


@pytest.mark.parametrize("told", [{"minutes": 0.0}, {"distance_m": 0.0}, {"code": ""}])
def test_a_correction_to_nothing_is_refused_and_not_taken_for_untold(ada: Person, told: dict[str, Any]) -> None:
    ran = make_activity(person=ada, code="12050", minutes=30, distance_m=5000)

    with pytest.raises(Invalid):
        services.correct_activity(person=ada, author=ada, door=Door.API, entry_id=ran.pk, **told)


def test_sleep_belongs_to_the_day_of_waking(ada: Person) -> None:
    slept = make_sleep(person=ada, woke_at=MORNING, asleep_at=MORNING - timedelta(hours=7.5))

    assert (slept.minutes, slept.woke_at, slept.day.day) == (450, MORNING, 20)


@pytest.mark.parametrize(
    ("asleep_hours_ago", "minutes"), [(0, None), (-1, None), (21, None), (7, 421), *((None, m) for m in NOT_FIGURES)]
)
def test_an_impossible_sleep_is_refused(ada: Person, asleep_hours_ago: float | None, minutes: float | None) -> None:
    asleep_at = None if asleep_hours_ago is None else MORNING - timedelta(hours=asleep_hours_ago)

    with pytest.raises(Invalid) as error:
        services.log_sleep(person=ada, author=ada, door=Door.API, woke_at=MORNING, asleep_at=asleep_at, minutes=minutes)

    assert error.value.code == "impossible_sleep"
    assert nothing_is_stored()


def test_a_sleep_needs_a_length(ada: Person) -> None:
    with pytest.raises(Invalid) as error:
        services.log_sleep(person=ada, author=ada, door=Door.API, woke_at=MORNING)

    assert error.value.code == "sleep_length_missing"


def test_a_corrected_bed_time_gives_a_new_length(ada: Person) -> None:
    slept = make_sleep(person=ada, asleep_at=MORNING - timedelta(hours=8))

    corrected = services.correct_sleep(
        person=ada, author=ada, door=Door.API, entry_id=slept.pk, asleep_at=MORNING - timedelta(hours=6)
    )

    assert corrected.minutes == 360


def test_the_same_client_id_again_stores_nothing_new(ada: Person) -> None:
    chosen = uuid4()
    for _ in range(2):
        services.log_measurement(
            person=ada, author=ada, door=Door.API, at=MORNING, kind="weight", value=61, entry_id=chosen
        )

    assert BodyMeasurement.objects.get().pk == chosen
    assert Change.objects.count() == 1


def test_one_message_is_one_undo(ada: Person) -> None:
    drafts = understand_body(
        person=ada, text="昨晚睡了7小时，体重61.5，快走40分钟", at=datetime(2026, 11, 20, 2, tzinfo=UTC)
    ).drafts
    kept = [d for d in drafts if isinstance(d, MeasurementDraft | ActivityDraft | SleepDraft)]

    stored = services.log_drafts(person=ada, author=ada, door=Door.WEB, drafts=kept)

    assert len(stored) == 3
    undo_latest(person=ada, author=ada, door=Door.WEB)
    assert not BodyMeasurement.objects.filter(deleted_at=None).exists()
    assert not Sleep.objects.filter(deleted_at=None).exists()


def test_a_draft_with_a_problem_stores_none_of_its_message(ada: Person) -> None:
    good, bad = understand_body(person=ada, text="腰围80，体重600", at=MORNING).drafts
    assert isinstance(good, MeasurementDraft)
    assert isinstance(bad, MeasurementDraft)

    with pytest.raises(Invalid) as error:
        services.log_drafts(person=ada, author=ada, door=Door.WEB, drafts=[good, bad])

    assert error.value.code == "impossible_weight"
    assert nothing_is_stored()
