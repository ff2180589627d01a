"""Leads a person through a login: a browser is opened, or a code is shown."""

from __future__ import annotations

import threading
import webbrowser
from typing import TYPE_CHECKING

from workout_cli.console import say, styled
from workout_core.schemas import clean

if TYPE_CHECKING:
    from workout_core.auth.schemas import DeviceCodeRead


class Terminal:
    """A person at a terminal."""

    def page(self, url: str) -> None:
        """Open the browser of the system, or of BROWSER; it may keep its command until it is closed."""
        say(f"Log in in your browser. If none opens, go to\n  {url}")
        threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()

    def code(self, started: DeviceCodeRead) -> None:
        """Say what to type where."""
        code = styled(clean(started.user_code), "bold")
        minutes = started.expires_in // 60
        say(
            f"In any browser, go to\n  {clean(started.verification_uri)}\nand type the code\n  {code}"
        )
        say(f"It is good for {minutes} minutes; Ctrl-C gives up.")
