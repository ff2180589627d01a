"""What Strong's files have in newer versions and other languages, and what no file should have."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from tests import files
from tests.core.test_strong import CLASSIC, S4, content, exercises, in_kg, line, only, rows
from workout_core.errors import InvalidError


@pytest.mark.parametrize(
    "header",
    [
        (
            "Date,Nom de l’entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,"
            "Secondes,Notes,Notes d'entraînement,RPE"
        ),
        (
            "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,"
            "Sekunden,Notizen,Workout-Notizen,RPE"
        ),
    ],
)
def test_translated_headers(header: str) -> None:
    read = in_kg(CLASSIC.replace(S4, header).encode())
    assert (read.dialect, read.unknown_columns) == ("S9", [])
    assert content(read) == content(in_kg(CLASSIC.encode()))


def test_the_file_tells_what_a_comma_before_three_digits_is() -> None:
    comma = [line(order=1, weight="62,5"), line(order=2, distance='"1275,588"', weight="0")]
    (_, run) = in_kg(rows(*comma)).sets()
    assert run.distance_value == Decimal("1275.588")
    mixed = in_kg(rows(*comma, line(order=3, weight="62.5")))
    assert [each.reason for each in mixed.rejected] == [
        "distance '1275,588' could be 1275.588 or 1275588"
    ]


def test_notes_of_exercises_have_rows_of_their_own() -> None:
    begin = "2024-05-31 18:00:00,Push,1 Std. 5 Min.,Bench Press"
    reading = files.read(
        "strong",
        rows(
            f"{begin},Note,0,0,0,0,slow,,",
            f"{begin},A,20,8,0,0,,,",
            f"{begin},1,60,5,0,0,of the set,,",
            f"{begin},Note,0,0,0,0,and deep,,",
        ),
        unit="kg",
    )
    (workout,) = reading.workouts()
    (execution,) = workout.executions
    assert (execution.note, [each.note for each in execution.sets]) == (
        *("slow\nand deep", [None, "of the set"]),
    )
    assert [each.kind for each in execution.sets] == ["warmup", "working"]
    assert workout.ended_at == datetime.fromisoformat("2024-05-31 19:05:00")
    assert (reading.rejected, reading.rows, reading.rows_not_sets) == ([], 4, {"Note": 2})


def test_nul_characters_are_told_and_shown() -> None:
    begin = "2024-05-31 18:00:00,Push,1h,Bench\0 Press"
    reading = files.read("strong", rows(f"{begin},1,60,5,0,0,,,"), unit="kg")
    assert exercises(reading) == ["Bench␀ Press"]
    assert reading.warnings == ["1 NUL characters stand in the text and are shown as ␀"]


def test_more_bad_rows_than_the_limit_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workout_core.transfer.rejecting.MAX_REJECTED", 3)
    good = ["2024-05-31 18:00:00,Push,1h,Bench,1,60,5,0,0,,,"] * 5
    with pytest.raises(InvalidError, match=r"More than 3 rows can't be read, .* limit, line 7: "):
        files.read("strong", rows(*good, *["x,Push,1h,Bench,1,60,5,0,0,,,"] * 4), unit="kg")


def test_text_is_made_harmless() -> None:
    read = in_kg(rows(line(exercise="Bench\x1b[2J\u202e", note="a\\nb\x07")))
    assert exercises(read) == ["Bench␛[2J�"]
    assert only(read).note == "a\nb␇"


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("what is this", "1 fields where the header has 12"),
        (line(date="04/03/2024"), "'04/03/2024' is no date"),
        (line(weight="heavy"), "weight 'heavy' is no number"),
        (line(weight="-5"), "not between 0"),
        (line(weight="1.234,5"), "comma and a point"),
        (line(reps="5.5"), "no whole number"),
        (line(rpe="11"), "rpe '11' is not between 0 and 10"),
        (line(order="X"), "set order 'X' is no number"),
        (line(exercise=" "), "no exercise's name"),
        (line(order="Rest Timer", exercise="Plank"), "a rest timer without a set"),
        (line(exercise="x" * 300), "longer than 200"),
        (line(note="x" * 20_000), "longer than 10,000"),
        ('2024-03-04 18:00:00,"Legs,45m,Squat', "fields where the header has 12"),
    ],
)
def test_a_broken_row_is_told_and_the_others_are_read(broken: str, reason: str) -> None:
    read = in_kg(rows(line(), line(order=2), broken, line(order=3), line(order=4)))
    assert [each.line for each in read.rejected] == [4]
    assert reason in read.rejected[0].reason
    assert len(list(read.sets())) == 4
