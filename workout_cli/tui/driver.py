"""A terminal in which Esc acts at once.

Context: the byte of Esc is also the first one of what other keys send. Textual waits a tenth of a second for the rest,
and looks whether that has gone by once in a tenth of a second. Decision: the wait is as short as editors make it, and
ends when it is over; on a way that may tear what a key sends into pieces, it is as long as Textual's, and `ESCDELAY`
says how long where somebody has set it.
"""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from select import select
from typing import TYPE_CHECKING, Final

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.message import Message

ESCAPE_S: Final = 0.01
LOOK_S: Final = 0.1
MOST: Final = 4096


def patience(environment: Mapping[str, str]) -> float:
    """How many seconds the rest of what a key sends may take."""
    is_set = "ESCDELAY" in environment or "SSH_CONNECTION" in environment
    return constants.ESCAPE_DELAY if is_set else ESCAPE_S


class Keys(XTermParser):
    """Keys as they are made of what a terminal sends."""

    @property
    def waits(self) -> bool:
        """Whether what came so far may be the beginning of something."""
        return self._timeout_time is not None

    def give_up(self) -> Iterable[Message]:
        """What came so far, of which there is no more."""
        self._timeout_time = 0.0
        return self.tick()


class PromptDriver(LinuxDriver):
    """Reads keys in a thread, as the driver that it extends."""

    def run_input_thread(self) -> None:
        keys = Keys(self._debug)
        decode = getincrementaldecoder("utf-8")().decode
        longest = patience(os.environ)
        while not self.exit_event.is_set():
            ready, _, _ = select([self.fileno], [], [], longest if keys.waits else LOOK_S)
            if not ready:
                found = keys.give_up() if keys.waits else ()
            else:
                came = self._came()
                if not came:
                    self._app.call_later(self._app.run_action, "app.leave")
                    return
                text = decode(came)
                found = keys.feed(text) if text else ()  # nothing, amid a letter
            for message in found:
                self.process_message(message)

    def _came(self) -> bytes:
        """What was typed; nothing where the terminal is gone, which whoever runs without signals is not told."""
        try:
            return os.read(self.fileno, MOST)
        except OSError:
            return b""
