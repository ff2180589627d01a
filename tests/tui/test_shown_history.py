"""Workouts as the history shows them."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from workout_cli.runner import SETTINGS
from workout_cli.tui.shown.comparing import e1rm_of, volume_of
from workout_cli.tui.shown.drawn import amount
from workout_cli.tui.shown.history import came_to, record_words, set_lines
from workout_cli.wording import volume
from workout_core.config import load_settings
from workout_core.ids import new_id
from workout_core.workouts.schemas import SetRead, WorkoutSummary

if TYPE_CHECKING:
    from workout_core.statistics.schemas import RecordRead


@pytest.fixture(autouse=True)
def _settings() -> None:
    SETTINGS.set(load_settings({}, {}))


def done(load: int | None = None, reps: int | None = None, **values: Any) -> SetRead:
    given: dict[str, Any] = dict.fromkeys(SetRead.model_fields)
    given |= {"id": new_id(), "kind": "working", "amrap": False, "failed": False, "reps": reps}
    if load is not None:
        given |= {"load_value": Decimal(load), "load_unit": "kg", "load_kg": Decimal(load)}
        given["load_mode"] = "absolute"
    return SetRead.model_construct(**given | values)


def lines(*sets: SetRead) -> list[str]:
    return [each.plain for each in set_lines(sets)]


def test_equal_loads_are_told_once() -> None:
    sets = [done(100, 5, rpe=Decimal(each)) for each in ("8", "8.5", "9")]
    assert lines(done(60, 8, kind="warmup"), *sets, done(80, 12)) == [
        "60 × 8  warm-up",
        "100 × 5 5 5  @8-9",
        "80 × 12",
    ]
    assert next(set_lines(sets, {sets[1].id})).plain == "100 × 5 5 5  @8-9 ★"


def test_sets_of_every_sort() -> None:
    assert lines(
        done(None, 8, load_mode="bodyweight"),
        done(10, 8, load_mode="added"),
        done(20, 8, load_mode="assisted"),
        done(225, 5, load_unit="lb", rpe=Decimal(8), effort_scale="rir"),
        done(duration_s=Decimal(90)),
        done(distance_m=Decimal(400), duration_s=Decimal(90), note="windy\n[red]uphill[/]"),
        done(),
    ) == [
        "bw × 8",
        "+10 × 8",
        "-20 × 8",
        "225 lb × 5  rir 2",
        "1:30, 400 m in 1:30, done",
        "  windy / [red]uphill[/]",
    ]


def test_what_sets_come_to() -> None:
    sets = [done(60, 8, kind="warmup"), done(100, 5), done(100, 1), done(20, 5, side="each")]
    assert volume_of(sets) == 480 + 500 + 100 + 200
    assert e1rm_of(sets) == Decimal("116.67")
    assert volume_of([done(None, 8)]) is None
    assert e1rm_of([done(100, 20)]) is None


def record(kind: str, name: str, value: str, **values: Any) -> RecordRead:
    given = {"reps": None, "unit": "kg", "distance": None, **values}
    exercise = SimpleNamespace(name=name, id=name)
    return cast(
        "RecordRead", SimpleNamespace(kind=kind, value=Decimal(value), exercise=exercise, **given)
    )


def test_the_most_telling_record_is_told() -> None:
    heaviest = record("max_weight", "Squat", "140", reps=3)
    reps = record("rep_pr", "Seated Dumbbell Curl", "12.5", reps=12)
    assert record_words([reps, heaviest]).plain == "★ Squat 140×3 +1"
    assert record_words([reps]).plain == "★ Seated Dumb… 12.5×12"
    assert record_words([record("fastest", "Run", "1371", distance="5 km")]).plain == (
        "★ Run 5 km 22:51"
    )
    assert record_words([record("longest_distance", "Run", "12345")]).plain == "★ Run 12.34 km"
    assert not record_words([])


@pytest.mark.parametrize(("value", "told"), [("1000.5", "1,001 kg"), ("1001.5", "1,002 kg")])
def test_volumes_are_rounded_alike_everywhere(value: str, told: str) -> None:
    assert amount(Decimal(value), "kg") == volume(Decimal(value)) == told
    given: dict[str, Any] = {"volume_kg": Decimal(value), "distance_m": Decimal(0)}
    assert f"{came_to(WorkoutSummary.model_construct(**given))} kg" == told
