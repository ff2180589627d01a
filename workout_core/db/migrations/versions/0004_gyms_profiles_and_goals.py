"""What stands in gyms, what is known of a user, and what measurements should come to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workout_core.db import base

revision = "0004"
down_revision = "0003"


STATISTICS = (
    ("gyms", "gyms", "6 6 1"),
    ("gyms", "uq_gyms_user_id_key", "6 6 1"),
    ("gyms", "uq_gyms_user_id_in_use", "1 1"),
    ("profiles", "profiles", "1 1 1"),
    ("profiles", "uq_profiles_user_id", "1 1"),
    ("goals", "goals", "6 6 1"),
    ("goals", "uq_goals_user_id_type", "6 6 1"),
)


def upgrade() -> None:
    _create(
        "gyms",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("plates", sa.Text(), nullable=True),
        sa.Column("bars", sa.Text(), nullable=True),
        sa.Column("dumbbells", sa.Text(), nullable=True),
        sa.Column("stack", sa.Text(), nullable=True),
        sa.Column("in_use", sa.Boolean(), nullable=False),
    )
    _only_one("uq_gyms_user_id_key", "gyms", "key")
    _only_one("uq_gyms_user_id_in_use", "gyms", where="in_use AND deleted_at IS NULL")
    _create(
        "profiles",
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("birth_year", sa.BigInteger(), nullable=True),
        sa.Column("height_value", base.Quantity(), nullable=True),
        sa.Column("height_unit", sa.Text(), nullable=True),
        sa.Column("bands", base.Json(), nullable=False),
    )
    _only_one("uq_profiles_user_id", "profiles")
    _create(
        "goals",
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", base.Quantity(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("since", base.Day(), nullable=False),
        sa.Column("until", base.Day(), nullable=True),
    )
    _only_one("uq_goals_user_id_type", "goals", "type")
    if op.get_bind().dialect.name == "sqlite":
        op.bulk_insert(
            sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat")),
            [{"tbl": table, "idx": index, "stat": stat} for table, index, stat in STATISTICS],
        )


def _create(name: str, *columns: sa.Column[object]) -> None:
    """A table of rows of users' own, deleted softly."""
    op.create_table(
        name,
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        *columns,
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.Column("deleted_at", base.Instant(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f(f"fk_{name}_user_id_users")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f(f"pk_{name}")),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )


def _only_one(name: str, table: str, *columns: str, where: str = "deleted_at IS NULL") -> None:
    """A key of which a user has no two rows that are not deleted."""
    condition = sa.text(where)
    op.create_index(
        name,
        table,
        ["user_id", *columns],
        unique=True,
        sqlite_where=condition,
        postgresql_where=condition,
    )
