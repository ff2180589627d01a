"""Workouts as the services hand them out, made by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid5

from workout_core.exercises.compiled import BASICS
from workout_core.exercises.reference import ExerciseRef
from workout_core.units import exact_mass, kilograms
from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead

if TYPE_CHECKING:
    from collections.abc import Sequence

START: Final = datetime(2026, 3, 2, 17, 0, 5, tzinfo=UTC)
SPACE: Final = UUID("0b7a4d94-5c6d-4bb0-9f59-6c0c1e9a4a10")
EVIL: Final = 'a"b;c,d\n=1+1 \x1b]0;t\x07 & <b> \u202e*x*'


def lift(load: str = "", reps: int | None = 5, **values: Any) -> SetRead:
    """A set: `100kg`, `+10kg`, `-20lb` or no load."""
    mode = {"+": "added", "-": "assisted"}.get(load[:1], "absolute")
    value = Decimal(load.strip("+-kglb")) if load else None
    unit = load[-2:] if load else None
    exact = None if value is None else exact_mass(value, "kg" if unit == "kg" else "lb")
    given = {
        "load_value": value,
        "load_unit": unit,
        "load_kg": None if exact is None else kilograms(exact),
        "load_mode": mode if load else None,
        "reps": reps,
        **values,
    }
    fields = dict.fromkeys(SetRead.model_fields)
    plain = {"kind": "working", "amrap": False, "failed": False, "position": 0}
    made = {"id": uuid5(SPACE, repr(given)), "created_at": START, "updated_at": START}
    return SetRead.model_validate({**fields, **plain, **made, **given})


def done(slug: str, *sets: SetRead, **values: Any) -> ExecutionRead:
    """An exercise of the catalogue, or one of the user's own by its name, with its sets."""
    if slug in BASICS:
        key, name, tracking, *_ = BASICS[slug]
        exercise = ExerciseRef(id=UUID(key), slug=slug, name=name, tracking=tracking)
    else:
        key = str(uuid5(SPACE, slug))
        exercise = ExerciseRef(id=UUID(key), slug=None, name=slug, tracking="weight_reps")
    fields = dict.fromkeys(ExecutionRead.model_fields)
    made = {"id": uuid5(SPACE, f"{slug} {len(sets)}"), "position": 0, "sets": list(sets)}
    times = {"created_at": START, "updated_at": START}
    return ExecutionRead.model_validate({**fields, **made, **times, "exercise": exercise, **values})


def workout(*executions: ExecutionRead, minutes: float | None = 65, **values: Any) -> WorkoutRead:
    """A workout in Paris on 2 March 2026 at 18:00:05 there."""
    fields = dict.fromkeys(WorkoutRead.model_fields)
    made = {
        "id": uuid5(SPACE, repr(values)),
        "status": "done",
        "started_at": START,
        "ended_at": None if minutes is None else START + timedelta(minutes=minutes),
        "timezone": "Europe/Paris",
        "local_date": date(2026, 3, 2),
        "tags": [],
        "extras": {},
        "sets": sum(len(each.sets) for each in executions),
        "volume_kg": volume(executions),
        "created_at": START,
        "updated_at": START,
        "exercise_executions": list(executions),
    }
    return WorkoutRead.model_validate({**fields, **made, **values})


def volume(executions: Sequence[ExecutionRead]) -> Decimal:
    """Load x repetitions, help left out."""
    return sum(
        (
            (each.load_kg or Decimal(0)) * (each.reps or 0)
            for execution in executions
            for each in execution.sets
            if each.load_mode != "assisted"
        ),
        Decimal(0),
    )


def evening() -> WorkoutRead:
    """A workout with some of everything."""
    return workout(
        done(
            "barbell-bench-press",
            lift("60kg", 8, kind="warmup"),
            lift("100kg", 5, rpe=Decimal("8.5"), rest_s=Decimal(120)),
            lift("102.5kg", 3, kind="failure", note="grip slipped"),
            lift("80kg", 9, kind="drop"),
            note="felt strong",
        ),
        done("pull-up", lift("+10kg", 6), lift("-20kg", 8), superset_group=3),
        done("dumbbell-curl", lift("25lb", 12), superset_group=3),
        done("plank", lift(reps=None, duration_s=Decimal(90))),
        done(
            "run",
            lift(
                reps=None,
                duration_s=Decimal(1500),
                distance_value=Decimal(5),
                distance_unit="km",
                distance_m=Decimal(5000),
                hr_avg=150,
            ),
        ),
        name="Push, pull",
        note="Good day",
        tags=["gym", "a,b"],
    )
