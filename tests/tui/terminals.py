"""The program's TUI in a terminal, whose screen is read as a person would."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyte

from tests.processes import Program
from tests.terminal import PATIENCE_S, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

WORKOUT: Final = str(Path(sys.executable).with_name("workout"))
RESTING_S: Final = 1.0
QUIET_S: Final = 0.15
# Those that pyte takes for text.
UNKNOWN: Final = re.compile(r"\x1b\[[<>=][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$p")


class Tui(Terminal):
    """`workout` alone on a line, of so many columns and rows."""

    def __init__(
        self,
        home: Path,
        given: Mapping[str, str],
        *words: str,
        size: tuple[int, int] = (80, 24),
        command: Sequence[str] = (WORKOUT,),
    ) -> None:
        environment = Program(home, **{"TERM": "xterm-256color", **given}).environment
        columns, rows = size
        super().__init__([*command, *words], environment, home, (rows, columns))
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self.written = ""

    def resize(self, rows: int, columns: int) -> None:
        super().resize(rows, columns)
        if hasattr(self, "_screen"):
            self._screen.resize(rows, columns)

    @property
    def lines(self) -> list[str]:
        """What is on the screen."""
        return [each.rstrip() for each in self._screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def sees(self, wanted: str | Callable[[str], bool]) -> str:
        """The screen once it shows a text, or one that fits."""
        deadline = time.monotonic() + PATIENCE_S
        while not self._shows(wanted):
            assert time.monotonic() < deadline, f"{wanted!r} never came:\n{self.text}"
            assert self._read(), f"it ended:\n{self.text}\n{self.written[-2000:]}"
            self._draw()
        return self.text

    def rests(self) -> None:
        """Wait until nothing more is drawn for a while; not for ever, as clocks are drawn on and on."""
        deadline = time.monotonic() + RESTING_S
        while time.monotonic() < deadline and self._is_drawn(QUIET_S):
            assert self._read()
            self._draw()

    def answers(self, keys: str, wanted: str | Callable[[str], bool] = "") -> float:
        """Seconds from keys to the first change of the screen after them that shows what is wanted."""
        before = self._looks
        began = time.perf_counter()
        self.send(keys)
        while time.perf_counter() - began < PATIENCE_S:
            assert self._read(), f"it ended:\n{self.text}"
            taken = time.perf_counter() - began
            self._draw()
            if self._shows(wanted) and (wanted or self._looks != before):
                return taken
        raise AssertionError(f"{keys!r} shows nothing:\n{self.text}")

    def _shows(self, wanted: str | Callable[[str], bool]) -> bool:
        return wanted in self.text if isinstance(wanted, str) else wanted(self.text)

    @property
    def _looks(self) -> list[tuple[object, ...]]:
        """Every cell of the screen, with its colours."""
        screen = self._screen
        return [
            tuple(screen.buffer[row][column] for column in range(screen.columns))
            for row in range(screen.lines)
        ]

    def leaves(self, keys: str) -> int:
        """The exit code after keys that end it."""
        self.send(keys)
        code = self.code()
        self._draw()
        return code

    def _draw(self) -> None:
        found = self._seen.decode(errors="replace")
        if found.endswith("\ufffd"):  # in the midst of a letter
            return
        self._seen = b""
        self.written += found
        self._stream.feed(UNKNOWN.sub("", found))
