"""PostgreSQL spread over machines (Citus): a table is distributed as it is created, as its `info` says."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, event, text


def has_citus(connection: Connection) -> bool:
    """Whether the database is spread by Citus."""
    if connection.dialect.name != "postgresql":
        return False
    found = connection.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'citus'"))
    return found is not None


@event.listens_for(Table, "after_create")
def _distribute(target: Table, connection: Connection, **_: Any) -> None:
    column = target.info.get("distribute")
    if column and has_citus(connection):
        create = text("SELECT create_distributed_table(:name, :column)")
        connection.execute(create, {"name": target.fullname, "column": column})
