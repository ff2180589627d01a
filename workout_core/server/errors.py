"""Errors as HTTP answers: `{"error", "type", "details"}` and a status for each kind."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.routing import Match, Route

from workout_core import errors
from workout_core.schemas import ReadSchema
from workout_core.server.access import require_token

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import FastAPI, Request

logger = logging.getLogger("workout.server")

STATUS: Final[dict[type[errors.WorkoutError], int]] = {
    errors.NotFoundError: 404,
    errors.InvalidError: 422,
    errors.UnauthorizedError: 401,
    errors.ForbiddenError: 403,
    errors.ConflictError: 409,
    errors.TooOftenError: 429,
    errors.UnreachableError: 503,
    errors.ChangedError: 412,
    errors.UnguardedError: 428,
}


class ErrorBody(ReadSchema):
    """What every error answers."""

    error: str = Field(description="One sentence for a person.")
    type: str = Field(description="The kind of error, for a program.")
    details: dict[str, Any] | None = Field(description="What helps to mend it, `hints` among them.")


MEANINGS: Final = {
    401: "The token is missing, unknown, expired or revoked.",
    403: "The token does not reach that far.",
    404: "There is no such thing, or it is someone else's.",
    409: "It is there already, is in use, or changed meanwhile.",
    422: "What was given cannot be.",
    429: "Too often; Retry-After says for how many seconds to wait.",
    500: "A fault of the server; nothing was changed.",
    503: "Try again: the database is busy or cannot be reached.",
}
GUARDED: Final = {
    412: "It was changed since it was read; the details have its ETag.",
    428: "The request has no If-Match.",
}


def _responses(meanings: Mapping[int, str]) -> dict[int | str, dict[str, Any]]:
    return {
        status: {"model": ErrorBody, "description": meaning} for status, meaning in meanings.items()
    }


RESPONSES: Final = _responses(MEANINGS)
GUARDED_RESPONSES: Final = _responses({**MEANINGS, **GUARDED})


def add_error_handlers(app: FastAPI) -> None:
    """Every error of the app answers in one shape."""
    app.add_exception_handler(errors.WorkoutError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unknown)


def answer(error: errors.WorkoutError) -> JSONResponse:
    """The answer that an error is."""
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
    if status >= 500:
        logger.error("%s: %s", error.code, error.message)
    return JSONResponse(error.body(), status, _headers(status, error.details))


def _headers(status: int, details: Mapping[str, Any]) -> dict[str, str]:
    """What a program is told beside the body: which token is wanted (RFC 6750), or when."""
    if status == 401:
        return {"WWW-Authenticate": "Bearer"}
    if status == 403 and "scope" in details:
        challenge = f'Bearer error="insufficient_scope", scope="{details["scope"]}"'
        return {"WWW-Authenticate": challenge}
    if status == 429:
        return {"Retry-After": str(details["retry_after_s"])}
    return {}


async def _known(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, errors.WorkoutError)
    return answer(error)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    """What is wrong with a request is told only to whom the server knows."""
    assert isinstance(error, RequestValidationError)
    try:
        await require_token(request)
    except errors.WorkoutError as refusal:
        return answer(refusal)
    fields = [
        {
            "field": ".".join(map(str, each["loc"][1:])),
            "message": each["msg"].removeprefix("Value error, "),
        }
        for each in error.errors()
    ]
    first = fields[0]
    message = ": ".join(filter(None, (first["field"], first["message"])))
    return answer(errors.InvalidError(message, fields=fields))


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    if error.status_code == 400:
        return answer(errors.InvalidError("The body is no text in UTF-8"))
    kinds = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}
    body = {
        "error": str(error.detail),
        "type": kinds.get(error.status_code, "http"),
        "details": None,
    }
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = ", ".join(sorted(_verbs(request)))
    return JSONResponse(body, error.status_code, headers)


def _verbs(request: Request) -> set[str]:
    """What may be asked at an address; the framework tells of its first operation only."""
    return {
        verb
        for route in request.app.routes
        if isinstance(route, Route) and route.matches(request.scope)[0] is not Match.NONE
        for verb in route.methods or ()
    }


async def _unknown(request: Request, error: Exception) -> JSONResponse:
    return answer(errors.WorkoutError("The server failed; nothing was changed"))
