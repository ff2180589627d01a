"""Chromium without a window, by its remote debugging port."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from contextlib import contextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING, Any, Final

import httpx
from websockets.sync.client import connect

from tests.processes import LIMIT, eventually

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from websockets.sync.client import ClientConnection

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser")
MUST_BE_HERE: Final = bool(os.environ.get("WORKOUT_TEST_BROWSER"))
ABSENT: Final = "not installed: apt-get install chromium fonts-dejavu-core"


class Page:
    """The one page of a browser: commands go to it, what happens to it is kept."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._ids = count(1)
        self.events: list[dict[str, Any]] = []

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """What the page answers to a command."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (heard := self._heard(LIMIT)).get("id") != number:
            pass
        assert "error" not in heard, heard
        answer: dict[str, Any] = heard["result"]
        return answer

    def until(self, condition: Callable[[], bool]) -> None:
        """Listen until something holds."""
        deadline = time.monotonic() + LIMIT
        while not condition():
            assert time.monotonic() < deadline, self.events[-3:]
            with suppress(TimeoutError):
                self._heard(0.1)

    def happened(self, method: str) -> list[dict[str, Any]]:
        """What an event told, each time that it happened."""
        return [each["params"] for each in self.events if each["method"] == method]

    def press(self, key: str, code: int) -> None:
        """Press a key that types no letter of its own."""
        about = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        for kind in ("rawKeyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, **about)

    def _heard(self, seconds: float) -> dict[str, Any]:
        heard: dict[str, Any] = json.loads(self._socket.recv(seconds))
        if "method" in heard:
            self.events.append(heard)
        return heard


@contextmanager
def page(folder: Path, environment: Mapping[str, str]) -> Iterator[Page]:
    """A page that is still empty."""
    assert CHROMIUM, ABSENT
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    options += ["--remote-debugging-port=0", f"--user-data-dir={folder}", "--window-size=1000,600"]
    port = folder / "DevToolsActivePort"
    with subprocess.Popen(
        [CHROMIUM, *options, "--no-first-run", "about:blank"],
        env=dict(environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as browser:
        try:
            eventually(lambda: port.exists() and "\n" in port.read_text())
            number = port.read_text().splitlines()[0]
            found = httpx.get(f"http://127.0.0.1:{number}/json/list", timeout=LIMIT).json()
            address = next(each for each in found if each["type"] == "page")["webSocketDebuggerUrl"]
            with connect(address, max_size=None) as socket:
                there = Page(socket)
                there.ask("Emulation.setFocusEmulationEnabled", enabled=True)
                yield there
        finally:
            browser.kill()
