"""A program in a terminal of its own: what a person would type is sent, what they would see is read."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PATIENCE_S = 60.0
AGAIN_S = 2.0


class Terminal:
    """A program in a pseudo-terminal; its output is text with \\n for line ends."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        size: tuple[int, int] = (200, 80),
    ) -> None:
        self._process, self._descriptor = pty.fork()
        if self._process == 0:
            try:
                os.chdir(folder)
                os.execvpe(command[0], list(command), dict(environment))
            finally:
                os._exit(127)
        self.resize(*size)
        self._seen = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.close(self._descriptor)
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)

    def resize(self, rows: int, columns: int) -> None:
        fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def echoes(self) -> bool:
        """Whether what is typed is shown by the terminal itself."""
        return bool(termios.tcgetattr(self._descriptor)[3] & termios.ECHO)

    def kill(self) -> None:
        """End the program as a crash does."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)

    def hang_up(self) -> int:
        """The exit code of a program whose terminal is gone."""
        self._descriptor, gone = os.open(os.devnull, os.O_RDWR), self._descriptor
        os.close(gone)
        ends = os.pidfd_open(self._process)
        assert select.select([ends], [], [], PATIENCE_S)[0], "it goes on without a terminal"
        os.close(ends)
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])

    def code(self) -> int:
        """The exit code of a program that ends."""
        while self._read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self._process, 0)[1])

    def send(self, text: str) -> None:
        os.write(self._descriptor, text.encode())

    def until(self, text: str) -> str:
        """What is seen up to a text, which must come."""
        wanted = text.encode()
        while wanted not in self._seen:
            if not self._read():
                raise AssertionError(f"{text!r} never came; seen: {self._text(self._seen)}")
        found, _, self._seen = self._seen.partition(wanted)
        return self._text(found)

    def rest(self) -> str:
        """What is seen until the program ends."""
        while self._read():
            pass
        return self._text(self._seen)

    def interrupt(self) -> str:
        """Ctrl-C, once more while nothing comes of it: one that meets a program just as it begins to read is lost."""
        for _ in range(int(PATIENCE_S / AGAIN_S)):
            self.send("\x03")
            while select.select([self._descriptor], [], [], AGAIN_S)[0]:
                if not self._read():
                    return self._text(self._seen)
        raise AssertionError(f"Ctrl-C does nothing; seen: {self._text(self._seen)}")

    def _is_drawn(self, seconds: float) -> bool:
        """Whether something comes in so many seconds."""
        return bool(select.select([self._descriptor], [], [], seconds)[0])

    def _read(self) -> bool:
        ready, _, _ = select.select([self._descriptor], [], [], PATIENCE_S)
        if not ready:
            raise AssertionError(f"nothing came in time; seen: {self._text(self._seen)}")
        try:
            found = os.read(self._descriptor, 65536)
        except OSError:  # Linux says so when the program has ended
            return False
        self._seen += found
        return bool(found)

    @staticmethod
    def _text(found: bytes) -> str:
        return found.decode(errors="replace").replace("\r\n", "\n")
