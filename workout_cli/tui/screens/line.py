"""A line as it would be typed after `workout`, run as the command line runs it, with what it says shown.

The grammar is the command line's because it is the command line: another process, so that nothing of it can stop
this one, without a terminal, so that it never asks. One runs at a time, each to its end: what is typed next waits for
it, and who has left the line is told on the side.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import sys
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from workout_cli.console import FORCED
from workout_cli.tree import COMMANDS
from workout_cli.tui.screens.ahead import TypedAhead
from workout_cli.tui.widgets.clicked import clicked
from workout_core.schemas import clean

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workout_cli.tui.app import WorkoutApp

LONGEST_S: Final = 60.0
BESIDE: Final = 4
# They would need the terminal, or never end.
ELSEWHERE: Final = frozenset({"tui", "serve"})


class CommandLine(TypedAhead[None]):
    """The line at the bottom; above it, once it was run, what it said."""

    CSS_PATH = "line.tcss"
    BINDINGS: ClassVar[list[Any]] = [
        Binding("escape", "dismiss", "Back", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    app: WorkoutApp
    _told = ""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="said", classes="over", can_focus=False):
            yield Static(id="told")
        yield Input(
            id="line",
            classes="line",
            placeholder="log bench 5x5@100kg",
            suggester=SuggestFromList([each for each in COMMANDS if each not in ELSEWHERE]),
            select_on_focus=False,
        )

    def on_mount(self) -> None:
        self.query_one("#said").display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            words = shlex.split(event.value)
        except ValueError as error:
            self._show(f"{event.value}: {error}")
            return
        if words[:1] == ["workout"]:
            words = words[1:]
        if not words:
            self.dismiss()
        elif words[0] in ELSEWHERE:
            self._show(f"{words[0]} needs a terminal of its own")
        else:
            event.input.clear()
            # Of the app, as it goes on when the line is left.
            self.app.run_worker(self._run(self.app, words))

    async def _run(self, app: WorkoutApp, words: list[str]) -> None:
        line = f"workout {shlex.join(words)}"
        if not app.lines.locked():
            self._told = ""
        async with app.lines:
            self._show(f"{line} …")
            said = await _said(line, words, self._place())
        if self.is_current:
            self._show(said)
            self._told += f"{said}\n\n"
        else:
            app.say(f"{line}\n{_beginning(said)}")
            app.refresh_screen()

    def _place(self) -> dict[str, str]:
        return {
            "COLUMNS": str(self.size.width - 4),
            "NO_COLOR": "1",
            "WORKOUT_PAGER": "cat",
            FORCED: "1",
        }

    def _show(self, told: str) -> None:
        """Show it behind what the lines before it said, if that was not seen yet."""
        if not self.is_current:
            return
        box = self.query_one("#said")
        box.display = True
        box.border_subtitle = clicked("esc", "screen.dismiss")
        self.query_one("#told", Static).update(Content(clean(self._told + told, lines=True)))
        box.scroll_home(animate=False)

    def action_page(self, pages: int) -> None:
        box = self.query_one("#said")
        box.scroll_relative(y=pages * (box.size.height - 1), animate=False)


async def _said(line: str, words: list[str], place: dict[str, str]) -> str:
    """What a line says that is run to its end, or for as long as one may take."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "workout_cli", *words),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, **place},
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(), LONGEST_S)
    except TimeoutError:
        return f"{line} took more than {LONGEST_S:.0f} s: stopped"
    finally:
        await _ended(process)
    return said.decode(errors="replace").rstrip() or "done"


def _beginning(said: str) -> str:
    """As much of it as is told on the side."""
    lines = said.splitlines()
    return "\n".join([*lines[:BESIDE], "…"] if len(lines) > BESIDE else lines)


async def _ended(process: asyncio.subprocess.Process) -> None:
    """End what runs yet: its time is over, or the app ends."""
    if process.returncode is None:
        process.kill()
        await process.wait()
