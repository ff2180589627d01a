"""What a FitNotes backup holds of the body: weights and shares of fat, and in newer versions any measurement."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from workout_core.transfer import text
from workout_core.transfer.readers.fitnotes_log import cell_of, note_of, unit_of_settings
from workout_core.transfer.reading import SourceMeasurement
from workout_core.transfer.sqlite_file import SqliteFile
from workout_core.units import EXACT_PER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.transfer.source import Source

UNITS: Final = {
    "": "",
    "kg": "kg",
    "kgs": "kg",
    "lb": "lb",
    "lbs": "lb",
    "cm": "cm",
    "in": "in",
    "%": "percent",
}
TYPES: Final = {"bodyweight": "weight", "body weight": "weight", "body fat": "body_fat"}
POUND_KG: Final = Decimal(EXACT_PER["lb"]) / EXACT_PER["kg"]


def measurements(source: Source, unread: list[str]) -> Iterator[SourceMeasurement]:
    """What was measured, each once; what cannot be read is added to `unread`."""
    with SqliteFile(source) as file:
        keys: set[str] = set()
        for each in (*_weights(file, unread), *_records(file, unread)):
            if each.source_key not in keys:  # newer versions keep weights in both tables
                keys.add(each.source_key)
                yield each


def _weights(file: SqliteFile, unread: list[str]) -> Iterator[SourceMeasurement]:
    unit = unit_of_settings(file)
    columns = ("date", "body_weight_metric", "body_fat", "comments")
    for date, weight, fat, note in file.rows("BodyWeight", columns, ("date", "_id")):
        try:
            value = _number(weight)
            if unit == "lb":
                value = text.rounded(value / POUND_KG, text.HUNDREDTH)
            found = (("weight", value, str(unit)), ("body_fat", _number(fat), "percent"))
            yield from (_measured(*each, str(date), note) for each in found if each[1] > 0)
        except ValueError as error:
            unread.append(f"a body weight of {text.quoted(str(date))}: {error}")


def _records(file: SqliteFile, unread: list[str]) -> Iterator[SourceMeasurement]:
    units: dict[int, str] = dict(file.rows("MeasurementUnit", ("_id", "short_name")))
    types = {
        each: (str(name), units.get(unit, ""))
        for each, name, unit in file.rows("Measurement", ("_id", "name", "unit_id"))
    }
    columns = ("measurement_id", "date", "time", "value", "comment")
    for each, date, time, value, words in file.rows("MeasurementRecord", columns, columns[1:3]):
        if each not in types:
            unread.append(f"a measurement of {text.quoted(str(date))}: nobody knows of what")
            continue
        name, unit = types[each]
        try:
            known = _unit(unit)
            yield _measured(_type(name), _number(value), known, f"{date} {time}", words)
        except ValueError as error:
            unread.append(f"a measurement of {text.quoted(str(date))}: {error}")


def _type(name: str) -> str:
    """The slug of what was measured, else its own name."""
    label = text.label(name, "name of a measurement")
    return TYPES.get(label.casefold(), label)


def _unit(word: str | None) -> str:
    known = UNITS.get((word or "").casefold())
    if known is None:
        raise ValueError(f"the unit {text.quoted(word or '')} is not known")
    return known


def _number(value: object) -> Decimal:
    number = text.number(cell_of(value)) or Decimal(0)
    return text.rounded(number, text.HUNDREDTH)


def _measured(type_: str, value: Decimal, unit: str, time: str, note: Any) -> SourceMeasurement:
    at = text.local_time(time)
    return SourceMeasurement(f"{type_} {at}", type_, value, unit, at, note=note_of(note))
