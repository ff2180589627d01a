"""The columns of tables that no app is known to write, as a person maps them; and which ones are to be mapped."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.transfer.measured_columns import named_unit
from workout_core.transfer.tables import Columns
from workout_core.transfer.text import fold, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

SHOWN: Final = 12


def own_columns(line: str, given: Mapping[str, str], usual: Callable[[str], str | None]) -> Columns:
    """The columns of a first line: `given` names those of some fields, `usual` finds those of others by their name.

    InvalidError where a given column is not there, or is given for two fields.
    """
    wanted = {fold(header): field for field, header in given.items()}
    if len(wanted) < len(given):
        raise InvalidError("A column is given for two fields", hints=["give each field its own"])

    def known(name: str) -> str | None:
        found = wanted.get(name) or wanted.get(named_unit(name)[0])
        if found:
            return found
        field = usual(name)
        return None if field in given else field

    columns = Columns.of(line, known)
    if absent := [header for field, header in given.items() if field not in columns.at]:
        raise InvalidError(
            f"The table has no column {', '.join(map(quoted, absent[:SHOWN]))}; it has {shown(columns.header)}",
            hints=["--column FIELD=NAME, with a name as it stands in the first line"],
        )
    return columns


def shown(names: Iterable[str]) -> str:
    """The names of columns in a message."""
    named = [quoted(name.strip()) for name in names if name.strip()]
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    return ", ".join(named[:SHOWN]) + more or "none"


def mapping_hint(
    format: str, names: Iterable[str], needed: Iterable[str], likely: Callable[[str], str | None]
) -> str:
    """The command that would map these columns: as they are probably meant, or with blanks to be filled in."""
    found: dict[str, str] = {}
    for name in names:
        if field := likely(fold(name)):
            found.setdefault(field, clean(name.strip())[:60])
    options = [
        f"--column {shlex.quote(f'{field}={found[field]}') if field in found else f'{field}=...'}"
        for field in dict.fromkeys((*needed, *found))
    ]
    return f"workout import FILE --format {format} {' '.join(options[:SHOWN])}"
