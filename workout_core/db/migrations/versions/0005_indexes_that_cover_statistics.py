"""Indexes that hold all that statistics read of sets and of days, in the order in which they sum it up."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

SETS = "ix_sets_user_id_exercise_id_local_date"
WORKOUTS = "ix_workouts_user_id_local_date_started_at"
STATISTICS = (
    ("sets", SETS, "48000 48000 240 4 4 4 4 4 2 2 2 2 1 1 1"),
    ("workouts", WORKOUTS, "2000 2000 2 1 1"),
)


def upgrade() -> None:
    op.drop_index(SETS, "sets")
    op.create_index(
        SETS,
        "sets",
        [
            *("user_id", "exercise_id", "local_date", "workout_id", "deleted_at", "kind"),
            *("load_mode", "load_exact", "reps", "rpe", "side", "position"),
            *("parent_set_id", "duration_s", "distance_m"),
        ],
    )
    op.drop_index(WORKOUTS, "workouts")
    op.create_index(
        WORKOUTS, "workouts", ["user_id", "local_date", "started_at", "deleted_at", "ended_at"]
    )
    if op.get_bind().dialect.name == "sqlite":
        op.bulk_insert(
            sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat")),
            [{"tbl": table, "idx": index, "stat": stat} for table, index, stat in STATISTICS],
        )
