"""Every change that a service can make, undone and made again: what is there is then what was there before."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import pytest
import time_machine

from tests.acting import acting
from tests.core.every_change import CHANGES
from tests.core.scene import furnished
from workout_core.operations.schemas import UndoRequest
from workout_core.routers import ROUTERS

if TYPE_CHECKING:
    from tests.core.every_change import Change
    from workout_core.db.backend import LocalBackend

NOW: Final = datetime(2026, 11, 23, 7, tzinfo=UTC)
# They change no row of a user's records: the rest of a minute ago is no one's to bring back.
NO_CHANGE: Final = {
    *("operations.undo", "operations.redo", "session.rest", "session.stop_rest"),
    "imports.match",
    "dump.load",  # into an empty database only
    *("account.end_login", "account.end_others"),  # who was logged out logs in again
    *("tokens.create", "tokens.revoke"),  # a secret that was told cannot be untold
}


async def everything(backend: LocalBackend) -> Any:
    """All that the user has, but for when and how often it was written."""
    async with backend.services(readonly=True) as services:
        found: dict[str, Any] = (await services.transfer.export()).model_dump()
    async with acting(backend.database, readonly=True) as executor:
        ids = [row["id"] for row in await executor.all("workouts.ids", user_id=1)]
        found["planned"] = await executor.all("workouts.executions", user_id=1, workout_ids=ids)
        found["sets"] = await executor.all("workouts.sets", user_id=1, workout_ids=ids)
        found["own"] = await executor.all("exercises.own", user_id=1)
        found["attachments"] = await executor.all("attachments.every", user_id=1)
        found["aliases"] = await executor.all("exercises.aliases", user_id=1)
        found["muscles"] = await executor.all("exercises.muscles", user_id=1)
        found["training_maxes"] = [
            await executor.all("exercises.training_maxes", user_id=1, exercise_id=each["id"])
            for each in found["own"]
        ]
    return timeless(found)


def timeless(value: Any) -> Any:
    gone = ("updated_at", "version", "exported_at")
    if isinstance(value, dict):
        return {name: timeless(each) for name, each in value.items() if name not in gone}
    return [timeless(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
async def test_undoing_leads_back(local: LocalBackend, change: Change) -> None:
    scene = await furnished(local)
    with time_machine.travel(NOW, tick=False):
        before: Any = None
        for step in change.steps:
            before = await everything(local)
            async with local.services() as services:
                await step(services, scene)
        after = await everything(local)
        assert after != before
        for _ in range(2):
            assert await replayed(local, "undo") == change.summary
            assert await everything(local) == before
            assert await replayed(local, "redo") == change.summary
            assert await everything(local) == after


async def replayed(backend: LocalBackend, what: str) -> str:
    async with backend.services() as services:
        done = await getattr(services.operations, what)(UndoRequest())
    summary: str = done.items[0].summary
    return summary


def test_no_change_is_forgotten() -> None:
    every = {
        f"{name}.{route.name}"
        for name, router in ROUTERS.items()
        for route in router.routes
        if not route.reads
    }
    assert {name.split()[0] for name, _, _ in CHANGES} == every - NO_CHANGE
