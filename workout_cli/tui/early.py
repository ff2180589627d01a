"""Keys that come before there is what they are for: held in their order, and pressed one by one once it is there.

Each is let through the screen that it goes to, and what it began is awaited, before the next one is pressed: they come
faster than anybody types, and to a screen that another of them has only just brought up.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from textual.events import Key, MouseDown, MouseUp, Paste

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.events import Event
    from textual.message_pump import MessagePump
    from textual.worker import Worker

HELD: Final = (Key, Paste, MouseDown, MouseUp)
MOST: Final = 500
PATIENCE_S: Final = 2.0
LEAVES: Final = "ctrl+c"
# What Enter is before the terminal hands over keys one by one.
LINE_END: Final = "ctrl+j"


class EarlyKeys:
    """What was typed and clicked until now; nothing is held any more once all of it was given."""

    def __init__(self) -> None:
        self.is_over = False
        self._held: list[Event] = []

    def hold(self, event: Event, passed: Callable[[str], bool]) -> bool:
        """Whether an event is held; keys that are `passed` are not, unless others wait before them."""
        if self.is_over or not isinstance(event, HELD) or event.is_forwarded:
            return False
        if isinstance(event, Key):
            if event.key == LEAVES or (not self._held and passed(event.key)):
                return False
            if event.key == LINE_END:
                event = Key("enter", "\r")
        if len(self._held) < MOST:
            self._held.append(event)
        return True

    async def give(self, app: App[None], press: Callable[[Event], Awaitable[None]]) -> None:
        """Press what was held, and what comes meanwhile behind it."""
        others = set(app.workers)
        while self._held:
            app.call_later(press, self._held.pop(0))
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_S):
                    await _done(app, others)
        self.is_over = True


async def _done(app: App[None], others: set[Worker[object]]) -> None:
    """Wait until a key has gone its way, and what it began has ended."""
    await _passed(app)
    for node in (app.focused or app.screen).ancestors_with_self:
        await _passed(node)
    drawn = asyncio.Event()
    if app.screen.call_after_refresh(drawn.set):  # it may be there since this key
        await drawn.wait()
    begun = [each.wait() for each in app.workers if each not in others and not each.is_finished]
    if begun:
        await asyncio.gather(*begun, return_exceptions=True)
        await _done(app, others)


async def _passed(node: MessagePump) -> None:
    """Wait until a node has done what it had to do."""
    reached = asyncio.Event()
    if node.call_later(reached.set):
        await reached.wait()
