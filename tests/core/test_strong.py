from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import files
from workout_core.errors import InvalidError
from workout_core.transfer.files import Totals
from workout_core.transfer.formats import FORMATS
from workout_core.transfer.reading import Reading
from workout_core.units import kilograms

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_core.transfer.reading import SourceSet, SourceWorkout
    from workout_core.vocabulary import MassUnit

ROOT = Path(__file__).parents[2]
strong = partial(files.read, "strong")
in_kg = partial(strong, unit="kg")
FILES = Path(os.environ.get("WORKOUT_TEST_FORMATS") or ROOT / "../shared/formats") / "strong"

S4 = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
S6 = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;"
    "Seconds;Notes;Workout Notes;Workout Duration"
)
CLASSIC = f"""{S4}
2024-03-04 18:00:00,"Legs",1h 2m,"Squat (Barbell)",W,20.0,10,0,0,"","first\\nsecond",
2024-03-04 18:00:00,"Legs",1h 2m,"Squat (Barbell)",1,62.5,5.0,0,0,"deep",,8.5
2024-03-04 18:00:00,"Legs",1h 2m,"Squat (Barbell)",Rest Timer,0,0.0,0,120.0,,,
2024-03-04 18:00:00,"Legs",1h 2m,"Squat (Barbell)",D,42.5,8,0,0,,,
2024-03-04 18:00:00,"Legs",1h 2m,"Squat (Barbell)",F,40.0,12,0,0,,,
2024-03-04 18:00:00,"Legs",1h 2m,"Plank",1,0,0,0,60,"",,
2024-03-04 18:00:00,"Legs",1h 2m,"Squat (Barbell)",1,100.0,0,0,0,"",,
2024-03-02 09:30:00,"Воркаут",264h 1m,"Pull Up",1,0,8,0,0,"",,
2024-03-02 09:30:00,"Воркаут",264h 1m,"Pull Up (Assisted)",1,20,8,0,0,"",,
2024-03-02 09:30:00,"Воркаут",264h 1m,"Running ",1,0,0,2.5,900,"",,
"""


def volume_kg(reading: Reading) -> Decimal:
    return kilograms(Totals.of(reading).exact)


def exercises(reading: Reading) -> list[str]:
    return list(Totals.of(reading).names)


def workouts(reading: Reading) -> list[SourceWorkout]:
    return list(reading.workouts())


def recognises(data: bytes) -> bool:
    return FORMATS["strong"].recognises(files.source(data))


def rows(*lines: str, header: str = S4) -> bytes:
    return "\n".join((header, *lines)).encode()


def line(
    exercise: str = "Squat (Barbell)", order: object = 1, weight: str = "60.0", **cells: str
) -> str:
    """A row of S4; the cells that matter are given."""
    given = {"date": "2024-03-04 18:00:00", "duration": "45m", "reps": "5", "note": ""} | cells
    return (
        f'{given["date"]},"Legs",{given["duration"]},"{exercise}",{order},"{weight}",{given["reps"]},'
        f'{given.get("distance", "0")},{given.get("seconds", "0")},"{given["note"]}",,{given.get("rpe", "")}'
    )


def shape(reading: Reading) -> list[tuple[str, list[tuple[str, int]]]]:
    return [
        (each.source_key, [(one.exercise, len(one.sets)) for one in each.executions])
        for each in reading.workouts()
    ]


def content(reading: Reading) -> list[object]:
    """What was read, without the lines on which it stands."""
    heads = [values(each, "source_key name ended_at note extras") for each in reading.workouts()]
    return [heads, shape(reading), [replace(each, line=0) for each in reading.sets()]]


def only(reading: Reading) -> SourceSet:
    (found,) = reading.sets()
    return found


def values(each: object, names: str) -> list[Any]:
    return [getattr(each, name) for name in names.split()]


def test_the_classic_file() -> None:
    read = in_kg(CLASSIC.encode())
    assert values(read, "format dialect rows") == ["strong", "S4", 10]
    assert read.rows_not_sets == {"Rest Timer": 1}
    assert shape(read) == [
        ("2024-03-02 09:30:00", [("Pull Up", 1), ("Pull Up (Assisted)", 1), ("Running", 1)]),
        ("2024-03-04 18:00:00", [("Squat (Barbell)", 4), ("Plank", 1), ("Squat (Barbell)", 1)]),
    ]
    first, second = read.workouts()
    assert second.ended_at == second.started_at + timedelta(hours=1, minutes=2)
    assert values(second, "name note extras") == ["Legs", "first\nsecond", {}]
    assert values(first, "name ended_at extras") == ["Воркаут", None, {"duration": "264h 1m"}]
    squats = second.executions[0].sets
    assert [each.kind for each in squats] == ["warmup", "working", "drop", "failure"]
    assert [each.line for each in squats] == [2, 3, 5, 6]
    assert [each.rest_s for each in squats] == [None, 120, None, None]
    load = values(squats[1], "load_value load_unit load_mode reps")
    assert load == [Decimal("62.5"), "kg", "absolute", 5]
    assert values(squats[1], "rpe effort_scale note") == [Decimal("8.5"), "rpe", "deep"]


def test_nothing_is_invented() -> None:
    read = in_kg(CLASSIC.encode())
    pull_up, assisted, run = (each.sets[0] for each in workouts(read)[0].executions)
    plank, attempt = (each.sets[0] for each in workouts(read)[1].executions[1:])
    assert values(pull_up, "load_value load_unit load_mode reps") == [None, None, None, 8]
    assert values(assisted, "load_value load_mode") == [20, "assisted"]
    assert values(plank, "load_value reps duration_s distance_m") == [None, None, 60, None]
    assert values(attempt, "load_value reps failed") == [100, 0, False]
    assert values(run, "distance_value distance_unit distance_m") == [Decimal("2.5"), "km", 2500]
    assert volume_kg(read) == Decimal("1492.5")
    assert read.warnings == [
        "1 workout has no end, as the timer was forgotten, such as '264h 1m'",
        "1 distance has no unit and was read as km, which Strong shows beside kg",
    ]


def test_lengths_go_with_the_unit_of_mass_unless_given() -> None:
    names = "distance_value distance_unit distance_m"
    data = rows(line("Running", weight="0", reps="0", distance="1.5", seconds="600"))
    miles = strong(data, unit="lb")
    assert values(only(miles), names) == [Decimal("1.5"), "mi", Decimal("2414.016")]
    said = strong(data, unit="lb", distance_unit="km")
    assert values(only(said), names) == [Decimal("1.5"), "km", 1500]
    assert said.warnings == []
    unknown = strong(data)
    assert values(only(unknown), names) == [Decimal("1.5"), None, None]
    assert unknown.unit is None
    assert "--distance-unit tells it" in unknown.warnings[0]


def test_noise_is_rounded_and_kept() -> None:
    noisy = line("Run", weight="0", distance="0.7100000000000001")
    lift, run = in_kg(rows(line(weight="185.00000000000003"), noisy)).sets()
    assert (str(lift.load_value), lift.raw) == ("185", "weight 185.00000000000003")
    assert (str(run.distance_value), run.raw) == ("0.71", "distance 0.7100000000000001")


@pytest.mark.parametrize(
    ("orders", "sizes"),
    [
        ((1, 2, 3, 1, 2, 3), [3, 3]),
        ((1, 1), [1, 1]),
        ((2, 3, 4), [3]),
        (("W", "W", 1, 2, "W", 1), [4, 2]),
        ((1, "D", "D", 2, "F"), [5]),
        (("W", "W", "W"), [3]),
    ],
)
def test_what_begins_anew_is_another_execution(orders: list[object], sizes: list[int]) -> None:
    read = in_kg(rows(*(line(order=order) for order in orders)))
    assert [len(each.sets) for each in read.executions()] == sizes


def test_units_in_every_row() -> None:
    data = rows(
        '2024-03-04 18:00:00;"Legs";"Squat (Barbell)";1;12,5;kg;5;;;;0;"";"";45m',
        '2024-03-04 18:00:00;"Legs";"Squat (Barbell)";2;100;lbs;;7;;;0;"";"palm hurts";45m',
        '2024-03-04 18:00:00;"Legs";"Elliptical";1;;;;;0.46;km;300;"two\nlines";"";45m',
        header=S6,
    )
    read = strong(data, unit="lb")
    kg, lb, run = read.sets()
    assert values(read, "dialect unit unit_certain") == ["S6", "kg", True]
    assert read.unit_reason == "the file says it: 1 in kg, 1 in lb"
    assert workouts(read)[0].note == "palm hurts"
    assert values(kg, "load_value load_unit") == [Decimal("12.5"), "kg"]
    assert values(lb, "load_value load_unit reps rpe") == [100, "lb", None, 7]
    assert values(run, "distance_m reps load_value note") == [460, None, None, "two\nlines"]
    assert strong(data.replace(b";", b",").replace(b"12,5", b"12.5")).dialect == "S7"


def test_units_in_the_header() -> None:
    header = "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps"
    header += ";RPE;Distance (meters);Seconds;Notes;Workout Notes"
    row = "39;2019-03-28 15:24:28;Rows;1267;Rowing;2;40.0;8;;750.0;;;"
    data = rows(*(f'"{each}"'.replace(";", '";"') for each in (header, row)), header="")
    read = strong(data, unit="lb")
    assert values(read, "dialect unit unit_certain") == ["S8", "kg", True]
    assert only(read).distance_m == 750
    assert workouts(read)[0].extras == {"workout #": "39"}
    assert workouts(read)[0].ended_at == datetime.fromisoformat("2019-03-28T15:45:35")
    assert "lb was not used" in read.warnings[0]


@pytest.mark.parametrize(
    ("absent", "dialect"),
    [("Duration,RPE", "S2"), ("Duration", "S3"), ("Notes,Workout Notes", "S5"), ("Distance", "S4")],
)
def test_columns_may_be_missing(absent: str, dialect: str) -> None:
    gone = [S4.split(",").index(name) for name in absent.split(",")]
    kept = [[cell for at, cell in enumerate(row) if at not in gone] for row in table()]
    read = in_kg(written(kept))
    assert (read.dialect, len(list(read.sets())), read.rejected) == (dialect, 9, [])


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


def test_the_rest_after_a_broken_row_is_not_the_rest_of_the_row_before() -> None:
    bad, rest = line(order=2, weight="?"), line(order="Rest Timer", seconds="90")
    read = in_kg(rows(line(), bad, rest, line(order=3), line(order=4)))
    assert [each.rest_s for each in read.sets()] == [None, None, None]
    assert [each.line for each in read.rejected] == [3, 4]


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


def test_refusals_say_what_was_not_understood() -> None:
    finnish = "Date,Liikkeen nimi,Sarjan järjestys,Paino,Reps,Distance\n2024-03-04 18:00:00,Squat,1,60,5,0\n"
    assert not recognises(finnish.encode())
    with pytest.raises(InvalidError, match=r"lacks exercise name, set.*'Sarjan jär") as refused:
        strong(finnish.encode())
    assert refused.value.details["unknown_columns"][1] == "Sarjan järjestys"
    assert refused.value.hints
    with pytest.raises(InvalidError, match=r"2 of 3 rows can't be read, line 3: weight '\?'"):
        in_kg(rows(line(), line(weight="?"), line(weight="?")))
    with pytest.raises(InvalidError, match="two columns for reps"):
        in_kg(rows(header=S4 + ",REPS"))


def test_unknown_columns_are_listed_and_kept() -> None:
    read = in_kg(rows(line() + ",high \x1b[2J", line(order=2) + ",", header=S4 + ",Mood"))
    assert read.unknown_columns == ["Mood"]
    kept = {"columns": [{"set": 1, "column": "Mood", "text": "high ␛[2J"}]}
    assert workouts(read)[0].extras == json.loads(json.dumps(kept))


def test_text_is_made_harmless() -> None:
    read = in_kg(rows(line(exercise="Bench\x1b[2J\u202e", note="a\\nb\x07")))
    assert exercises(read) == ["Bench␛[2J�"]
    assert only(read).note == "a\nb␇"


def test_joined_files_are_read_once() -> None:
    part = "\n".join(CLASSIC.split("\n")[:5]) + "\n"
    for joined in (CLASSIC + CLASSIC, part + CLASSIC):
        read = in_kg(joined.encode())
        assert content(read) == content(in_kg(CLASSIC.encode()))
        assert read.rows_repeated > 0


def test_a_file_without_rows_has_no_workouts() -> None:
    read = strong(S4.encode())
    assert (read.workouts(), read.unit, read.rows) == ([], None, 0)


@pytest.mark.parametrize(
    ("weights", "unit", "certain"),
    [
        (["62.5", "67.5", "87.5"] * 10, "kg", True),
        (["60", "70", "80", "100", "65"] * 10, "kg", False),
        (["135", "185", "225"] * 10, "lb", True),
        (["45", "65", "95", "115", "60"] * 10, "lb", False),
        (["185.00000000000003", "74.99999999999999"] * 10, "lb", True),
        (["44.09245243697551"] * 20, "lb", True),
        (["61.23496995"] * 20, "kg", True),
        (["135"] * 20 + ["62.5"] * 5, "lb", False),
    ],
)
def test_the_unit_is_guessed(weights: list[str], unit: str, certain: bool) -> None:
    read = strong(rows(*(line(order=at, weight=one) for at, one in enumerate(weights, 1))))
    assert (read.unit, read.unit_certain, "guessed" in read.unit_reason) == (unit, certain, True)
    assert {each.load_unit for each in read.sets()} == {unit}


def table(data: bytes = CLASSIC.encode()) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def written(cells: list[list[str]], separator: str = ",", end: str = "\n") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(cells)
    return out.getvalue().encode()


def twelve_hours(cells: list[list[str]]) -> list[list[str]]:
    def turn(cell: str) -> str:
        hour = int(cell[11:13])
        return f"{cell[:11]}{hour % 12 or 12}{cell[13:]}\u202f{'AM' if hour < 12 else 'PM'}"

    return [cells[0], *([turn(row[0]), *row[1:]] for row in cells[1:])]


MUTATIONS: dict[str, Callable[[list[list[str]]], bytes]] = {
    "bom": lambda cells: b"\xef\xbb\xbf" + written(cells),
    "utf-16": lambda cells: written(cells).decode().encode("utf-16"),
    "crlf": lambda cells: written(cells, end="\r\n"),
    "semicolon": lambda cells: written(cells, ";"),
    "order": lambda cells: written([row[::-1] for row in cells]),
    "upper": lambda cells: written([[name.upper() for name in cells[0]], *cells[1:]]),
    "blank lines": lambda cells: b"\n" + written(cells) + b"\n  \n,,,,\n\n",
    "no last newline": lambda cells: written(cells).rstrip(b"\n"),
    "twelve hours": lambda cells: written(twelve_hours(cells)),
    "newest first": lambda cells: written(
        [cells[0], *sorted(cells[1:], key=lambda row: row[0], reverse=True)]
    ),
    "broken": lambda cells: written([*cells[:1], ["broken", '"'], *cells[1:]]),
}


@pytest.mark.parametrize("mutation", MUTATIONS)
@pytest.mark.parametrize("file", ["", "1", "10", "17"])
def test_mutated_files_read_the_same(mutation: str, file: str) -> None:
    data = real(file)[0] if file else CLASSIC.encode()
    read = in_kg(MUTATIONS[mutation](table(data)))
    assert content(read) == content(in_kg(data))
    assert [each.line for each in read.rejected] == ([2] if mutation == "broken" else [])


def real(number: str) -> tuple[bytes, dict[str, Any]]:
    path = FILES / f"{number}.csv"
    if not path.is_file():
        pytest.skip(f"{FILES} is not here")
    truth = path.with_suffix(".truth.json").read_text()
    return path.read_bytes(), cast("dict[str, Any]", json.loads(truth))


def best(reading: Reading) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for each in reading.executions():
        loads = [one.load_value for one in each.sets if one.load_value and one.reps]
        found[each.exercise] = max([found.get(each.exercise, Decimal()), *loads])
    return found


@pytest.mark.parametrize("number", ["1", "2", "6", "8", "10", "12", "17", "18", "19"])
def test_real_files(number: str) -> None:
    data, truth = real(number)
    source = truth["unit_source"].split()
    unit: MassUnit | None = source[1] if source[0] == "ASSUMED" else None
    assert recognises(data)
    read = strong(data, unit=unit)
    sets = list(read.sets())
    found = {
        "workouts": len(workouts(read)),
        "executions": len(list(read.executions())),
        "sets": len(sets),
        "exercises": len(exercises(read)),
        "rows_data": read.rows,
        "first": workouts(read)[0].source_key,
        "last": workouts(read)[-1].source_key,
        "rows_not_sets": read.rows_not_sets,
    }
    assert found == {key: truth.get(key, {}) for key in found}
    assert {each.kind for each in sets} == {"working"}
    assert float(volume_kg(read)) == pytest.approx(truth["volume_kg_total"], rel=1e-9)
    columns = ("load_value", "reps", "duration_s", "distance_value", "rpe", "note")
    counts = [sum(bool(getattr(each, column)) for each in sets) for column in columns]
    assert counts == list(truth["sets_with"].values())
    heaviest = best(read)
    for name, record in truth["max_weight"].items():
        assert float(heaviest[name.strip()]) == record["weight"]
    assert not read.rejected
    assert strong(data).unit == read.unit


@given(
    st.one_of(st.binary(), st.text(alphabet=st.sampled_from('2024-03 1:W;,"\n\r.x'), max_size=200))
)
def test_any_bytes_are_read_or_refused(noise: bytes | str) -> None:
    tail = noise if isinstance(noise, bytes) else noise.encode()
    for data in (
        tail,
        S4.encode() + b"\n" + tail,
        CLASSIC.encode() + tail,
        S6.encode() + b"\n" + tail,
    ):
        answer: Reading | InvalidError
        try:
            answer = strong(data)
        except InvalidError as refused:
            answer = refused
        assert isinstance(answer, Reading) or answer.message
