"""Why a file is of no format that is known here: what it is, which of its words were not understood, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.errors import InvalidError
from workout_core.transfer.measured_columns import FIELDS, measured_column
from workout_core.transfer.own_columns import mapping_hint, shown
from workout_core.transfer.own_words import english, likely
from workout_core.transfer.tables import Columns, first_line, header
from workout_core.transfer.text import fold, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workout_core.transfer.formats import Format
    from workout_core.transfer.source import Source

KINDS: Final = (
    (
        b"SQLite format 3\0",
        "is a database, but no backup of FitNotes",
        "export your workouts as CSV where the database comes from",
    ),
    (
        b"PK",
        "is an archive in which no export that is known here was found",
        "unpack it and import the files in it one by one",
    ),
    (b"\x1f\x8b", "is packed with gzip, but holds no export that is known here", "gunzip it first"),
    (b"{", "is JSON of no app that is known here", "export as CSV, if the app can"),
    (b"[", "is JSON of no app that is known here", "export as CSV, if the app can"),
    (b"<", "is XML of no app that is known here", "export as CSV, if the app can"),
)
LEAST: Final = 3  # columns by which a table looks like an app's
BLANK: Final = b"\xef\xbb\xbf \t\r\n"


class _Likeness(NamedTuple):
    """How far a header is one of a format."""

    known: int
    missing: tuple[str, ...]
    unknown: list[str]
    title: str


def unrecognised(source: Source, formats: Iterable[Format]) -> InvalidError:
    """The error to raise; where the file is no text at all, or no table, that is raised itself."""
    start = source.head.lstrip(BLANK)
    for magic, what, hint in KINDS:
        if start.startswith(magic):
            return InvalidError(f"{source.name} {what}", hints=[hint])
    formats = list(formats)
    line = first_line(source)
    if any(sign < " " and sign != "\t" for sign in line):
        return InvalidError(
            f"{source.name} is no text and of no format that is known here",
            hints=[_named(formats)],
        )
    names, _ = header(line, lambda name: likely(name) is not None)
    return _likeness(source, line, names, formats) or _unknown_table(source, names, formats)


def _likeness(
    source: Source, line: str, names: list[str], formats: Iterable[Format]
) -> InvalidError | None:
    """The error for a table that is nearly one of an app; None where it is like none."""
    total = sum(bool(name.strip()) for name in names)
    near = [found for each in formats if (found := _like(line, each))]
    best = max(near, key=lambda each: (each.known, -len(each.missing)), default=None)
    if best is None or best.known < LEAST or best.known * 2 < total:
        return None
    words = [f"these words are not known: {shown(best.unknown)}"] if best.unknown else []
    lacks = [f"it lacks {', '.join(best.missing)}"] if best.missing else []
    if not words and not lacks:  # a table of anybody that has some columns of an app's
        return None
    return InvalidError(
        f"{source.name} looks like {best.title}, but {'; '.join(words + lacks)}",
        missing=list(best.missing),
        unknown_columns=best.unknown,
        hints=[f"set the language of {best.title} to English and export again", _mapping(names)],
    )


def _like(line: str, format: Format) -> _Likeness | None:
    reader = format.table
    if reader is None:
        return None
    try:
        columns = Columns.of(line, reader.field_of)
    except InvalidError:
        return None
    unknown = list(columns.unknown.values())
    named = sum(bool(name.strip()) for name in columns.header)
    missing = tuple(each for each in reader.needed if each not in columns.at)
    return _Likeness(named - len(unknown), missing, unknown, format.title)


def _named(formats: Iterable[Format]) -> str:
    return f"the formats are {', '.join(each.name for each in formats)}"


def _unknown_table(source: Source, names: list[str], formats: Iterable[Format]) -> InvalidError:
    unknown = [each for each in names if each.strip() and not _is_known(each)]
    words = f"not understood: {shown(unknown)}" if unknown else f"it has {shown(names)}"
    return InvalidError(
        f"The header of {source.name} is of no format that is known here; {words}",
        unknown_columns=[quoted(each) for each in unknown[:256]],
        hints=[
            _mapping(names),
            "or set the language of the app to English and export again",
            _named(formats),
        ],
    )


def _is_known(name: str) -> bool:
    return bool(english(name) or measured_column(name) or fold(name) in FIELDS)


def _mapping(names: list[str]) -> str:
    """How to map the columns of sets, or of measurements where nothing was trained."""
    fields = {likely(each) for each in names}
    if "exercise" not in fields and "reps" not in fields and any(map(measured_column, names)):
        return mapping_hint("measurements", names, ("date", "weight"), _of_body)
    return mapping_hint("table", names, ("date", "exercise"), likely)


def _of_body(name: str) -> str | None:
    column = measured_column(name)
    return (
        column.type if column else FIELDS.get(name) or ("date" if likely(name) == "date" else None)
    )
