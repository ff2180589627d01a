"""Makes a file of the first version of one of this version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

FIRST: Final = "0001"
TABLES: Final = (
    *("gyms", "profiles", "goals", "identities", "logins", "login_codes", "device_grants"),
    *("refresh_tokens", "record_books", "record_tallies", "record_events", "attachments"),
    *("replays", "measurements", "measurement_types", "training_maxes"),
)
COLUMNS: Final = (
    *(("users", each) for each in ("rest_until", "rest_s")),
    *(("exercises", each) for each in ("bar_value", "bar_unit")),
    *(("access_tokens", each) for each in ("scope", "used_at")),
    ("exercise_executions", "plan"),
)


def make_older(path: Path) -> None:
    """Take away all that came later."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in TABLES:
            connection.execute(f"DROP TABLE {table}")
        for index in ("ix_operations_user_id_undone_at", "ix_workouts_user_id_tagged"):
            connection.execute(f"DROP INDEX {index}")
        for table, column in COLUMNS:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        connection.execute("UPDATE alembic_version SET version_num = ?", [FIRST])
