"""Statements over whole tables, made of the tables themselves, so that one that is new is in every dump at once.

What a table's pages and its rows on the way back need is a statement each: `dump.sets`, `load.sets`. A row that
refers to one of its own table is added without that, and linked when all are there: `link.sets`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, BindParameter, Boolean, Column, Table, bindparam, select, update

from workout_core.db.base import Tagged
from workout_core.db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy.sql import ClauseElement

# Who holds a token is the owner: it is a secret of this database, and no part of what its user did.
SECRET: Final = frozenset(
    {"access_tokens", "identities", "logins", "login_codes", "device_grants", "refresh_tokens"}
)
# What is worked out of the rest, and can be again.
DERIVED: Final = frozenset({"record_books", "record_tallies", "record_events"})
# What a server remembers of its talk with clients.
PASSING: Final = frozenset({"replays"})
OWNERS: Final = "users"

Columns = tuple[tuple[str, str, bool], ...]


def dumped_tables() -> dict[str, Table]:
    """The tables of a dump, each behind those that it refers to."""
    left_out = SECRET | DERIVED | PASSING
    return {each.name: each for each in metadata.sorted_tables if each.name not in left_out}


def statements() -> dict[str, ClauseElement]:
    """The statements of every table of a dump, by their names."""
    return dict(_statements())


def columns() -> dict[str, tuple[Columns, str | None]]:
    """Of every table: its columns (name, kind, whether they may be empty), and which refers to the table itself."""
    return {
        name: (
            tuple((each.name, _kind(each), bool(each.nullable)) for each in _told(table)),
            _reference(table),
        )
        for name, table in dumped_tables().items()
    }


def _statements() -> Iterator[tuple[str, ClauseElement]]:
    for name, table in dumped_tables().items():
        owner = table.columns.id if name == OWNERS else table.columns.user_id
        page = select(*table.columns).where(owner == bindparam("user_id"))
        if name == OWNERS:
            profile = _bound(_told(table))
            yield f"dump.{name}", page
            yield f"load.{name}", update(table).where(owner == bindparam("owner")).values(profile)
            continue
        yield (
            f"dump.{name}",
            page.where(table.columns.id > bindparam("after"))
            .order_by(table.columns.id)
            .limit(bindparam("size")),
        )
        yield f"load.{name}", table.insert().values(_bound(table.columns))
        if reference := _reference(table):
            row = (owner == bindparam("owner"), table.columns.id == bindparam("row_id"))
            link = _bound([table.columns[reference]])
            yield f"link.{name}", update(table).where(*row).values(link)


def _bound(columns: Iterable[Column[Any]]) -> dict[str, BindParameter[Any]]:
    return {each.name: bindparam(each.name) for each in columns}


def _told(table: Table) -> list[Column[Any]]:
    """The columns that a dump tells of: whose they are is said by who loads them."""
    owner = "id" if table.name == OWNERS else "user_id"
    return [each for each in table.columns if each.name != owner]


def _reference(table: Table) -> str | None:
    """The column that refers to another row of the same table."""
    for key in table.foreign_key_constraints:
        if key.referred_table is table:
            return str(key.column_keys[-1])
    return None


def _kind(column: Column[Any]) -> str:
    """What a column holds, by the name that conversions have for it; else bool, int or text."""
    if isinstance(column.type, Tagged):
        return column.type.tag
    if isinstance(column.type, Boolean):
        return "bool"
    return "int" if isinstance(column.type, BigInteger) else "text"
