"""What scales and body trackers write, and tables of measurements of one's own."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.core.readers.files import FILES, acceptable, read
from tests.core.readers.test_recognise import refusal
from workout_core.errors import InvalidError
from workout_core.transfer.formats import FORMATS, recognise
from workout_core.transfer.measured_columns import measured_column
from workout_core.transfer.reading import Options
from workout_core.transfer.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from workout_core.transfer.reading import Reading

RENPHO = "Weight(kg),BMI,Body Fat(%),Skeletal Muscle(%),Visceral Fat,Remarks\n"


def told(reading: Reading) -> list[tuple[str, str, str]]:
    """The keys with values and units; all of it is fit for an import."""
    found = acceptable(reading).measurements()
    return [(each.source_key, f"{each.value:f}", each.unit) for each in found]


def own(path: Path, text: str, format: str = "measurements", **options: Any) -> Reading:
    path.write_text(text)
    return FORMATS[format].read(Source(path), Options(**options))


@pytest.mark.parametrize(
    "header",
    [
        "Date,Weight (lb),Fat mass (lb),Bone mass (lb),Comments",
        "Date,Gewicht (lb),Fettmasse (lb),Knochenmasse (lb),Kommentare",
        "Date,Poids (lb),Masse grasse (lb),Masse osseuse (lb),Commentaires",
    ],
)
@pytest.mark.parametrize("row", ["2024-05-31 07:00:15,180.4,,,", '31/05/24 07:00,"180,4",0,,'])
def test_withings_in_every_language(tmp_path: Path, header: str, row: str) -> None:
    reading = read(tmp_path / "f", f"{header}\n{row}\n")
    (found,) = reading.measurements()
    assert (reading.format, found.type, found.unit) == ("withings", "weight", "lb")
    assert (found.value, str(found.measured_at)[:16]) == (Decimal("180.4"), "2024-05-31 07:00")
    assert (reading.unit, reading.unit_certain) == ("lb", True)


def test_what_stands_twice_is_read_once_and_what_differs_has_its_own_key(tmp_path: Path) -> None:
    data = (
        "Date,Weight (kg),Fat mass (kg),Muscle mass (kg)\n"
        "2024-05-31 07:00:00,82.5,,0\n2024-05-31 07:00:00,82.5,,\n2024-05-31 07:00:00,82.9,15.5,\n"
        "2024-05-30 07:00:00,,,\n2024-05-29 07:00:00,1100,,\n"
    )
    reading = read(tmp_path / "f", data)
    assert told(reading) == [
        ("weight 2024-05-31 07:00:00", "82.5", "kg"),
        ("weight 2024-05-31 07:00:00 (2)", "82.9", "kg"),
        ("fat_mass 2024-05-31 07:00:00", "15.5", "kg"),
    ]
    assert (reading.rows, reading.rows_repeated) == (5, 1)
    assert reading.rows_not_sets == {"nothing was measured": 1}
    (bad,) = reading.rejected
    assert (bad.line, bad.reason) == (6, "Weight: 1100kg is no weight that a body has")


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        ("Date, Time,", "02/04/2026,05:23:48,"),
        ("Time of Measurement,", '"2026.04.02, 5:23:48 am",'),
        ("Time of Measurement,", "2026.04.02, 5:23:48 am,"),
        ("Date,", "2026-04-02 05:23:48,"),
        ("Date,", "2026-04-02T05:23:48,"),
        ("Date,", '"Apr 2, 2026, 5:23:48 AM",'),
    ],
)
def test_renpho_has_its_dates_in_many_forms(tmp_path: Path, columns: str, cells: str) -> None:
    data = f"{columns}{RENPHO}{cells}86.95, 29.1,--,44.5,0.0, --\n"
    reading = read(tmp_path / "f", data, date_order="dmy")
    assert reading.format == "renpho"
    at = "2026-04-02 05:23:48"
    assert told(reading) == [
        (f"weight {at}", "86.95", "kg"),
        (f"bmi {at}", "29.1", ""),
        (f"skeletal_muscle {at}", "44.5", "percent"),
    ]
    assert all(each.note is None for each in reading.measurements())


def test_days_that_follow_closely_tell_their_order(tmp_path: Path) -> None:
    data = f"Date, Time,{RENPHO}02/04/2026,05:23,86.9,29,30,44,12,--\n01/04/2026,05:23,87,29,30,44,12,tired\n"
    close = read(tmp_path / "f", data)
    assert (close.date_order, close.date_certain) == ("dmy", True)
    assert close.date_reason == "only as day, month, year the days follow closely"
    found = list(close.measurements())
    assert str(found[0].measured_at) == "2026-04-02 05:23:00"
    assert [each.note for each in found[::5]] == [None, "tired"]
    apart = read(tmp_path / "f", data.replace("02/04", "02/02"))
    assert (apart.date_order, apart.date_certain) == ("dmy", False)
    said = read(tmp_path / "f", data, date_order="mdy")
    assert str(next(iter(said.measurements())).measured_at) == "2026-02-04 05:23:00"


def test_a_family_is_read_whole_and_told_of(tmp_path: Path) -> None:
    header = "Time,Family Members,WEIGHT (kg),BODY FAT %,MUSCLE MASS %,BODY TYPE\n"
    one = "2026-01-15 08:30:00,ann,80.5,0.000000,73.800000,lean\n"
    alone = read(tmp_path / "f", header + one)
    assert told(alone) == [
        ("weight 2026-01-15 08:30:00", "80.5", "kg"),
        ("muscle_share 2026-01-15 08:30:00", "73.8", "percent"),
    ]
    assert (alone.warnings, alone.unknown_columns) == ([], ["BODY TYPE"])
    assert [each.note for each in alone.measurements()] == ["BODY TYPE: lean", None]
    family = read(tmp_path / "f", header + one + "2026-01-14 08:30:00,bo,60.5,0,0,\n")
    assert [each.note for each in family.measurements()] == [*("ann\nBODY TYPE: lean", "ann", "bo")]
    assert "2 people ('ann', 'bo')" in family.warnings[0]


def test_the_body_tracker_of_fitnotes(tmp_path: Path) -> None:
    data = (
        "Date,Time,Measurement,Value,Unit\n2018-07-30,12:18:42,Bodyweight,167.5,lbs\n"
        "2018-07-30,12:18:42,Body Fat,18.5,%\n2018-07-30,12:18:42,Left Bicep,38.5,cm\n"
        "2018-07-30,12:18:42,Grip,41,kgs\n2018-07-30,12:18:42,Waist,84,kgs\n"
    )
    reading = read(tmp_path / "f", data)
    at = "2018-07-30 12:18:42"
    assert (reading.format, reading.unit, reading.unit_certain) == ("fitnotes", "lb", True)
    assert told(reading) == [
        (f"weight {at}", "167.5", "lb"),
        (f"body_fat {at}", "18.5", "percent"),
        (f"left_arm {at}", "38.5", "cm"),
        (f"Grip {at}", "41", "kg"),
    ]
    assert [each.reason for each in reading.rejected] == ["'Waist' is not measured in 'kg'"]


def test_a_table_of_measurements_as_a_person_maps_it(tmp_path: Path) -> None:
    data = "Tag;Waga;Taille;Griff (kg);Laune\n31.05.2024;82,5;84,5;41;gut\n2024-06-01;180 lbs;;;\n"
    columns = {"date": "Tag", "weight": "waga", "Grip strength": "Griff", "note": "Laune"}
    reading = own(tmp_path / "f", data, columns=columns, unit="kg")
    assert told(reading) == [
        ("weight 2024-05-31 00:00:00", "82.5", "kg"),
        ("waist 2024-05-31 00:00:00", "84.5", "cm"),
        ("Grip strength 2024-05-31 00:00:00", "41", "kg"),
        ("weight 2024-06-01 00:00:00", "180", "lb"),
    ]
    assert next(iter(reading.measurements())).note == "gut"
    guessed = own(tmp_path / "f", data, columns=columns)
    assert (guessed.unit, guessed.unit_certain) == ("kg", False)
    assert guessed.unit_reason == "guessed: the weights lie around 82.5"
    heavy = own(tmp_path / "f", "date,weight\n2024-01-01,180\n2024-01-02,182\n")
    assert (heavy.unit, heavy.unit_certain) == ("lb", False)


@pytest.mark.parametrize(
    ("columns", "message", "hint"),
    [
        (
            {},
            "No column is known for date and weight; the table has 'Tag', 'Zahl', 'Grad (°C)'",
            None,
        ),
        ({"weight": "Zahl"}, "No column is known for date", "--column date=Tag"),
        (
            {"date": "Day", "weight": "Zahl"},
            "has no column 'Day'; it has 'Tag', 'Zahl'",
            "FIELD=NAME",
        ),
        ({"date": "Tag", "weight": "Tag"}, "given for two fields", "its own"),
        ({"date": "Tag", "waist": "Grad"}, "has a unit in which waist is not measured", "brackets"),
    ],
)
def test_what_cannot_be_mapped_is_refused(
    tmp_path: Path, columns: dict[str, str], message: str, hint: str | None
) -> None:
    with pytest.raises(InvalidError) as caught:
        own(tmp_path / "f", "Tag,Zahl,Grad (°C)\n2024-01-01,80,20\n", columns=columns)
    assert message in caught.value.message
    assert hint is None or hint in caught.value.hints[0]


def test_an_unknown_unit_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path, "Date,Weight (st),Fat mass (st),Comments\n2024-01-01,12,2,\n")
    assert "not understood: 'Weight (st)', 'Fat mass (st)'" in error.message


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("Muscle mass (%)", ("muscle_share", "percent")),
        ("weight_kg", ("weight", "kg")),
        ("Body Fat", ("body_fat", "percent")),
        ("BMI (kg/m²)", ("bmi", "")),
        ("Körperfett [kg]", ("fat_mass", "kg")),
        ("Waist", ("waist", None)),
        ("Visceral fat (%)", None),
        ("Waist (kg)", None),
        ("Mood", None),
    ],
)
def test_a_column_says_what_it_holds(header: str, meant: tuple[str, str | None] | None) -> None:
    assert measured_column(header) == meant


@pytest.mark.parametrize("name", ["withings/1", "renpho/1", "eufy/1", "fitnotes/10"])
def test_real_files(name: str) -> None:
    path = FILES / f"{name}.csv"
    if not path.is_file():
        pytest.skip(f"{FILES} is not here")
    truth = json.loads(path.with_suffix(".truth.json").read_text())
    source = Source(path)
    reading = recognise(source).read(source, Options())
    told(reading)
    weights = [each for each in reading.measurements() if each.type == "weight"]
    values = [each.value for each in weights]
    times = sorted(str(each.measured_at) for each in weights)
    of_weight = truth.get("bodyweight", truth)
    assert (reading.rows, len(values)) == (truth["rows"], of_weight.get("n") or truth["weights"])
    assert [float(f(values)) for f in (min, max, sum)] == [
        pytest.approx(of_weight[each]) for each in ("min", "max", "sum")
    ]
    assert (times[0], times[-1]) == (of_weight["first"], of_weight["last"])
    assert {each.unit for each in weights} == {truth.get("unit", "lb")}
    assert not reading.rejected
