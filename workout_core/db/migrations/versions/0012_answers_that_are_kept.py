"""Answers of requests that may be sent again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workout_core.db import base

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "replays",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", base.Id(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("created_at", base.Instant(), nullable=False),
        sa.Column("updated_at", base.Instant(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_replays_user_id_users"),
        sa.PrimaryKeyConstraint("user_id", "id", name="pk_replays"),
        info={"distribute": "user_id"},
        sqlite_with_rowid=False,
    )
    op.create_index("ix_replays_user_id_created_at", "replays", ["user_id", "created_at"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE replays ENABLE ROW LEVEL SECURITY")
        op.execute("ALTER TABLE replays FORCE ROW LEVEL SECURITY")
        op.execute(
            "CREATE POLICY own_rows ON replays"
            " USING (user_id = NULLIF(current_setting('app.user_id', true), '')::bigint)"
        )
