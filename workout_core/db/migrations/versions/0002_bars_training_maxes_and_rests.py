"""The bar of an exercise, training maxes with their history, and the rest that runs now."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workout_core.db import base

revision = "0002"
down_revision = "0001"


STATISTICS = (
    ("training_maxes", "training_maxes", "60 60 1"),
    ("training_maxes", "ix_training_maxes_user_id_exercise_id_since", "60 60 12 1"),
)


def upgrade() -> None:
    op.add_column("users", sa.Column("rest_until", base.Instant(), nullable=True))
    op.add_column("users", sa.Column("rest_s", base.Quantity(), nullable=True))
    op.add_column("exercises", sa.Column("bar_value", base.Quantity(), nullable=True))
    op.add_column("exercises", sa.Column("bar_unit", sa.Text(), nullable=True))
    op.create_table(
        "training_maxes",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("exercise_id", base.Id(), nullable=False),
        sa.Column("since", base.Day(), nullable=False),
        sa.Column("value", base.Quantity(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.Column("deleted_at", base.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id", "exercise_id"],
            ["exercises.user_id", "exercises.id"],
            name=op.f("fk_training_maxes_user_id_exercise_id_exercises"),
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_training_maxes")),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_training_maxes_user_id_exercise_id_since",
        "training_maxes",
        ["user_id", "exercise_id", "since"],
        unique=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        op.bulk_insert(
            sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat")),
            [{"tbl": table, "idx": index, "stat": stat} for table, index, stat in STATISTICS],
        )
