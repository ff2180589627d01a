"""The TUI on data that is the same each time, at a moment that is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

import pytest
import time_machine

from tests.tui.showing import Shown, on
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.demo.year import demo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW: Final = datetime(2026, 11, 28, 18, 30, tzinfo=UTC)
LAST_DAY: Final = date(2026, 11, 27)
WEEKS: Final = 30


@pytest.fixture(autouse=True)
def _unprepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """No screen is made beforehand, which takes long in each test; in a terminal they are."""
    monkeypatch.setattr("workout_cli.tui.app.IDLE_S", 3600)


@pytest.fixture(scope="session")
def trained_file(tmp_path_factory: pytest.TempPathFactory, empty_file: bytes) -> bytes:
    """A SQLite file with some months of training, to be copied."""
    path = tmp_path_factory.mktemp("trained") / "workout.db"
    path.write_bytes(empty_file)
    backend = LocalBackend(EmbeddedDatabase(path))

    async def load() -> None:
        async with backend.services() as services:
            await services.imports.load(demo(WEEKS, LAST_DAY, "UTC"))
        await backend.close()

    backend.run(load())
    return path.read_bytes()


@pytest.fixture
def evening() -> Iterator[None]:
    """The evening after the last day of training; time goes on from there."""
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def shown(tmp_path: Path, empty_file: bytes, evening: None) -> Shown:
    """The TUI on an empty database."""
    return on(tmp_path, empty_file)


@pytest.fixture
def trained(tmp_path: Path, trained_file: bytes, evening: None) -> Shown:
    """The TUI on some months of training."""
    return on(tmp_path, trained_file)
