"""The few phrases that the domains' statements share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Insert,
    Table,
    TableValuedAlias,
    Text,
    Update,
    bindparam,
    column,
    exists,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as insert_or_ignore
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from sqlalchemy.sql.elements import ColumnElement

    from workout_core.db.base import Model

KEY = ("user_id", "id", "created_at")


def table(model: type[Model]) -> Table:
    """The model's table, as statements want it."""
    assert isinstance(model.__table__, Table)
    return model.__table__


def mine(model: Any) -> ColumnElement[bool]:
    """Only the user's own rows; every statement over a user-owned table says so for each such table in it."""
    owner: ColumnElement[bool] = model.user_id == bindparam("user_id")
    return owner


def adding(model: type[Model]) -> Insert:
    """One new row, every column bound by its name."""
    return table(model).insert().values(_all_columns(model))


def adding_if_absent(model: type[Model], *key: str) -> Insert:
    """One new row, unless there is one with that key."""
    adding_it = insert_or_ignore(table(model)).values(_all_columns(model))
    return adding_it.on_conflict_do_nothing(index_elements=key)


def changing(model: type[Model]) -> Update:
    """One row of the user's (`owner`, `row_id`) as it was read (`was_version`), every column but its key bound.

    SQLAlchemy takes a bind named like a column for a value to set, so the key's binds have names of their own.
    """
    columns = table(model).columns
    changed = {name: bind for name, bind in _all_columns(model).items() if name not in KEY}
    return (
        update(table(model))
        .where(
            columns.user_id == bindparam("owner"),
            columns.id == bindparam("row_id"),
            columns.version == bindparam("was_version"),
        )
        .values(changed)
    )


class _Elements(FunctionElement[str]):
    """The elements of a JSON list, a row each."""

    name = "elements"
    inherit_cache = True


class _Seconds(FunctionElement[int]):
    """Whole seconds from one moment to another."""

    name = "seconds"
    type = BigInteger()
    inherit_cache = True


@compiles(_Elements)
def _elements_of_jsonb(element: _Elements, compiler: Any, **options: Any) -> str:
    return f"jsonb_array_elements_text({compiler.process(element.clauses, **options)})"


@compiles(_Elements, "sqlite")
def _elements_of_text(element: _Elements, compiler: Any, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(_Seconds)
def _seconds_of_instants(element: _Seconds, compiler: Any, **options: Any) -> str:
    begin, end = (compiler.process(each, **options) for each in element.clauses)
    return f"CAST(trunc(EXTRACT(EPOCH FROM {end} - {begin})) AS BIGINT)"


@compiles(_Seconds, "sqlite")
def _seconds_of_microseconds(element: _Seconds, compiler: Any, **options: Any) -> str:
    begin, end = (compiler.process(each, **options) for each in element.clauses)
    return f"({end} - {begin}) / 1000000"


def elements(texts: ColumnElement[list[str]]) -> TableValuedAlias:
    """The texts of a JSON list as a table with the column `value`."""
    return _Elements(texts).table_valued(column("value", Text()))


def seconds(begin: Any, end: Any) -> ColumnElement[int]:
    """Whole seconds between two moments, of a part of a second nothing."""
    return _Seconds(begin, end)


def holds_all(
    texts: ColumnElement[list[str]], wanted: BindParameter[list[str]]
) -> ColumnElement[bool]:
    """Whether a JSON list of texts holds each of some texts, letter by letter."""
    asked, held = elements(wanted), elements(texts)
    return ~exists(select(asked.c.value).where(asked.c.value.not_in(select(held.c.value))))


def _all_columns(model: type[Model]) -> dict[str, BindParameter[Any]]:
    return {column.name: bindparam(column.name) for column in table(model).columns}
