"""The HTTP server."""

from __future__ import annotations

import gc
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI

from workout_core import __version__
from workout_core.attachments.endpoints import add_attachment_endpoints
from workout_core.routers import PREFIX, ROUTERS
from workout_core.schemas import ReadSchema
from workout_core.server.endpoints import add_endpoints
from workout_core.server.errors import add_error_handlers
from workout_core.server.gate import Gate
from workout_core.server.requests import RequestLog

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from workout_core.auth.authority import Authority
    from workout_core.db.backend import LocalBackend

DESCRIPTION = (
    "Log and read workouts. Every address but this description and /healthz wants a bearer token, "
    "on this machine too."
)
LARGEST_BODY = 64 << 20
TAGS = [
    {"name": "exercises", "description": "The catalogue, and what a user made or changed of it."},
    {"name": "session", "description": "The workout that is open, and the rest that runs."},
    {"name": "live", "description": "The open workout with its plan, as whoever trains needs it."},
    {"name": "workouts", "description": "Sessions, and lines of the set notation on their way in."},
    {"name": "exercise-executions", "description": "Exercises done in a workout, in order."},
    {"name": "sets", "description": "The sets of an execution, in order."},
    {"name": "texts", "description": "Workouts in the set notation, edited as text."},
    {"name": "history", "description": "What was done, by exercise, by day, by a text."},
    {
        "name": "statistics",
        "description": "Records, trends, hard sets, streaks; each tells its rule.",
    },
    {"name": "body", "description": "What a body measures: weight, girths, a user's own."},
    {"name": "profile", "description": "What scores and advice need to know of a user."},
    {"name": "account", "description": "Who you are here, and where you are logged in."},
    {"name": "gyms", "description": "Bars, plates, dumbbells and stacks, by gym."},
    {"name": "attachments", "description": "Files of workouts and exercises; bytes as streams."},
    {"name": "charts", "description": "Series, day by day, that are worth drawing."},
    {"name": "calculators", "description": "Maxima, scores, plates and paces, worked out."},
    {"name": "operations", "description": "What was changed, taken back and made again."},
    {"name": "transfer", "description": "Workouts of other apps in, everything out."},
    {"name": "server", "description": "The server itself."},
]


class Health(ReadSchema):
    """Whether the server and its database answer."""

    status: str
    version: str


def create_app(backend: LocalBackend, authority: Authority | None = None) -> FastAPI:
    """The application over a database; with an authority people log in by an issuer."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        gc.collect()
        gc.enable()
        gc.freeze()  # what is alive now lives on: leaving it out of collections keeps slow answers rare
        yield
        await backend.close()

    app = FastAPI(
        title="workout",
        version=__version__,
        description=DESCRIPTION,
        lifespan=lifespan,
        openapi_tags=TAGS,
        max_body_size=LARGEST_BODY,
        redirect_slashes=False,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{PREFIX}/openapi.json",
    )
    app.state.backend = backend
    app.state.authority = authority
    for name, router in ROUTERS.items():
        add_endpoints(app, name, router)
    add_attachment_endpoints(app)
    app.add_api_route(
        "/healthz",
        health,
        tags=["server"],
        summary="Whether the server lives",
        operation_id="health",
    )
    add_error_handlers(app)
    app.add_middleware(Gate)
    if authority:
        from workout_core.server.logins import Logins

        app.add_middleware(Logins, authority=authority)
    app.add_middleware(RequestLog)
    return app


async def health() -> Health:
    """Answers while the server lives; it asks for no token and looks at no data."""
    return Health(status="ok", version=__version__)
