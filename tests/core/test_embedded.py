"""The embedded database, where it differs from any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_core.db import embedded
from workout_core.db.backend import LocalBackend
from workout_core.exercises.schemas import ExerciseCreate
from workout_core.workouts.log_schemas import WorkoutLog
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_the_write_ahead_log_of_a_long_run_stays_short(
    sqlite_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = 256 << 10
    monkeypatch.setattr(embedded, "LOG_LIMIT", limit)
    monkeypatch.setattr(embedded, "CHECKPOINTS_SAFELY", False)
    backend = LocalBackend(embedded.EmbeddedDatabase(sqlite_path))
    log = sqlite_path.with_name(f"{sqlite_path.name}-wal")
    longest = 0
    for _ in range(60):
        async with backend.services() as services:
            await services.log.add(WorkoutLog(text="bench 100x5x5"))
        longest = max(longest, log.stat().st_size if log.exists() else 0)
    await backend.close()
    assert 0 < longest < 2 * limit


async def test_a_search_folds_the_letters_of_any_language(sqlite: LocalBackend) -> None:
    async with sqlite.services() as services:
        await services.exercises.create(ExerciseCreate(name="Überzüge", tracking="reps"))
        await services.log.add(WorkoutLog(text="überzüge 3x8"))
    async with sqlite.services(readonly=True) as services:
        found = await services.workouts.list(WorkoutFilters(search="ÜBERZ"))
    assert found.total == 1
