"""The user to whom a database without logins belongs."""

from __future__ import annotations

from typing import Final

OWNER: Final = 1
