"""The rest between two sets: how long it takes, and what is left of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from workout_core.workouts.session_schemas import RestRead

if TYPE_CHECKING:
    from datetime import datetime

    from workout_core.db.executor import Row

USUAL_REST: Final = Decimal(120)
NO_REST: Final = RestRead(until=None, seconds=None, left_s=Decimal(0))


def usual_rest(exercise: Row | None, last: Row) -> Decimal:
    """How long to rest after a set: what its exercise says, else it itself, else what is usual."""
    seconds: Decimal = (exercise and exercise["default_rest_s"]) or last["rest_s"] or USUAL_REST
    return seconds


def read_rest(rest: Row | None, now: datetime) -> RestRead:
    """The rest that runs, as it leaves."""
    if rest is None:
        return NO_REST
    left = Decimal(str(round((rest["rest_until"] - now).total_seconds(), 3)))
    return RestRead(until=rest["rest_until"], seconds=rest["rest_s"], left_s=left)
