"""GymBook: words of the phone's language in the header and in the cells."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.readers.files import (
    counted,
    only_workout,
    read,
    read_as,
    real,
    refused_or_sound,
    shape,
    told,
    volume,
)
from tests.core.readers.hostile import few
from workout_core.errors import InvalidError
from workout_core.transfer.reading import Options

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "Data,Programma,Orario,Esercizio,Zona,Gruppi muscolari (Primari),Gruppi muscolari (Secondari),"
    "Set / Set di riscaldamento / Set di defaticamento,Ripetizioni / Tempo,Peso / Distanza,Appunti,Saltato"
)
FILE = f"""{HEADER}
03/02/25,"Giorno A",18:30,"Panca Piana",Torace,"Pettorali",,Set di riscaldamento,"10 ripetizioni","20,00 kg",,No
03/02/25,"Giorno A",18:33,"Panca Piana",Torace,"Pettorali",,Set,"8 ripetizioni","62,50 kg","bene",No
03/02/25,"Giorno A",18:36,"Panca Piana",Torace,"Pettorali",,Set,"8 ripetizioni","62,50 kg",,Sì
03/02/25,"Giorno A",18:40,"Panca Piana",Torace,"Pettorali",,Set di defaticamento,"12 ripetizioni","40,00 kg",,No
03/02/25,"Giorno A",18:45,"Plank",Addome,"Addominali",,Set,"30 secondi","0,00 kg",,No
03/02/25,"Giorno A",18:50,"Camminata",Cardio,"Polpacci",,Set,"6 minuti","0,55 km",,No
03/02/25,,19:30,"Crunch",Addome,"Addominali",,Set,"20 ripetizioni","0,00 kg",,No
28/01/25,"Giorno A",18:00,"Panca Piana",Torace,"Pettorali",,Set,"1 ripetizione","1.100,00 kg",,No
"""
GERMAN = """Datum;Programm;Uhrzeit;Übung;Bereich;Muskelgruppen (Primär);Muskelgruppen (Sekundär);\
Satz / Aufwärmsatz / Abkühlsatz;Wiederholungen / Zeit;Gewicht / Entfernung;Notizen;Übersprungen
01.02.2025;A;18:30;Kniebeuge;Beine;;;Aufwärmsatz;5 Wiederholungen;20,00 kg;;Nein
01.02.2025;A;18:35;Kniebeuge;Beine;;;Satz;5 Wiederholungen;60,00 kg;;Nein
01.02.2025;A;18:40;Laufband;Cardio;;;Satz;6:30 Minuten;1.234,50 m;;Ja
01.02.2025;A;18:40;Laufband;Cardio;;;Satz;6:30 Minuten;1.234,50 m;;Nein
"""
ENGLISH = """\ufeffDATE,WORKOUT,TIME,EXERCISE,REGION,MUSCLE GROUPS (PRIMARY),MUSCLE GROUPS (SECONDARY),\
SET / WARM-UP SET / COOL-DOWN SET,REPETITIONS / TIME,WEIGHT / DISTANCE,NOTES,SKIPPED
02/13/25,A,6:30 PM,Squat,Legs,,,Warm-Up Set,5 repetitions,45.00 lb,,No
02/13/25,A,6:35 PM,Squat,Legs,,,Set,5 repetitions,135.00 lb,,No
02/13/25,A,6:35 PM,Squat,Legs,,,Set,5 repetitions,135.00 lb,,Yes
"""


def test_a_workout_is_what_a_program_holds_on_a_day(tmp_path: Path) -> None:
    reading = read(tmp_path, FILE)
    assert shape(reading) == [
        ("2025-01-28 Giorno A", [("Panca Piana", 1)]),
        ("2025-02-03 Giorno A", [("Panca Piana", 3), ("Plank", 1), ("Camminata", 1)]),
        ("2025-02-03", [("Crunch", 1)]),
    ]
    assert (reading.format, reading.rows, reading.rows_not_sets) == (
        "gymbook",
        8,
        {"Saltato=Sì": 1},
    )
    assert (reading.date_order, reading.date_certain) == ("dmy", True)
    assert [each.started_at.isoformat() for each in reading.workouts()][1:] == [
        "2025-02-03T18:30:00",
        "2025-02-03T19:30:00",
    ]


def test_cells_name_their_units(tmp_path: Path) -> None:
    sets = list(read(tmp_path, FILE).sets())
    names = ("kind", "reps", "load_value", "load_unit", "duration_s", "distance_m")
    assert [told(each, *names) for each in sets] == [
        ("working", 1, Decimal(1100), "kg", None, None),
        ("warmup", 10, Decimal(20), "kg", None, None),
        ("working", 8, Decimal("62.5"), "kg", None, None),
        ("backoff", 12, Decimal(40), "kg", None, None),
        ("working", None, None, None, Decimal(30), None),
        ("working", None, None, None, Decimal(360), Decimal(550)),
        ("working", 20, None, None, None, None),
    ]
    assert sets[1].performed_at == datetime(2025, 2, 3, 18, 30)
    assert (sets[2].note, sets[3].raw) == ("bene", "Set di defaticamento")


@pytest.mark.parametrize(
    ("content", "last", "unit"),
    [
        (GERMAN, ("working", None, Decimal(390), Decimal("1234.5")), "kg"),
        (ENGLISH, ("working", 5, None, None), "lb"),
    ],
)
def test_other_languages(tmp_path: Path, content: str, last: tuple[object, ...], unit: str) -> None:
    reading = read(tmp_path, content)
    sets = list(reading.sets())
    assert sets[0].kind == "warmup"
    assert told(sets[-1], "kind", "reps", "duration_s", "distance_m") == last
    assert (reading.unit, reading.unit_certain, reading.date_certain) == (unit, True, True)
    assert sum(reading.rows_not_sets.values()) == 1
    assert not reading.rejected


def test_a_language_that_is_not_known_is_refused_by_its_words(tmp_path: Path) -> None:
    foreign = FILE.replace("Esercizio", "Harjoitus").replace("Peso / Distanza", "Paino / Matka")
    with pytest.raises(InvalidError, match=r"lacks exercise, load.*'Harjoitus', 'Paino / Matka'"):
        read(tmp_path, foreign)


def test_words_that_are_not_known_leave_a_row_out(tmp_path: Path) -> None:
    changed = FILE.replace("30 secondi", "30 giri").replace("0,55 km", "0,55 leghe")
    changed = changed.replace('Set di defaticamento,"12', 'Set lungo,"12')
    changed = changed.replace("18:30", "18:75")
    reasons = [(each.line, each.reason) for each in read(tmp_path, changed).rejected]
    assert [line for line, _ in reasons] == [2, 5, 6, 7]
    assert "18:75" in reasons[0][1]
    assert "Set lungo" in reasons[1][1]
    assert "30 giri" in reasons[2][1]
    assert "0,55 leghe" in reasons[3][1]


def test_dates_that_stay_open_are_asked_about_and_may_be_given(tmp_path: Path) -> None:
    head, *rows = FILE.splitlines()
    short = "\n".join([head, *rows[:6]])
    assert not read(tmp_path, short).date_certain
    given_order = read(tmp_path, short, Options(date_order="mdy"))
    assert given_order.date_certain
    assert only_workout(given_order).started_at.date().isoformat() == "2025-03-02"


def test_order_of_columns_and_what_is_not_known_do_not_matter(tmp_path: Path) -> None:
    rows = [line.split(",") for line in ENGLISH.replace("\ufeff", "").splitlines()]
    turned = "\r\n".join(",".join([*reversed(row), f"x{at}"]) for at, row in enumerate(rows))
    reading = read_as(tmp_path, turned + "\r\n\r\n", "gymbook")
    assert shape(reading) == shape(read(tmp_path, ENGLISH))
    assert reading.unknown_columns == ["x0"]
    assert only_workout(reading).extras["columns"][0]["text"] == "x1"


def test_a_real_file() -> None:
    reading, truth = real("gymbook/1")
    assert counted(reading).items() <= truth.items()
    assert float(volume(reading)) == truth["volume_kg_total"]
    assert (reading.rows, reading.rows_not_sets) == (truth["rows_data"], truth["rows_not_sets"])
    starts = [each.started_at for each in reading.workouts()]
    assert str(min(starts)) == truth["first"]
    kinds = [each.kind for each in reading.sets()]
    assert kinds.count("warmup") == truth["set_types"]["warmup"]
    assert sum(each.duration_s or 0 for each in reading.sets()) == truth["duration_seconds_total"]


@few
@given(st.binary() | st.text('0123/ ",:kgSetminNoSi\n', max_size=200).map(str.encode))
def test_any_bytes_are_refused_or_read(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    for content in (tail or b" ", HEADER.encode() + b"\n" + tail, FILE.encode() + tail):
        refused_or_sound(folder, "gymbook", content, Options())
