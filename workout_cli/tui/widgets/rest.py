"""The rest between two sets, counted down: large in a pane, or on one line where there is no room.

What is kept is when the rest ends, by the clock of whoever keeps it; here only the seconds that are left are counted,
so that two clocks which differ do no harm.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Digits

from workout_cli.tui.widgets.clicked import clicked
from workout_cli.tui.widgets.told import Told
from workout_core.workouts.session_schemas import RestRead

if TYPE_CHECKING:
    from decimal import Decimal

    from textual.app import ComposeResult

TICK_S: Final = 0.25
STEP_S: Final = 15
FORGOTTEN_S: Final = 600  # after so long nobody rests any more
CHANGES: Final = (clicked(" - ", "screen.more_rest(-1)"), clicked("+ 15s", "screen.more_rest(1)"))
FULL, PART, EMPTY = "━", "╸", "─"


def rest_of(seconds: Decimal) -> RestRead:
    """A rest that begins now."""
    until = datetime.now(UTC) + timedelta(seconds=float(seconds))
    return RestRead(until=until, seconds=seconds, left_s=seconds)


class Countdown:
    """How much is left of a rest, of how much."""

    def __init__(self, rest: RestRead | None = None) -> None:
        runs = rest is not None and rest.until is not None
        self.total = float(rest.seconds or 0) if rest and runs else 0.0
        self._ends = monotonic() + float(rest.left_s) if rest and runs else None

    @property
    def left(self) -> float | None:
        """Seconds, below 0 when it is over; None where no rest runs, or did long ago."""
        if self._ends is None:
            return None
        left = self._ends - monotonic()
        return left if left > -FORGOTTEN_S else None


def told(seconds: float) -> str:
    """Seconds as m:ss; those that are over are told too."""
    whole = int(-(-seconds // 1))
    minutes, rest = divmod(abs(whole), 60)
    return f"{'+' if whole < 0 else ''}{minutes}:{rest:02}"


def bar(share: float, width: int) -> str:
    """A line, filled as far as a share says."""
    halves = round(max(0.0, min(1.0, share)) * width * 2)
    line = FULL * (halves // 2) + (PART if halves % 2 else "")
    return line + EMPTY * (width - len(line))


class RestPane(Vertical, can_focus=True):
    """The pane, which rings at 0; + and - change how long it takes."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding("plus,equals_sign", "change(1)", "+15 s", show=False),
        Binding("minus", "change(-1)", "-15 s", show=False),
    ]

    class Changed(Message):
        """How long the rest should take from now on."""

        def __init__(self, seconds: float) -> None:
            super().__init__()
            self.seconds = seconds

    def __init__(self) -> None:
        super().__init__(id="rest", classes="pane")
        self.border_title = "Rest"
        self.countdown = Countdown()
        self._rings = False
        self._of = ""

    def compose(self) -> ComposeResult:
        yield Digits("–:––")
        yield Told(id="restbar")

    def on_mount(self) -> None:
        self.set_interval(TICK_S, self._tick)
        self._tick()

    def show(self, rest: RestRead) -> None:
        """Count this one down."""
        self.countdown = Countdown(rest)
        self._rings = (self.countdown.left or 0) > 0
        self._tick()

    def action_change(self, steps: int) -> None:
        left = self.countdown.left
        seconds = max(0.0, left or 0.0) + steps * STEP_S
        if left is not None and seconds > 0:
            self.post_message(self.Changed(seconds))

    def line(self, width: int) -> Content:
        """The rest in one line of so many columns; nothing where none runs."""
        left = self.countdown.left
        if left is None:
            return Content()
        word = f"REST {told(left)}" if left > 0 else f"REST OVER {told(left)}"
        of = f"of {told(self.countdown.total)} "
        changes = Content.assemble(*CHANGES)
        room = max(4, width - len(word) - len(of) - changes.cell_length - 4)
        return Content.assemble(f"{word}  {bar(self._done(left), room)}  {of}", changes)

    def _tick(self) -> None:
        left = self.countdown.left
        self.set_class(left is not None and left > 0, "-running")
        self.set_class(left is not None and left <= 0, "-over")
        digits = self.query_one(Digits)
        if digits.value != (now := "–:––" if left is None else told(left)):
            digits.update(now)
        share = 0.0 if left is None else self._done(left)
        self.query_one(Told).tell(Content(bar(share, max(1, self.size.width - 2))))
        of = "" if left is None else f"of {told(self.countdown.total)} "
        if self._of != of:
            self._of = of
            self.border_subtitle = Content.assemble(of, *(CHANGES if of else ()))
        if self._rings and left is not None and left <= 0:
            self._rings = False
            self.app.bell()
        self.screen.post_message(self.Ticked())

    def _done(self, left: float) -> float:
        return 1 - left / self.countdown.total if self.countdown.total else 1.0

    class Ticked(Message):
        """A quarter of a second has gone by."""
