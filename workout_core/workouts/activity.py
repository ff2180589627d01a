"""When an open workout still goes on, and when it was left open and forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.db.executor import Row

FORGOTTEN_AFTER: Final = timedelta(hours=12)


def last_activity(workout: Row, last_set_at: datetime | None) -> datetime:
    """When something was last done in a workout: its last set, else its start."""
    started: datetime = workout["started_at"]
    return max(last_set_at or started, started)


def is_forgotten(last_active: datetime, moment: datetime) -> bool:
    """Whether nothing was done for so long that what is done at a moment belongs to another workout."""
    return moment - last_active > FORGOTTEN_AFTER
