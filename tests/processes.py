"""The program as its users run it, each test's in a home of its own: as processes, or in this one."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from contextvars import Context
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self
from unittest.mock import patch

import httpx

from workout_cli.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

LIMIT: Final = 60.0  # seconds for each wait, on a machine that does ten other things
ROOT: Final = Path(__file__).parent.parent
COMMAND: Final = (sys.executable, "-m", "workout_cli")
ALONE: Final = {"prompt", "serve"}  # they keep a process, or end it in their own way


@dataclass(frozen=True)
class Ended:
    """How a process ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def errors(self) -> list[str]:
        return self.err.splitlines()


class Program:
    """Runs `workout` in an environment that has nothing of this machine's user."""

    def __init__(self, home: Path, **environment: str) -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        folders = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        self.environment = {
            "PATH": os.environ.get("PATH", ""),
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "SSL_CERT_DIR": str(home),  # certificates take 30 ms for each client of HTTP
            "WORKOUT_BACKUPS": "0",  # a test that is about the daily copy says so
            **dict.fromkeys(folders, str(home)),
            **environment,
        }

    def given(self, **environment: str) -> Self:
        """The same with more in its environment."""
        more = type(self)(self.home)
        more.environment = self.environment | environment
        return more

    def start(
        self, *words: str | Path, before: Sequence[str] = (), **options: Any
    ) -> subprocess.Popen[str]:
        """A process that runs on; `before` is the command that starts it, if it isn't to be us."""
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE) | options
        command = [*before, *COMMAND, *map(str, words)]
        return subprocess.Popen(
            command, cwd=self.home, env=self.environment, text=True, encoding="utf-8", **streams
        )

    def __call__(
        self,
        *words: str | Path,
        before: Sequence[str] = (),
        stdin: str = "",
        limit: float = LIMIT,
        **options: Any,
    ) -> Ended:
        """Run a command to its end; one that does not end in time is killed, and fails the test."""
        with self.start(*words, before=before, **options) as process:
            return ended(process, stdin=stdin, limit=limit)

    @contextmanager
    def serve(self, *words: str, name: str = "server", port: int = 0) -> Iterator[Served]:
        """`workout serve` on a port, a free one if none is given, answering; stopped at the end if it still runs."""
        out, log = (self.home / f"{name}.{ending}" for ending in ("out", "log"))
        with out.open("wb") as to_out, log.open("wb") as to_log:
            process = self.start("serve", "--port", str(port), *words, stdout=to_out, stderr=to_log)
        with process:
            try:
                yield Served(process, out, log)
            finally:
                if process.poll() is None:
                    process.kill()
                process.communicate(timeout=LIMIT)


class InProcess(Program):
    """The same, whose commands run in this process, at a tenth of the time.

    What starts, is sent signals, waits, or has streams of the system remains a process.
    """

    def __call__(
        self,
        *words: str | Path,
        before: Sequence[str] = (),
        stdin: str = "",
        limit: float = LIMIT,
        **options: Any,
    ) -> Ended:
        alone = words[:1] and words[0] in ALONE
        if before or options or alone or "PYTHONIOENCODING" in self.environment:
            return super().__call__(*words, before=before, stdin=stdin, limit=limit, **options)
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return self._here(words, stdin)
        with ThreadPoolExecutor(1) as other:  # where a command may run a loop of its own
            return other.submit(self._here, words, stdin).result(limit)

    def _here(self, words: Sequence[str | Path], stdin: str) -> Ended:
        given = io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8", "surrogateescape")
        out = io.TextIOWrapper(io.BytesIO(), "utf-8", "surrogateescape")
        err = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace")
        with ExitStack() as undone:
            undone.callback(_tell_time)
            undone.enter_context(patch.dict(os.environ, self.environment, clear=True))
            undone.enter_context(patch.object(sys, "argv", ["workout", *map(str, words)]))
            undone.enter_context(patch.object(sys, "stdin", given))
            undone.enter_context(redirect_stdout(out))
            undone.enter_context(redirect_stderr(err))
            undone.enter_context(chdir(self.home))
            _tell_time()
            code = Context().run(_exit_code)
        return Ended(code, _written(out), _written(err))


def _exit_code() -> int:
    """How the program ends, without what it leaves behind for the end of its process."""
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    except Exception:
        traceback.print_exc()
    finally:
        gc.unfreeze()
        gc.enable()
    return 1


def _tell_time() -> None:
    """Take TZ from the environment as it is now."""
    if sys.platform != "win32":
        time.tzset()


def _written(stream: io.TextIOWrapper[io.BytesIO]) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode(errors="surrogateescape").replace("\r\n", "\n")


class Served:
    """A server that answers."""

    def __init__(self, process: subprocess.Popen[str], out: Path, log: Path) -> None:
        self.process = process
        self._out, self._log = out, log
        self.url = ""
        eventually(self._answers)
        found = re.search(r"WORKOUT_TOKEN=(\S+)", self.out)
        self.token = found[1] if found else None

    @property
    def out(self) -> str:
        return self._out.read_text(encoding="utf-8")

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    @property
    def requests(self) -> list[dict[str, Any]]:
        """The lines of its log, each of which is JSON."""
        return [json.loads(line) for line in self.log.splitlines()]

    @property
    def port(self) -> int:
        return httpx.URL(self.url).port or 0

    @property
    def environment(self) -> Mapping[str, str]:
        """What a client needs."""
        return {"WORKOUT_SERVER_URL": self.url, "WORKOUT_TOKEN": self.token or ""}

    def client(self, token: str | None = None) -> httpx.Client:
        """An HTTP client with the token."""
        bearer = token or self.token
        headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
        return httpx.Client(base_url=self.url, headers=headers, timeout=LIMIT)

    def stop(self, how: signal.Signals = signal.SIGINT, *, limit: float = LIMIT) -> int:
        """Ask it to stop, and return its exit code."""
        self.process.send_signal(how)
        return self.process.wait(limit)

    def _answers(self) -> bool:
        if self.process.poll() is not None:
            raise AssertionError(f"the server ended with {self.process.returncode}: {self.log}")
        if not (found := re.search(r"serves on (\S+)", self.out)):
            return False
        self.url = found[1]
        try:
            return httpx.get(f"{self.url}/healthz", timeout=LIMIT).is_success
        except httpx.TransportError:
            return False


def ended(process: subprocess.Popen[str], *, stdin: str = "", limit: float = LIMIT) -> Ended:
    """How a process ends, in time."""
    try:
        out, err = process.communicate(stdin, timeout=limit)
    except subprocess.TimeoutExpired as error:
        process.kill()
        out, err = process.communicate()
        raise AssertionError(f"no end after {limit} s: {process.args!r}\n{out}{err}") from error
    return Ended(process.returncode, out or "", err or "")


def eventually(condition: Callable[[], bool], *, limit: float = LIMIT) -> None:
    """Wait until something holds; it never holding fails the test."""
    deadline = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < deadline, f"{condition} did not hold in {limit} s"
        time.sleep(0.005)
