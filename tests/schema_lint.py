"""The rules that every table keeps, so that one schema serves SQLite, PostgreSQL, and PostgreSQL spread by user.

A user-owned table is one that says `info={"distribute": "user_id"}`. Any other is keyed by one value of its own,
by which it is spread; every unique key of it begins with that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import BigInteger, UniqueConstraint

from workout_core.db.base import Id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import (
        Column,
        ForeignKeyConstraint,
        Index,
        MetaData,
        PrimaryKeyConstraint,
        Table,
    )

OWNER: Final = "user_id"
EMPTYING: Final = frozenset({"SET NULL", "SET DEFAULT"})


def problems(metadata: MetaData) -> list[str]:
    """What breaks a rule, a sentence each."""
    return [problem for table in metadata.tables.values() for problem in _of_table(table)]


def _of_table(table: Table) -> Iterator[str]:
    if str(table.info.get("distribute")) not in table.columns:
        yield f"{table.name}: doesn't say by which of its columns it is distributed"
        return
    yield from _of_stamps(table)
    yield from _of_keys(table)
    for column in table.columns:
        yield from _of_column(column)
    for foreign_key in table.foreign_key_constraints:
        yield from _of_foreign_key(foreign_key)
    if _is_owned(table) and table.dialect_options["sqlite"]["with_rowid"]:
        yield f"{table.name}: isn't WITHOUT ROWID on SQLite"


def _is_owned(table: Table) -> bool:
    return bool(table.info.get("distribute") == OWNER)


def _of_stamps(table: Table) -> Iterator[str]:
    for name in ("created_at", "updated_at"):
        if name not in table.columns or table.columns[name].nullable:
            yield f"{table.name}: has no {name} in every row"


def _of_keys(table: Table) -> Iterator[str]:
    by = table.info["distribute"]
    keys: list[PrimaryKeyConstraint | UniqueConstraint | Index] = [table.primary_key]
    keys += [each for each in table.constraints if isinstance(each, UniqueConstraint)]
    keys += [each for each in table.indexes if each.unique]
    for key in keys:
        if not _begins_with(by, [column.name for column in key.columns]):
            yield f"{table.name}: the unique key {key.name} doesn't begin with {by}"
    if not _is_owned(table):
        return
    if [column.name for column in table.primary_key.columns] != [OWNER, "id"]:
        yield f"{table.name}: the primary key isn't ({OWNER}, id)"
    for index in table.indexes:
        first = next(iter(index.expressions), None)
        if getattr(first, "name", None) != OWNER:
            yield f"{table.name}: the index {index.name} doesn't begin with {OWNER}"


def _begins_with(name: str, names: Sequence[str]) -> bool:
    return list(names[:1]) == [name]


def _of_column(column: Column[object]) -> Iterator[str]:
    where = f"{column.table.name}.{column.name}"
    made = (column.identity, column.default, column.onupdate)
    if any(made) or column.autoincrement is True or column is column.table.autoincrement_column:
        yield f"{where}: its values aren't made by the client"
    if column.server_default or column.server_onupdate or column.computed:
        yield f"{where}: its values are made by the server"
    if column.name == OWNER and not _is_wide(column):
        yield f"{where}: isn't a BIGINT, which holds 53 bits"
    if column.table.name == "users" and column.name == "id" and not _is_wide(column):
        yield f"{where}: isn't a BIGINT, which holds 53 bits"
    if _is_owned(column.table) and _names_an_id(column.name) and not isinstance(column.type, Id):
        yield f"{where}: isn't of our Id type"


def _is_wide(column: Column[object]) -> bool:
    return isinstance(column.type, BigInteger) and not column.nullable


def _names_an_id(name: str) -> bool:
    """An `external_id` is what another program calls a row: any text."""
    return name == "id" or (name.endswith("_id") and name not in (OWNER, "external_id"))


def _of_foreign_key(foreign_key: ForeignKeyConstraint) -> Iterator[str]:
    where = f"{foreign_key.table.name}: the foreign key over {', '.join(foreign_key.column_keys)}"
    to = foreign_key.referred_table.info.get("distribute")
    by = foreign_key.table.info["distribute"]
    referred = [element.column.name for element in foreign_key.elements]
    if by != OWNER or not _begins_with(by, foreign_key.column_keys) or referred[:1] != [to]:
        yield f"{where} doesn't begin with the owner on both sides"
    for action in (foreign_key.ondelete, foreign_key.onupdate):
        if action and action.upper() in EMPTYING:
            yield f"{where} lets the database empty a column ({action})"
