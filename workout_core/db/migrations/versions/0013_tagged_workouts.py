"""An index of the workouts that have a tag, which are few among many."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

TAGGED = sa.text("tags <> '[]'")


def upgrade() -> None:
    op.create_index(
        "ix_workouts_user_id_tagged",
        "workouts",
        ["user_id", "local_date"],
        sqlite_where=TAGGED,
        postgresql_where=TAGGED,
    )
