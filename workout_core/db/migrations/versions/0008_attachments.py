"""Files of workouts and exercises."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workout_core.db import base

revision = "0008"
down_revision = "0007"


STATISTICS = (
    ("attachments", "attachments", "20 20 1"),
    ("attachments", "ix_attachments_user_id_workout_id", "20 20 2"),
    ("attachments", "ix_attachments_user_id_exercise_id", "20 20 2"),
    ("attachments", "ix_attachments_user_id_sha256", "20 20 1"),
)


def upgrade() -> None:
    op.create_table(
        "attachments",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("workout_id", base.Id(), nullable=True),
        sa.Column("exercise_id", base.Id(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.Column("deleted_at", base.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_attachments_user_id_users")
        ),
        _of("workout"),
        _of("exercise"),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_attachments")),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    for column in ("workout_id", "exercise_id", "sha256"):
        name = f"ix_attachments_user_id_{column}"
        op.create_index(name, "attachments", ["user_id", column], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        op.bulk_insert(
            sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat")),
            [{"tbl": table, "idx": index, "stat": stat} for table, index, stat in STATISTICS],
        )


def _of(owner: str) -> sa.ForeignKeyConstraint:
    """The key of what a file is of."""
    return sa.ForeignKeyConstraint(
        ["user_id", f"{owner}_id"],
        [f"{owner}s.user_id", f"{owner}s.id"],
        name=op.f(f"fk_attachments_user_id_{owner}_id_{owner}s"),
    )
