"""PostgreSQL itself keeps each user to their own rows."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"

OWNED = (
    "attachments",
    "exercise_aliases",
    "exercise_executions",
    "exercise_muscles",
    "exercises",
    "goals",
    "gyms",
    "imports",
    "logins",
    "measurement_types",
    "measurements",
    "operations",
    "profiles",
    "record_books",
    "record_events",
    "record_tallies",
    "sets",
    "training_maxes",
    "workouts",
)


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for table, owner in (*((each, "user_id") for each in OWNED), ("users", "id")):
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(
            f"CREATE POLICY own_rows ON {table}"
            f" USING ({owner} = NULLIF(current_setting('app.user_id', true), '')::bigint)"
        )
