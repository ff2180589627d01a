"""The server's application over a database of a test's own."""

from __future__ import annotations

from copy import copy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.datastructures import State

from workout_core.db.backend import LocalBackend
from workout_core.db.embedded import EmbeddedDatabase
from workout_core.server.app import create_app

if TYPE_CHECKING:
    from fastapi import FastAPI


def application(served: LocalBackend) -> FastAPI:
    """The application as the server has it; its addresses, which take long to make, are made once for all tests."""
    app = copy(made_once())
    app.state = State({"backend": served})
    return app


@cache
def made_once() -> FastAPI:
    """The application over no database: what it describes of itself."""
    return create_app(LocalBackend(EmbeddedDatabase(Path("unused.db"))))
