r"""Rows as lines of a dump: what a person reads, a tab, and in JSON what those words leave out.

    exercise Bench Press\t{"created_at":"2026-11-20T18:30:00Z",...}

The words are no comment: they are read again, so nothing that they say stands in the JSON as well. What they cannot
say as it is (a name with a tab in it) stands there instead.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic_core import from_json, to_json, to_jsonable_python

from workout_core.errors import InvalidError
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.db.executor import Row
    from workout_core.transfer.dump_rows import TableForm

TAB: Final = "\t"


class Words(NamedTuple):
    """What a line of a table begins with, and the columns that are told in words; only the last may have blanks."""

    first: str
    columns: tuple[str, ...] = ()


WORDS: Final[Mapping[str, Words]] = {
    "users": Words("user", ("name",)),
    "exercises": Words("exercise", ("name",)),
    "exercise_aliases": Words("alias", ("alias",)),
    "exercise_muscles": Words("muscle", ("role", "muscle")),
    "training_maxes": Words("training-max", ("since", "value", "unit")),
    "measurements": Words("measurement", ("measured_at", "value", "unit", "type")),
    "measurement_types": Words("measurement-type", ("name",)),
    "goals": Words("goal", ("value", "unit", "type")),
    "gyms": Words("gym", ("name",)),
    "imports": Words("import", ("source", "file_name")),
    "operations": Words("operation", ("at", "action", "entity")),
}


def words_of(table: str) -> Words:
    """How the lines of a table begin; one without words of its own says its name."""
    return WORDS.get(table) or Words(table.replace("_", "-").removesuffix("s"))


def row_line(form: TableForm, row: Row) -> str:
    """A row of any table, by its words."""
    words = words_of(form.name)
    said = _said(words, row)
    left = {
        name: value
        for name, value in row.items()
        if value is not None and not (said and name in words.columns)
    }
    return f"{words.first} {said}".rstrip() + TAB + as_tail(left)


def read_row(form: TableForm, said: str, tail: Row) -> Row:
    """The row that a line says, its values as they stand there."""
    columns = words_of(form.name).columns
    values = said.split(" ", len(columns) - 1) if said and columns else []
    if said and len(values) != len(columns):
        raise InvalidError(f"{clean(said[:40])!r} does not say {', '.join(columns) or 'anything'}")
    return {**dict(zip(columns, values, strict=False)), **tail}


def differing(form: TableForm, row: Row, base: Row) -> Row:
    """What of a row is not as its line says, to the last digit: 2.50 is kept as it was typed."""
    found: Row = {}
    for name, kind, _ in form.columns:
        one, other = row[name], base.get(name)
        if one is not other and (one != other or (kind == "decimal" and str(one) != str(other))):
            found[name] = one
    return found


def blank_row(form: TableForm) -> Row:
    """A row of a table in which nothing is said of anything."""
    return {name: False if kind == "bool" else None for name, kind, _ in form.columns}


def as_tail(values: Mapping[str, Any]) -> str:
    """Values as JSON on one line, in which nothing is hidden."""
    text = to_json(dict(sorted(values.items()))).decode()
    if clean(text) == text:
        return text
    return json.dumps(from_json(text), separators=(",", ":"))


def read_tail(text: str) -> Row:
    """The values behind the tab; none where there is no tab."""
    try:
        found = from_json(text) if text.strip() else {}
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise InvalidError("what stands behind the tab is no JSON object")
    return found


def is_plain(text: str) -> bool:
    """Whether a text may stand in a line as it is."""
    return bool(text) and text == text.strip() and clean(text) == text


def _said(words: Words, row: Row) -> str:
    """The words for a row; none where they could not be read again as they are."""
    values = [to_jsonable_python(row.get(name)) for name in words.columns]
    if not all(isinstance(each, str) and is_plain(each) for each in values):
        return ""
    if any(" " in each for each in values[:-1]):
        return ""
    return " ".join(values)
