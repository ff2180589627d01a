"""When an open workout still goes on, and when it was left open and forgotten.

To open a finished workout again is to do something in it. When that was stands in its extras, as it is no property of
what was done and nothing but this asks for it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from workout_core.db.executor import Row

FORGOTTEN_AFTER: Final = timedelta(hours=12)
RESUMED: Final = "resumed_at"


def last_done(workout: Row, last_set_at: datetime | None) -> datetime:
    """When a set was last done in a workout, else its start."""
    started: datetime = workout["started_at"]
    return max(last_set_at or started, started)


def last_activity(workout: Row, last_set_at: datetime | None) -> datetime:
    """When something was last done in a workout: its last set, its start, or that it was opened again."""
    done = last_done(workout, last_set_at)
    resumed = workout["extras"].get(RESUMED)
    return max(done, datetime.fromisoformat(resumed)) if resumed else done


def opened_again(workout: Row, now: datetime) -> dict[str, Any]:
    """What changes of a finished workout that goes on."""
    extras = {**workout["extras"], RESUMED: now.isoformat()}
    return {"status": "active", "ended_at": None, "extras": extras}


def ended(workout: Row, at: datetime) -> dict[str, Any]:
    """What changes of an open workout that ends."""
    extras = {name: value for name, value in workout["extras"].items() if name != RESUMED}
    return {"status": "done", "ended_at": at, "extras": extras}


def is_forgotten(last_active: datetime, moment: datetime) -> bool:
    """Whether nothing was done for so long that what is done at a moment belongs to another workout."""
    return moment - last_active > FORGOTTEN_AFTER
