"""Measurements and their types, as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_cli.console import styled, width
from workout_cli.layout import Column, Table
from workout_cli.views import View
from workout_cli.widths import wrapped
from workout_cli.wording import day, near, number, time_of_day
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_core.body.schemas import (
        LatestRead,
        MeasurementRead,
        MeasurementTypeList,
        MeasurementTypeRead,
    )
    from workout_core.paging import Page

MOMENT: Final = 13  # so much of an id is the millisecond
WHOLE: Final = 36
COLUMNS: Final = (
    Column("id"),
    Column("date", told=near),
    Column("measured", shrinks=True, typed=True),
    Column("value", "right"),
    Column("unit", typed=True),
    Column("note", shrinks=True, typed=True),
)
TYPES: Final = (
    Column("type", typed=True),
    Column("name", shrinks=True, typed=True),
    Column("unit", typed=True),
    Column("own"),
    Column("aliases", shrinks=True),
)


def measurement_text(result: MeasurementRead) -> str:
    told = f"{clean(result.name)} {number(result.value)} {clean(result.unit)}".rstrip()
    at = f"{day(result.local_date)} {time_of_day(result.measured_at, result.local_date)}"
    lines = [f"{styled(told, 'bold')}  {at}  {styled(str(result.id)[:MOMENT], 'dim')}"]
    for line in clean(result.note or "", lines=True).splitlines():
        lines += [f"  {part}" for part in wrapped(line, width() - 2)]
    return "\n".join(lines)


def _row(each: MeasurementRead, digits: int = MOMENT) -> tuple[str, ...]:
    when = each.local_date.isoformat()
    return (str(each.id)[:digits], when, each.name, number(each.value), each.unit, each.note or "")


def _table(items: Sequence[MeasurementRead]) -> Table:
    """Measurements with as much of their ids as tells them apart: a scale takes several at once."""
    ids = [str(each.id) for each in items]
    apart = (n for n in range(MOMENT, WHOLE) if len({each[:n] for each in ids}) == len(ids))
    digits = next(apart, WHOLE)
    rows = [_row(each, digits) for each in items]
    return Table(COLUMNS, rows, numbered=len(rows))


def _one(result: MeasurementRead) -> Table:
    return Table(COLUMNS, [_row(result)])


def _listed(result: Page[MeasurementRead] | LatestRead) -> Table:
    return _table(result.items)


def _type_row(each: MeasurementTypeRead) -> tuple[str, ...]:
    return (each.slug, each.name, each.unit, "yes" if each.own else "", ", ".join(each.aliases))


def _types(result: MeasurementTypeList) -> Table:
    return Table(TYPES, [_type_row(each) for each in result.items])


def _removed(result: MeasurementRead) -> str:
    return f"removed {measurement_text(result)}"


MEASUREMENT: Final = View(_one, measurement_text, columns=COLUMNS)
MEASUREMENTS: Final = View(_listed, lists="MeasurementRead", columns=COLUMNS)
MEASURED_TYPES: Final = View(_types, lists="MeasurementTypeRead", columns=TYPES)
GONE: Final = View(_one, _removed, columns=COLUMNS)
