"""The few phrases that the domains' statements share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, Insert, Table, Update, bindparam, update
from sqlalchemy.dialects.postgresql import insert as insert_or_ignore

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


def _all_columns(model: type[Model]) -> dict[str, BindParameter[Any]]:
    return {column.name: bindparam(column.name) for column in table(model).columns}
