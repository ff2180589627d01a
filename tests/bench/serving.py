"""One variant of the server in a process of its own: `python -m tests.bench.serving VARIANT URL FD`.

Every variant answers `/cpu` with the seconds of CPU that its process used.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import uvicorn
from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI
    from starlette.requests import Request

ROOT: Final = Path(__file__).parents[2]
VARIANTS: Final = ("ours", "hand", "seed")


@contextmanager
def served(variant: str, url: str) -> Iterator[int]:
    """The port of a server over a database; what is asked before it is up waits in the listener's queue."""
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        command = [sys.executable, "-W", "ignore", "-m", "tests.bench.serving", variant, url]
        with subprocess.Popen(
            [*command, str(listener.fileno())], cwd=ROOT, pass_fds=[listener.fileno()]
        ) as process:
            try:
                port: int = listener.getsockname()[1]
                listener.close()
                yield port
            finally:
                process.kill()


def application(variant: str, url: str) -> FastAPI:
    """The variant over the database of a SQLAlchemy URL."""
    plain = re.sub(r"^\w+\+\w+:", "postgresql:", url)
    path = Path(url.removeprefix("sqlite:///"))
    is_file = url.startswith("sqlite:")
    if variant == "ours":
        return _ours(url)
    if variant == "seed":
        from tests.bench import as_seed

        return as_seed.in_threads(url) if is_file else as_seed.asynchronous(url)
    from tests.bench import hand_postgres, hand_sqlite

    return hand_sqlite.application(path) if is_file else hand_postgres.application(plain)


def _ours(url: str) -> FastAPI:
    from workout_core.backend import open_backend
    from workout_core.config import Settings
    from workout_core.db.backend import LocalBackend
    from workout_core.server.app import create_app

    backend = open_backend(Settings(url))
    assert isinstance(backend, LocalBackend)
    return create_app(backend)


async def cpu(request: Request) -> JSONResponse:
    return JSONResponse(time.process_time())


def main(variant: str, url: str, descriptor: str) -> None:
    app = application(variant, url)
    app.add_route("/cpu", cpu)
    config = uvicorn.Config(
        app, loop="uvloop", http="httptools", log_level="warning", access_log=False
    )
    uvicorn.Server(config).run(sockets=[socket.socket(fileno=int(descriptor))])


if __name__ == "__main__":
    main(*sys.argv[1:])
