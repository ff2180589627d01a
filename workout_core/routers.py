"""Every router, by the field of `Services` that it gives addresses to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.accounts.router import router as profile
from workout_core.attachments.router import router as attachments
from workout_core.auth.router import router as account
from workout_core.auth.router import tokens
from workout_core.body.router import progress
from workout_core.body.router import router as body
from workout_core.calculators.router import router as calculators
from workout_core.charts.router import router as charts
from workout_core.exercises.router import router as exercises
from workout_core.exercises.router import training_maxes
from workout_core.gyms.router import router as gyms
from workout_core.history.router import history, search
from workout_core.live.router import router as live
from workout_core.operations.router import router as operations
from workout_core.statistics.router import records, statistics
from workout_core.transfer.router import dump, imports
from workout_core.transfer.router import router as transfer
from workout_core.workouts.router import executions, log, merging, session, sets, texts, workouts

if TYPE_CHECKING:
    from workout_core.routing import Router

ROUTERS: Final[dict[str, Router[Any]]] = {
    "exercises": exercises,
    "training_maxes": training_maxes,
    "merging": merging,
    "session": session,
    "workouts": workouts,
    "log": log,
    "executions": executions,
    "sets": sets,
    "live": live,
    "history": history,
    "search": search,
    "texts": texts,
    "records": records,
    "statistics": statistics,
    "body": body,
    "calculators": calculators,
    "progress": progress,
    "profile": profile,
    "account": account,
    "tokens": tokens,
    "gyms": gyms,
    "attachments": attachments,
    "charts": charts,
    "transfer": transfer,
    "imports": imports,
    "dump": dump,
    "operations": operations,
}
PREFIX: Final = "/api/v1"
