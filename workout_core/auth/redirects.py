"""Where a login may send its code: to a program on the same machine, and nowhere else (RFC 8252, 7.3)."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlencode

_LOOPBACK: Final = re.compile(r"http://(?:127\.0\.0\.1|\[::1\]):([1-9][0-9]{3,4})/callback")
LOWEST_PORT: Final = 1024


def is_loopback(uri: str) -> bool:
    """Whether a redirect URI is the literal loopback address, an unprivileged port and our path, and nothing more."""
    found = _LOOPBACK.fullmatch(uri)
    return found is not None and LOWEST_PORT <= int(found[1]) < 1 << 16


def answer_to(uri: str, **parameters: str) -> str:
    """A redirect URI with an answer for the program that listens there."""
    return f"{uri}?{urlencode(parameters)}"
