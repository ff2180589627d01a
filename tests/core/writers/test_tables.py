"""The tables for Strong, Hevy and spreadsheets, each read again by a reader that knows nothing of ours."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.core.writers.building import EVIL, START, done, evening, lift, workout
from workout_core.schemas import clean
from workout_core.transfer.writers import flat, hevy, strong
from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.vocabulary import MassUnit

LB: Final = Decimal("0.45359237")


def read(header: str, rows: Iterator[str], separator: str = ",") -> list[dict[str, str]]:
    """The rows of a table, every one as wide as its header."""
    table = list(csv.reader(io.StringIO(header + "".join(rows), newline=""), delimiter=separator))
    assert {len(row) for row in table} == {len(table[0])}
    return [dict(zip(table[0], row, strict=True)) for row in table[1:]]


def ios(*workouts: WorkoutRead, unit: MassUnit = "kg", safe: bool = False) -> list[dict[str, str]]:
    return read(strong.IOS_HEADER, strong.ios(workouts, unit, safe=safe))


def android(*workouts: WorkoutRead) -> list[dict[str, str]]:
    return read(strong.ANDROID_HEADER, strong.android(workouts), ";")


def in_hevy(*workouts: WorkoutRead, unit: MassUnit = "kg") -> list[dict[str, str]]:
    return read(hevy.header(unit), hevy.rows(workouts, unit))


def volume(rows: list[dict[str, str]], weight: str, reps: str, name: str) -> Decimal:
    """Load x repetitions of a table, as any other program would add it up."""
    return sum(
        (
            Decimal(row[weight] or 0) * Decimal(row[reps] or 0)
            for row in rows
            if "(Assisted)" not in row[name]
        ),
        Decimal(0),
    )


def test_the_classic_file_of_strong_holds_the_sets() -> None:
    rows = ios(evening())
    assert {(row["Date"], row["Workout Name"], row["Duration"]) for row in rows} == {
        ("2026-03-02 18:00:05", "Push, pull", "1h 5m")
    }
    bench = [row for row in rows if row["Exercise Name"] == "Bench Press (Barbell)"]
    assert [(row["Set Order"], row["Weight"], row["Reps"], row["Seconds"]) for row in bench] == [
        ("W", "60.0", "8", "0"),
        ("1", "100.0", "5", "0"),
        ("Rest Timer", "0", "0", "120"),
        ("F", "102.5", "3", "0"),
        ("D", "80.0", "9", "0"),
    ]
    assert [row["Notes"] for row in bench] == ["felt strong", "", "", "grip slipped", ""]
    assert [row["Workout Notes"] for row in rows] == ["Good day", *[""] * (len(rows) - 1)]
    assert bench[1]["RPE"] == "8.5"
    names = list(dict.fromkeys(row["Exercise Name"] for row in rows))
    assert names[1:] == ["Pull Up", "Pull Up (Assisted)", "Bicep Curl (Dumbbell)", "Plank", "Run"]
    plank, run = rows[-2:]
    assert (plank["Seconds"], plank["Reps"], run["Distance"], run["Seconds"]) == (
        *("90", "0", "5.0"),
        "1500",
    )
    found = volume(rows, "Weight", "Reps", "Exercise Name")
    assert abs(found - evening().volume_kg) < Decimal("0.2")  # 25 lb are 11.34 kg there


def test_a_file_for_pounds_is_exact_where_they_were_typed() -> None:
    rows = ios(evening(), unit="lb")
    by_name = {row["Exercise Name"]: row for row in rows}
    assert by_name["Bicep Curl (Dumbbell)"]["Weight"] == "25.0"
    assert by_name["Bench Press (Barbell)"]["Weight"] == "176.37"
    assert by_name["Run"]["Distance"] == "3.107"


def test_the_file_of_android_has_units_in_every_row() -> None:
    rows = [row for row in android(evening()) if row["Set Order"] != "Rest Timer"]
    assert len(rows) == evening().sets
    assert [(row["Weight"], row["Weight Unit"], row["Reps"]) for row in rows[4:7]] == [
        *(("10", "kg", "6"), ("20", "kg", "8"), ("25", "lb", "12")),
    ]
    run = rows[-1]
    assert (run["Weight"], run["Reps"], run["Distance"], run["Distance Unit"]) == (
        *("", "", "5"),
        "km",
    )
    assert {row["Workout Duration"] for row in rows} == {"1h 5m"}
    exact = sum(
        Decimal(row["Weight"] or 0)
        * int(row["Reps"] or 0)
        * (LB if "l" in row["Weight Unit"] else 1)
        for row in rows
        if "(Assisted)" not in row["Exercise Name"]
    )
    assert exact == evening().volume_kg


def test_the_file_of_hevy_holds_the_sets() -> None:
    rows = in_hevy(evening())
    assert len(rows) == evening().sets
    first = rows[0]
    assert (first["title"], first["description"]) == ("Push, pull", "Good day")
    assert (first["start_time"], first["end_time"]) == ("2 Mar 2026, 18:00", "2 Mar 2026, 19:05")
    assert [(row["set_index"], row["set_type"]) for row in rows[:4]] == [
        *(("0", "warmup"), ("1", "normal"), ("2", "failure"), ("3", "dropset")),
    ]
    assert first["exercise_notes"] == "felt strong\nSet 3: grip slipped"
    assert [row["superset_id"] for row in rows] == ["", "", "", "", "0", "0", "0", "", ""]
    assert [row["weight_kg"] for row in rows] == [
        *("60", "100", "102.5", "80", "10", "20", "11.34", "", ""),
    ]
    assert (rows[1]["rpe"], rows[-1]["distance_km"], rows[-2]["reps"]) == ("8.5", "5", "")
    found = volume(rows, "weight_kg", "reps", "exercise_title")
    assert abs(found - evening().volume_kg) < Decimal("0.2")


def test_a_file_of_hevy_for_pounds_says_so() -> None:
    row = in_hevy(evening(), unit="lb")[6]
    assert (row["weight_lbs"], row["distance_miles"]) == ("25", "")


@pytest.mark.parametrize(
    ("minutes", "told"), [(None, "0s"), (0.75, "45s"), (44, "44m"), (60, "1h"), (1501, "25h 1m")]
)
def test_the_length_of_a_workout(minutes: float | None, told: str) -> None:
    (row,) = ios(workout(done("plank", lift(reps=None)), minutes=minutes))
    assert (row["Duration"], row["Workout Name"]) == (told, "Workout")


@pytest.mark.parametrize(
    ("slug", "raw", "source", "name"),
    [
        ("barbell-squat", None, None, "Squat (Barbell)"),
        ("dumbbell-bench-press", None, None, "Bench Press (Dumbbell)"),
        ("push-up", None, None, "Push Up"),
        ("Zorbing", None, None, "Zorbing"),
        ("Zorbing", "Ball Rolling", "strong", "Ball Rolling"),
        ("Zorbing", "Ball Rolling", "hevy", "Zorbing"),
        ("barbell-squat", "Deadlift (Barbell)", "strong", "Squat (Barbell)"),
        ("barbell-squat", "Kniebeuge", "strong", "Kniebeuge"),
    ],
)
def test_an_exercise_is_called_as_strong_calls_it(
    slug: str, raw: str | None, source: str | None, name: str
) -> None:
    (row,) = ios(workout(done(slug, lift("20kg"), raw=raw), source=source))
    assert row["Exercise Name"] == name


def test_every_field_stands_in_the_flat_table() -> None:
    shown = {*flat.OF_WORKOUT.values()}
    apart = {"exercise_executions", "sets", "volume_kg", "created_at", "updated_at"}
    assert shown == set(WorkoutRead.model_fields) - apart
    assert {*flat.OF_EXECUTION.values()} == set(ExecutionRead.model_fields) - {
        *("exercise", "sets", "created_at", "updated_at"),
    }
    assert {*flat.OF_SET.values()} == set(SetRead.model_fields)
    assert len(set(flat.COLUMNS)) == len(flat.COLUMNS)


def test_the_flat_table_says_all_of_a_set() -> None:
    rows = read(flat.HEADER, flat.rows([evening()]))
    assert len(rows) == evening().sets
    assert rows[0]["workout_started_at"] == "2026-03-02T18:00:05+01:00"
    assert datetime.fromisoformat(rows[0]["workout_started_at"]) == START
    assert json.loads(rows[0]["workout_tags"]) == ["gym", "a,b"]
    curl = rows[6]
    assert [curl[name] for name in ("load", "load_unit", "load_kg", "reps", "amrap")] == [
        *("25", "lb", "11.33980925", "12", "false"),
    ]
    assert (curl["exercise"], curl["exercise_superset_group"]) == ("Dumbbell Curl", "3")
    total = sum(
        Decimal(row["load_kg"] or 0) * int(row["reps"] or 0)
        for row in rows
        if row["load_mode"] != "assisted"
    )
    assert total == evening().volume_kg


def test_hostile_texts_are_cells_and_nothing_else() -> None:
    hostile = workout(
        done(EVIL, lift("20kg", note=EVIL), note=EVIL, raw=EVIL), name=EVIL, note=EVIL
    )
    (row,) = read(flat.HEADER, flat.rows([hostile]))
    shown = clean(EVIL, lines=True)
    assert row["workout_note"] == row["exercise"] == row["note"] == shown
    told: list[Any] = [ios(hostile)[0]["Workout Notes"], android(hostile)[0]["Workout Notes"]]
    assert told == [shown, shown]
    assert in_hevy(hostile)[0]["description"] == shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "plain", "a=1"])
def test_formulas_are_disarmed_only_where_that_is_asked_for(text: str) -> None:
    one = workout(done("barbell-squat", lift("-20kg"), note=text), name=text)
    safe = text if text[0] in "pa" else f"'{text}"
    assert (ios(one)[0]["Notes"], ios(one, safe=True)[0]["Notes"]) == (text, safe)
    rows = read(flat.HEADER, flat.rows([one], safe=True))
    assert (rows[0]["workout_name"], rows[0]["load"]) == (safe, "20")
    assert read(hevy.header("kg"), hevy.rows([one], "kg", safe=True))[0]["title"] == safe
