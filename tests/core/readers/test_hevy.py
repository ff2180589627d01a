from __future__ import annotations

import csv
import io
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import (
    assert_as_in_truth,
    assert_read_or_refused,
    content,
    read,
    shape,
    values,
)
from tests.core.readers.hostile import few
from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)
PULL = '"Pull 💪","22 Dec 2025, 08:00","22 Dec 2025, 09:15","felt\\ngood"'
PUSH = '"Push","3 Mar 2025, 7:05","5 Mar 2025, 13:05",""'
CLASSIC = f"""{HEADER}
{PULL},"Pull Up (Assisted)",0,"slow\\nand deep",0,"warmup",20,8,,0,6.5
{PULL},"Pull Up (Assisted)",0,"slow\\nand deep",1,"normal",10,10,,0,
{PULL},"Face Pull",0,"",0,"failure",27.5,0,,,10\r
{PULL},"Face Pull",0,"",1,"dropset",20,12,,,
{PULL},"Face Pull",,"",0,"normal",25,12,,,
{PULL},"Plank",,"",0,"normal",,,,75,
{PULL},"Running",,"two
lines",0,"normal",,0,2.5,900,
{PUSH},"Bench Press (Barbell)",,"",0,"normal",62.5,5,,,
"""


def test_the_classic_file(tmp_path: Path) -> None:
    reading = read(tmp_path / "hevy.csv", CLASSIC)
    assert values(reading, "format dialect unit unit_certain rows") == [
        "hevy",
        "csv",
        "kg",
        True,
        8,
    ]
    assert shape(reading) == [
        ("2025-03-03 07:05:00", [("Bench Press (Barbell)", 1)]),
        (
            "2025-12-22 08:00:00",
            [
                ("Pull Up (Assisted)", 2),
                ("Face Pull", 2),
                ("Face Pull", 1),
                ("Plank", 1),
                ("Running", 1),
            ],
        ),
    ]
    push, pull = reading.workouts()
    assert values(pull, "name note extras") == ["Pull 💪", "felt\ngood", {}]
    assert pull.ended_at == datetime.fromisoformat("2025-12-22 09:15")
    assert values(push, "ended_at extras") == [None, {"end": "5 Mar 2025, 13:05"}]
    assert "1 workout has no end" in reading.warnings[0]
    assert [each.superset for each in pull.executions] == [0, 0, None, None, None]
    assert [each.note for each in pull.executions] == [
        "slow\nand deep",
        None,
        None,
        None,
        "two\nlines",
    ]


def test_nothing_is_invented(tmp_path: Path) -> None:
    _, pull = read(tmp_path / "hevy.csv", CLASSIC).workouts()
    assisted, pulls, _, plank, run = (each.sets for each in pull.executions)
    names = "kind load_value load_unit load_mode reps duration_s rpe effort_scale"
    assert values(assisted[0], names) == [
        *("warmup", 20, "kg", "assisted", 8),
        *(None, Decimal("6.5"), "rpe"),
    ]
    assert values(pulls[0], names) == [
        "failure",
        Decimal("27.5"),
        "kg",
        "absolute",
        0,
        None,
        10,
        "rpe",
    ]
    assert pulls[1].kind == "drop"
    assert values(plank[0], names) == ["working", None, None, None, None, 75, None, None]
    assert values(run[0], "reps distance_m distance_value distance_unit duration_s") == [
        *(None, 2500, Decimal("2.5")),
        *("km", 900),
    ]


def test_units_are_chosen_one_by_one(tmp_path: Path) -> None:
    mixed = CLASSIC.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles")
    reading = read(tmp_path / "hevy.csv", mixed)
    assert reading.unit == "lb"
    assert {each.load_unit for each in reading.sets()} == {"lb", None}
    assert {each.distance_unit for each in reading.sets()} == {"mi", None}
    in_kg = read(tmp_path / "hevy.csv", CLASSIC.replace("distance_km", "distance_miles"))
    assert {each.load_unit for each in in_kg.sets()} == {"kg", None}
    assert [each.distance_m for each in in_kg.sets() if each.distance_m] == [Decimal("4023.36")]
    bare = CLASSIC.replace("weight_kg", "weight").replace("distance_km", "distance")
    asked = read(tmp_path / "hevy.csv", bare)
    assert not asked.unit_certain
    assert "1 distance has no unit" in asked.warnings[-1]


@pytest.mark.parametrize(
    ("date", "hour"),
    [
        *(("Dec 22, 2025, 1:05 PM", 13), ("Dec 22, 2025, 1:05\u202fPM", 13)),
        *(("22 Dec 2025, 12:05 am", 0), ("December 22, 2025 at 12:05 PM", 12)),
        *(
            ("22. Dez. 2025, 08:05", 8),
            ("22 déc. 2025 à 08:05", 8),
            ("22 dic 2025, 1:05 p. m.", 13),
        ),
        *(("22 de dez. de 2025, 08:05", 8), ("22 dicembre 2025 alle ore 08:05", 8)),
        *(("22 dec. 2025 8:05", 8), ("22 gru 2025, 08:05", 8), ("22 Ara 2025 08:05", 8)),
        *(
            ("22 ARALIK 2025 08:05", 8),
            ("22 дек. 2025 г., 08:05", 8),
            ("22 decembrie 2025, 08:05", 8),
        ),
        *(("22 jouluk. 2025 klo 8.05", 8), ("22 december 2025 kl. 08:05", 8)),
        *(
            ("2025年12月22日 下午1:05", 13),
            ("2025년 12월 22일 오후 1:05", 13),
            ("22 12월 2025, 08:05", 8),
            ("22 12月 2025, 08:05", 8),
            ("22 十二月 2025, 下午1:05", 13),
            ("22 thg 12 2025, 08:05", 8),
            ("\u200f٢٢ ديسمبر ٢٠٢٥، ٠٨:٠٥\u200f", 8),
            ("22 ديسمبر 2025, 1:05 م", 13),
            ("22 בדצמ׳ 2025, 08:05", 8),
            ("2025-12-22 08:05:00", 8),
        ),
    ],
)
def test_dates_in_the_language_of_the_app(tmp_path: Path, date: str, hour: int) -> None:
    data = CLASSIC.replace("3 Mar 2025, 7:05", date)
    reading = read(tmp_path / "hevy.csv", data)
    assert reading.rejected == []
    assert f"2025-12-22 {hour:02}:05:00" in {each.source_key for each in reading.workouts()}


def test_a_month_that_nobody_knows_refuses_the_file(tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match="No month is known here as 'Brumaire'") as refused:
        read(tmp_path / "hevy.csv", CLASSIC.replace("Mar", "Brumaire"))
    assert "English" in refused.value.hints[0]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("what is this", "1 fields where the header has 14"),
        (PUSH.replace("7:05", "") + ',"X",,"",0,"normal",1,1,,,', "is no date"),
        (PUSH.replace("7:05", "13:05 PM") + ',"X",,"",0,"normal",1,1,,,', "clock of twelve"),
        (
            PUSH.replace("3 Mar", "31 Feb") + ',"X",,"",0,"normal",1,1,,,',
            "no day or time that exists",
        ),
        (PUSH.replace("2025", "1125") + ',"X",,"",0,"normal",1,1,,,', "not in the years"),
        (PUSH + ',"X",,"",0,"normal",heavy,1,,,', "weight 'heavy' is no number"),
        (PUSH + ',"X",,"",0,"normal",1,1.5,,,', "no whole number"),
        (PUSH + ',"",,"",0,"normal",1,1,,,', "no exercise's name"),
        (PUSH + ',"X",,"",0,"normal",,,,99999999,', "more than 1,000,000"),
        (PUSH + ',"X",,"",0,"normal",1,1,,,11', "rpe '11' is not between"),
    ],
)
def test_a_broken_row_is_told(tmp_path: Path, broken: str, reason: str) -> None:
    reading = read(tmp_path / "hevy.csv", CLASSIC + broken + "\n")
    assert [each.line for each in reading.rejected] == [11]
    assert reason in reading.rejected[0].reason
    assert len(list(reading.sets())) == 8


def test_a_kind_that_nobody_knows_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path / "hevy.csv", CLASSIC.replace("dropset", "myorep"))
    assert (
        "'myorep' are not known and were read as working sets, as on line 5" in reading.warnings[0]
    )
    assert len(list(reading.sets())) == 8


def table() -> list[list[str]]:
    return list(csv.reader(io.StringIO(CLASSIC, newline="")))


def written(cells: list[list[str]], separator: str = ",", end: str = "\n") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(cells)
    return out.getvalue().encode()


MUTATIONS: dict[str, Callable[[list[list[str]]], bytes]] = {
    "bom": lambda cells: b"\xef\xbb\xbf" + written(cells),
    "utf-16": lambda cells: written(cells).decode().encode("utf-16"),
    "crlf": lambda cells: written(cells, end="\r\n"),
    "semicolon, comma": lambda cells: written(
        [[cell.replace(".", ",") if cell[:1].isdigit() else cell for cell in row] for row in cells],
        ";",
    ),
    "order": lambda cells: written([row[::-1] for row in cells]),
    "upper": lambda cells: written([[name.upper() for name in cells[0]], *cells[1:]]),
    "blank lines": lambda cells: b"\n" + written(cells) + b"\n  \n\n",
    "no last newline": lambda cells: written(cells).rstrip(b"\n"),
    "oldest first": lambda cells: written([cells[0], cells[-1], *cells[1:-1]]),
    "twice": lambda cells: written([*cells, *cells]),
}


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_mutated_files_read_the_same(tmp_path: Path, mutation: str) -> None:
    same = read(tmp_path / "b.csv", MUTATIONS[mutation](table()))
    assert content(same) == content(read(tmp_path / "a.csv", CLASSIC))


def test_files_without_supersets_and_other_columns(tmp_path: Path) -> None:
    absent = {"superset_id", "rpe", "distance_km", "end_time", "set_type"}
    kept = [at for at, name in enumerate(table()[0]) if name not in absent]
    reading = read(tmp_path / "hevy.csv", written([[row[at] for at in kept] for row in table()]))
    assert reading.dialect == "csv without supersets"
    assert len(list(reading.executions())) == 6
    assert {each.kind for each in reading.sets()} == {"working"}


@pytest.mark.parametrize("number", ["1", "2", "5", "8", "10"])
def test_real_files(number: str) -> None:
    assert_as_in_truth(f"hevy/{number}.csv")


@few
@given(noise=st.one_of(st.binary(), st.text('22 Dec05,:"\n\r.x', max_size=100)))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes | str
) -> None:
    tail = noise if isinstance(noise, bytes) else noise.encode()
    path = tmp_path_factory.getbasetemp() / "noise.csv"
    row = f'{HEADER}\n"x","'.encode()
    assert_read_or_refused(path, "hevy", (tail, CLASSIC.encode() + tail, row + tail))
