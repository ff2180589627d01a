"""The TUI without a terminal: keys go in, what is seen and what is stored come out."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar
from unittest.mock import patch

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


async def still(*_: float) -> None:
    """Wait until the loop has nothing to do but to wait itself.

    Textual's own way is to sleep until the process takes no time, which takes 20 ms when nothing is under way, and a
    second when another process has the machine.
    """
    loop: Any = asyncio.get_running_loop()
    quiet = 0
    while quiet < 2:  # what a thread or a socket has said is taken up a turn later
        await asyncio.sleep(0)
        quiet = 0 if loop._ready else quiet + 1


class Seen:
    """An app that runs, and whoever sits before it."""

    def __init__(self, pilot: Pilot[Any], app: WorkoutApp) -> None:
        self.pilot = pilot
        self.app = app

    async def press(self, *keys: str) -> None:
        """Press keys one after another, and wait until everything that they began is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text, without its Enter."""
        names = {" ": "space", "/": "slash", ".": "full_stop", "@": "at", ":": "colon"}
        await self.pilot.press(*(names.get(each, each) for each in text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        quiet = 0
        while quiet < 2:
            unpainted = self._unpainted()
            await self.pilot.pause()
            await self.app.opened.wait()
            busy = [each for each in self.app.workers if not each.is_finished]
            quiet = 0 if busy or unpainted else quiet + 1
            if busy:
                with suppress(WorkerCancelled):  # another look was taken instead
                    await self.app.workers.wait_for_complete(busy)

    def _unpainted(self) -> bool:
        """Whether the screen shows less than it knows."""
        screen = self.app.screen
        asked = (screen._layout_required, screen._scroll_required, screen._repaint_required)
        return any(asked) or bool(screen._dirty_widgets or screen._callbacks)

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        self.app._check_resize()  # sizes that come within some milliseconds are one
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
        with ExitStack() as undone:
            for module in ("app", "pilot"):
                undone.enter_context(patch(f"textual.{module}.wait_for_idle", still))
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
