"""By which way somebody logs in, where nobody says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Way = Literal["browser", "device"]


def usual_way(environ: Mapping[str, str], platform: str) -> Way:
    """A browser, where one could show itself here; over SSH, and without a screen, that of another machine."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return "device"
    has_screen = any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
    return "device" if platform.startswith("linux") and not has_screen else "browser"
