"""Records as they were worked out, and which entries of the operation log were undone."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from workout_core.db import base

revision = "0009"
down_revision = "0008"

STATISTICS = (
    ("record_books", "record_books", "1 1 1"),
    ("record_tallies", "record_tallies", "40 40 1"),
    ("record_events", "record_events", "2000 2000 1"),
    ("record_events", "ix_record_events_user_id_formula_started_at", "2000 2000 2000 3 3 1"),
)


def upgrade() -> None:
    _table(
        "record_books",
        sa.Column("formula", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("seen", base.Id(), nullable=True),
        *_numbers("undone", "imported", "version"),
        key=("formula",),
    )
    _table(
        "record_tallies",
        sa.Column("formula", sa.Text(), nullable=False),
        sa.Column("exercise_id", base.Id(), nullable=False),
        sa.Column("share", base.Quantity(), nullable=True),
        sa.Column("tracking", sa.Text(), nullable=False),
        *_numbers("sets", "empty", "warmups", "unknown", "beyond"),
        key=("formula", "exercise_id"),
    )
    _table(
        "record_events",
        sa.Column("formula", sa.Text(), nullable=False),
        sa.Column("exercise_id", base.Id(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", base.Quantity(), nullable=False),
        sa.Column("reps", sa.BigInteger(), nullable=True),
        sa.Column("distance", sa.Text(), nullable=True),
        sa.Column("previous", base.Quantity(), nullable=True),
        sa.Column("previous_reps", sa.BigInteger(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("local_date", base.Day(), nullable=False),
        sa.Column("started_at", base.Instant(), nullable=False),
        sa.Column("workout_id", base.Id(), nullable=False),
        sa.Column("set_id", base.Id(), nullable=True),
        sa.Column("beaten_on", base.Day(), nullable=True),
    )
    op.create_index(
        "ix_record_events_user_id_formula_started_at",
        "record_events",
        ["user_id", "formula", "started_at", "exercise_id", "place"],
    )
    op.create_index(
        "ix_operations_user_id_undone_at",
        "operations",
        ["user_id", "undone_at"],
        sqlite_where=sa.text("undone_at IS NOT NULL"),
        postgresql_where=sa.text("undone_at IS NOT NULL"),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.bulk_insert(
            sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat")),
            [{"tbl": table, "idx": index, "stat": stat} for table, index, stat in STATISTICS],
        )


def _numbers(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.BigInteger(), nullable=False) for name in names]


def _table(name: str, *columns: sa.Column[Any], key: tuple[str, ...] = ()) -> None:
    keys = [f"uq_{name}_user_id_{'_'.join(key)}"] if key else []
    op.create_table(
        name,
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        *columns,
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f(f"fk_{name}_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f(f"pk_{name}")),
        *(sa.UniqueConstraint("user_id", *key, name=op.f(each)) for each in keys),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
