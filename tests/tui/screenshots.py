"""Pictures of the TUI's screens, on a year of training that is made up: `python -m tests.tui.screenshots`."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import time_machine

from tests.tui.conftest import LAST_DAY, NOW
from tests.tui.showing import on
from tests.tui.test_goldens import WALK
from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.db.migrate import upgrade_file
from workout_core.demo.year import demo

DIST: Final = Path(__file__).parents[2] / "dist"
YEAR: Final = timedelta(days=364)


async def write(folder: Path) -> None:
    path = folder / "year.db"
    await asyncio.to_thread(upgrade_file, path)
    backend = LocalBackend(EmbeddedDatabase(path))
    async with backend.services() as services:
        await services.imports.load(demo(YEAR.days // 7, LAST_DAY, "UTC"))
    await backend.close()
    async with on(folder, path.read_bytes()).at(120, 40) as seen:
        for name, keys in WALK.items():
            await seen.press(*keys)
            sys.stdout.write(f"{seen.app.save_screenshot(f'{name}.svg', str(DIST))}\n")


def main() -> None:
    DIST.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, time_machine.travel(NOW, tick=False):
        asyncio.run(write(Path(folder)))


if __name__ == "__main__":
    main()
