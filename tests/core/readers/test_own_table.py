"""Tables of sets that no app is known to write, as a person maps their columns."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import acceptable, refused_or_sound, shape, values
from workout_core.errors import InvalidError
from workout_core.transfer.formats import FORMATS
from workout_core.transfer.reading import Options
from workout_core.transfer.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.transfer.reading import Reading

GERMAN = """\
Tag;Übung;Gewicht (kg);Wdh;Sätze;Strecke;Dauer (min);Laune
31.05.2024;Bankdrücken;62,5;5;3;;;gut
31.05.2024;Klimmzüge;+10;8;1;;;
31.05.2024;Dips;-12,5;8;1;;;
02.06.2024;Laufen;;;;5,25 km;32,5;
02.06.2024;Laufen;;;0;5,25 km;32,5;
"""
COLUMNS = {"date": "Tag", "exercise": "Übung", "weight": "Gewicht", "reps": "wdh", "sets": "Sätze"}


def read(path: Path, text: str, **options: Any) -> Reading:
    path.write_text(text)
    return acceptable(FORMATS["table"].read(Source(path), Options(**options)))


def test_a_table_in_another_language(tmp_path: Path) -> None:
    columns = {**COLUMNS, "distance": "Strecke", "duration": "Dauer"}
    reading = read(tmp_path / "f", GERMAN, columns=columns)
    assert shape(reading) == [
        ("2024-05-31", [("Bankdrücken", 3), ("Klimmzüge", 1), ("Dips", 1)]),
        ("2024-06-02", [("Laufen", 1)]),
    ]
    found = list(reading.sets())
    names = "load_value load_unit load_mode reps"
    assert values(found[0], names) == [Decimal("62.5"), "kg", "absolute", 5]
    assert values(found[3], names) == [Decimal(10), "kg", "added", 8]
    assert values(found[4], names) == [Decimal("12.5"), "kg", "assisted", 8]
    assert values(found[5], "distance_m duration_s") == [Decimal(5250), Decimal(1950)]
    assert (reading.rows, reading.rows_not_sets) == (5, {"no sets": 1})
    assert reading.unknown_columns == ["Laune"]
    assert reading.date_order == "dmy"
    (first, _) = reading.workouts()
    assert first.extras == {"columns": [{"set": 1, "column": "Laune", "text": "gut"}]}


def test_usual_english_words_need_no_mapping(tmp_path: Path) -> None:
    reading = read(
        tmp_path / "f",
        "date,time,workout,workout notes,exercise,set,kind,weight,unit,reps,rpe,rir,superset,notes\n"
        '2024-05-31,6:00 PM,Push,"slept\nwell",Bench,1,Warm-up,45,lbs,10,,,A,\n'
        "2024-05-31,6:00 PM,Push,,Bench,2,,60,kg,5,8.5,,a,slow\n"
        "2024-05-31,6:00 PM,Push,,Bench,1,F,60,kg,5,,0,,\n"
        "2024-05-31,8:00 PM,Run,,Plank,1,odd,bw,,--,,,,\n",
    )
    assert shape(reading) == [
        ("2024-05-31 18:00:00", [("Bench", 2), ("Bench", 1)]),
        ("2024-05-31 20:00:00", [("Plank", 1)]),
    ]
    push, run = reading.workouts()
    assert values(push, "name note") == ["Push", "slept\nwell"]
    assert [each.superset for each in push.executions] == [1, None]
    names = "kind load_value load_unit reps rpe effort_scale note"
    assert [values(each, names) for each in reading.sets()] == [
        ["warmup", Decimal(45), "lb", 10, None, None, None],
        ["working", Decimal(60), "kg", 5, Decimal("8.5"), "rpe", "slow"],
        ["failure", Decimal(60), "kg", 5, Decimal(10), "rir", None],
        ["working", None, None, None, None, None, None],
    ]
    assert "'odd' are not known" in reading.warnings[0]
    assert run.executions[0].sets[0].performed_at is None


def test_rows_with_times_of_their_own_are_workouts_by_day_and_name(tmp_path: Path) -> None:
    reading = read(
        tmp_path / "f",
        "date,exercise,reps,workout\n5/31/24 6:05 pm,A,5,Push\n5/31/24 6:00 pm,A,5,Push\n"
        "5/31/24 7:00 pm,A,5,Pull\n6/2/24 6:00 pm,B,5,\n",
    )
    assert reading.date_order == "mdy"
    assert [(each.source_key, str(each.started_at)) for each in reading.workouts()] == [
        ("2024-05-31 Push", "2024-05-31 18:00:00"),
        ("2024-05-31 Pull", "2024-05-31 19:00:00"),
        ("2024-06-02", "2024-06-02 18:00:00"),
    ]
    assert str(next(iter(reading.sets())).performed_at) == "2024-05-31 18:05:00"


@pytest.mark.parametrize(
    ("cell", "start"),
    [
        ("2024-05-31", "2024-05-31 00:00:00"),
        ("31. Mai 2024", "2024-05-31 00:00:00"),
        ("May 31, 2024, 6:05 PM", "2024-05-31 18:05:00"),
        ("2024-05-31T18:05:00Z", "2024-05-31 18:05:00+00:00"),
        ("2024-05-31 18:05 +0200", "2024-05-31 18:05:00+02:00"),
        ("31.05.2024 18.05", "2024-05-31 18:05:00"),
        ("31/05/24", "2024-05-31 00:00:00"),
    ],
)
def test_dates_in_many_forms(tmp_path: Path, cell: str, start: str) -> None:
    reading = read(tmp_path / "f", f'date,exercise,reps\n"{cell}",A,5\n')
    (found,) = reading.workouts()
    assert str(found.started_at) == start


def test_an_offset_among_times_without_one_is_a_bad_row(tmp_path: Path) -> None:
    reading = read(
        tmp_path / "f",
        "date,exercise,reps\n2024-05-31 18:00,A,5\n2024-06-01 18:00,A,5\n2024-06-02T18:00Z,A,5\n",
    )
    (bad,) = reading.rejected
    assert bad.reason == "'2024-06-02T18:00Z' has an offset, among dates without one"


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        ({}, "No column is known for date and exercise; the table has 'Tag'", "'exercise=Übung'"),
        ({"columns": {"date": "Tag"}}, "No column is known for exercise", "'exercise=Übung'"),
        ({"columns": {"day": "Tag"}}, "'day' is no field of a table", "the fields are date"),
        ({"columns": {"date": "Datum"}}, "has no column 'Datum'; it has 'Tag', 'Übung'", "NAME"),
        (
            {"columns": {**COLUMNS, "distance": "Gewicht (kg)", "weight": "Wdh", "reps": "Laune"}},
            "unit of the column 'Gewicht (kg)' is not known",
            "units of a distance: m",
        ),
    ],
)
def test_what_cannot_be_mapped_is_refused(
    tmp_path: Path, options: dict[str, Any], message: str, hint: str
) -> None:
    with pytest.raises(InvalidError) as caught:
        read(tmp_path / "f", GERMAN, **options)
    assert message in caught.value.message
    assert hint in caught.value.hints[0]


def test_a_unit_that_nobody_says_is_asked_for(tmp_path: Path) -> None:
    reading = read(tmp_path / "f", "date,exercise,weight,reps\n2024-05-31,A,60,5\n")
    assert (reading.unit, reading.unit_certain) == ("kg", False)
    given = read(tmp_path / "f", "date,exercise,weight,reps\n2024-05-31,A,60,5\n", unit="lb")
    assert [each.load_unit for each in given.sets()] == ["lb"]


@given(cells=st.lists(st.text(max_size=12), min_size=8, max_size=8))
def test_whatever_stands_in_cells_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str]
) -> None:
    row = ",".join(f'"{each.replace(chr(34), "")}"' for each in cells)
    text = f"date,exercise,weight,reps,sets,duration,kind,superset\n2024-05-31,A,1,1,,,,\n{row}\n"
    refused_or_sound(
        tmp_path_factory.getbasetemp(), "table", text.encode(errors="replace"), Options(unit="kg")
    )
