"""A table of measurements that no app is known to write: a row a moment, a column a type.

A person says which column is which type (`--column waist=Taille`), one of the built-in ones or one of their own;
columns that are called as types are, in the languages of scales, are understood without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.body.types import type_called
from workout_core.errors import InvalidError
from workout_core.transfer import text
from workout_core.transfer.measured_columns import FIELDS, measured_column
from workout_core.transfer.measurement_table import MeasurementReader
from workout_core.transfer.own_columns import mapping_hint, own_columns, shown
from workout_core.transfer.own_words import likely
from workout_core.transfer.tables import first_line

if TYPE_CHECKING:
    from workout_core.transfer.measured_columns import MeasuredColumn
    from workout_core.transfer.source import Source
    from workout_core.transfer.tables import Columns

OTHERS: Final = frozenset(("date", "time", "note"))


class OwnMeasurementsReader(MeasurementReader):
    name = "measurements"
    needed = ("date",)

    @classmethod
    def recognises(cls, source: Source) -> bool:
        """Never: only a person knows what such a table means."""
        return False

    def understood(self) -> Columns:
        self._given = {_field(each): of for each, of in self.options.columns.items()}
        columns = own_columns(first_line(self.source), self._given, self.field_of)
        if "date" not in columns.at and "time" in columns.at and "time" not in self._given:
            columns.at["date"] = columns.at.pop("time")
        lacking = [] if "date" in columns.at else ["date"]
        if not any(each not in OTHERS for each in columns.at):
            lacking.append("weight")
        if lacking:
            raise InvalidError(
                f"No column is known for {' and '.join(lacking)}; the table has {shown(columns.header)}",
                hints=[mapping_hint(self.name, columns.header, lacking, _likely)],
            )
        return columns

    def measured_columns(self) -> dict[int, MeasuredColumn]:
        found = super().measured_columns()
        for field in self._given.keys() - OTHERS:
            at = self.columns.at[field]
            header = self.columns.header[at]
            column = measured_column(header, field)
            if column is None:
                raise InvalidError(
                    f"The column {text.quoted(header)} has a unit in which {field} is not measured",
                    hints=["write the unit in brackets: Taille (cm), Gewicht (kg), Fett (%)"],
                )
            found[at] = column
        return dict(sorted(found.items()))


def _field(word: str) -> str:
    """A field that a person names: the date, the time, a note, or a type."""
    folded = text.fold(word)
    if folded in OTHERS:
        return folded
    known = type_called(word)
    return known.slug if known else text.label(word, "type's name")


def _likely(name: str) -> str | None:
    """What a column is probably for."""
    if column := measured_column(name):
        return column.type
    found = FIELDS.get(name) or likely(name)
    return found if found in OTHERS | {"weight"} else None
