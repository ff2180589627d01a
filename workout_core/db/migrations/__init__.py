"""How the tables came to be, step by step; the same steps on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import Final

HEAD: Final = "0013"
