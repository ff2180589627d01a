"""The TUI without a terminal: keys go in, what is seen and what is stored come out."""

from __future__ import annotations

from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from textual.worker import WorkerCancelled

from workout_cli.current import SETTINGS
from workout_cli.tui.app import WorkoutApp
from workout_core.config import load_settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from pathlib import Path

    from textual.pilot import Pilot

    from workout_core.services import Services

T = TypeVar("T")


class Seen:
    """An app that runs, and whoever sits before it."""

    def __init__(self, pilot: Pilot[Any], app: WorkoutApp) -> None:
        self.pilot = pilot
        self.app = app

    async def press(self, *keys: str) -> None:
        """Press keys one after another, and wait until everything that they began is done."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, without its Enter."""
        names = {" ": "space", "/": "slash", ".": "full_stop", "@": "at", ":": "colon"}
        await self.press(*(names.get(each, each) for each in text))

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        quiet = 0
        while quiet < 2:
            await self.pilot.pause()
            await self.app.opened.wait()
            busy = [each for each in self.app.workers if not each.is_finished]
            quiet = 0 if busy else quiet + 1
            if busy:
                with suppress(WorkerCancelled):  # another look was taken instead
                    await self.app.workers.wait_for_complete(busy)

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def ask(self, use: Callable[[Services], Awaitable[T]]) -> T:
        """What the services say."""
        return await self.app.library.ask(use)

    async def call(self, use: Callable[[Services], Awaitable[T]]) -> T:
        """What the services say after a change by somebody else."""
        return await self.app.library.call(use)

    @property
    def said(self) -> list[str]:
        """What was said on the side, and is seen yet."""
        return [each.message for each in self.app._notifications]

    @property
    def text(self) -> str:
        """What is on the screen, as text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(each.text.rstrip() for each in strips)


class Shown:
    """How the TUI is started."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment

    @asynccontextmanager
    async def at(self, width: int, height: int, *keys: str) -> AsyncIterator[Seen]:
        """The app in a terminal of a size, after some keys."""
        settings = load_settings({}, self.environment)
        SETTINGS.set(settings)
        app = WorkoutApp(settings)
        async with app.run_test(size=(width, height)) as pilot:
            seen = Seen(pilot, app)
            await seen.settle()
            await seen.press(*keys)
            yield seen


def on(folder: Path, file: bytes) -> Shown:
    """The TUI on a SQLite file of a folder, which is written first."""
    path = folder / "workout.db"
    path.write_bytes(file)
    return Shown({"WORKOUT_DATABASE_URL": f"sqlite:///{path}", "WORKOUT_TIMEZONE": "UTC"})
