"""A headless Chromium, by its debugging protocol over pipes: what a person's browser does with our pages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOUND: Final = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
PHONE: Final = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}


class Chromium:
    """One page of a browser."""

    def __init__(self, to: BinaryIO, came: BinaryIO) -> None:
        self._to, self._came = to, came
        self._numbers = count(1)
        self._session: str | None = None
        self.messages: list[str] = []
        page = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=page, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.send(f"{domain}.enable")
        self.send("Emulation.setDeviceMetricsOverride", **PHONE)

    def open(self, url: str) -> None:
        """Go to an address, and wait for its page."""
        self.send("Page.navigate", url=url)
        self.wait()

    def press(self, selector: str) -> None:
        """Press what a page has, and wait for where that leads."""
        self.look(f"document.querySelector({json.dumps(selector)}).click()")
        self.wait()

    def look(self, expression: str) -> Any:
        """What an expression is on the page."""
        found = self.send("Runtime.evaluate", expression=expression, returnByValue=True)
        return found["result"].get("value")

    def wait(self) -> None:
        """Wait until a page is there."""
        while self._next().get("method") != "Page.loadEventFired":
            pass

    def send(self, method: str, **parameters: Any) -> Any:
        """Ask for something, and wait for the answer."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._to.write(json.dumps(message).encode() + b"\0")
        self._to.flush()
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]

    def _next(self) -> dict[str, Any]:
        text = b""
        while not text.endswith(b"\0"):
            byte = self._came.read(1)
            assert byte, "the browser ended"
            text += byte
        message: dict[str, Any] = json.loads(text[:-1])
        if message.get("method") == "Log.entryAdded":
            self.messages.append(message["params"]["entry"]["text"])
        return message


@contextmanager
def chromium(folder: Path) -> Iterator[Chromium]:
    """A browser that was nowhere yet."""
    assert FOUND
    ours, theirs = os.pipe(), os.pipe()
    flags = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-dev-shm-usage"
    command = f'exec "$0" {flags} --remote-debugging-pipe --user-data-dir="$1" 3<&{ours[0]} 4>&{theirs[1]}'
    with subprocess.Popen(
        ["bash", "-c", command, FOUND, str(folder)],
        pass_fds=(ours[0], theirs[1]),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(ours[0])
        os.close(theirs[1])
        with os.fdopen(ours[1], "wb") as to, os.fdopen(theirs[0], "rb") as came:
            try:
                yield Chromium(to, came)
            finally:
                process.kill()
