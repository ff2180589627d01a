"""What is planned of an exercise in a workout.

It may be null, so that rows in an older dump, or in the log of what was changed, are whole without it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from workout_core.db import base

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("exercise_executions", sa.Column("plan", base.Json(), nullable=True))
