"""Makes a service whose operations are answered by a server."""

from __future__ import annotations

import asyncio
import ssl
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import httpx
from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from workout_core.errors import UnreachableError, WorkoutError
from workout_core.ids import new_id
from workout_core.routers import PREFIX
from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from workout_core.routing import Route, Router

S = TypeVar("S")
adapter = cache(TypeAdapter)
TIMEOUT: Final = httpx.Timeout(30, connect=5)
PATIENT_S: Final = (0.1, 0.2, 0.4, 0.8, 1.5, 2.0)  # five seconds: a server starts in two
BRIEF_S: Final = (0.1,)
PASSING: Final = frozenset({502, 503, 504})  # of a proxy whose server starts, or of a busy database
NOT_OURS: Final = "check WORKOUT_SERVER_URL: it is the address that `workout serve` printed"
# What a proxy answers by itself, when the server behind it gives no answer, or when it lets nothing so large by.
OF_PROXIES: Final[Mapping[int, tuple[str, str]]] = {
    **dict.fromkeys(
        (502, 503, 504),
        ("it cannot reach the workout server behind it", "try again in a moment"),
    ),
    413: ("it is a proxy that refuses so large a file", "for nginx: client_max_body_size 0"),
}


def remote_service(
    router: Router[S], http: httpx.AsyncClient, waits: Sequence[float] = PATIENT_S
) -> S:
    """An object with the service's methods, each of which makes its request.

    `waits` are the seconds between a request that broke off and the same again.
    """
    calls = {route.name: _call(route) for route in router.routes}
    remote: Any = object.__new__(type(f"Remote{router.service.__name__}", (router.service,), calls))
    remote.http, remote.waits = http, waits
    return cast("S", remote)


def _call(route: Route) -> Callable[..., Any]:
    async def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        arguments = route.signature.bind(*args, **kwargs).arguments
        response = await patiently(self.http, _request(self.http, route, arguments), self.waits)
        if route.signature.return_annotation is None:
            return None
        return read_answer(route.signature.return_annotation, response)

    return call


def read_answer(kind: Any, response: httpx.Response) -> Any:
    """What a server answered, as a schema."""
    try:
        return adapter(kind).validate_json(response.content)
    except ValidationError as error:
        raise UnreachableError(
            f"{response.url.host} answered, but not as a workout server of this version",
            hints=[NOT_OURS],
        ) from error


def _request(http: httpx.AsyncClient, route: Route, arguments: dict[str, Any]) -> httpx.Request:
    path = {name: str(arguments.pop(name)) for name in route.path_fields}
    schema = arguments.pop(route.schema_field, None) if route.schema_field else None
    given = schema.model_dump(mode="json", exclude_unset=True) if schema else {}
    url = f"{PREFIX}{route.path.format(**path)}".lstrip("/")
    if route.reads:
        query = {
            name: to_jsonable_python(value) for name, value in given.items() if value is not None
        }
        return http.build_request(route.verb, url, params=query)
    headers = {"Idempotency-Key": str(new_id())}
    if route.verb in ("PATCH", "DELETE"):
        headers["If-Match"] = "*"  # as in process: a text that is edited has a version of its own
    return http.build_request(route.verb, url, json=given if schema else None, headers=headers)


async def patiently(
    http: httpx.AsyncClient,
    request: httpx.Request,
    waits_s: Sequence[float],
    done: Callable[[], Awaitable[httpx.Response | None]] | None = None,
) -> httpx.Response:
    """The answer of success to a request that may be sent twice, for it is read only, or has a key.

    A server that goes away while it is asked, as when it is started anew, is waited for. One that is not there to
    begin with, or is silent, is told at once. What is costly to send again is not, if `done` has an answer to it.
    """
    waits = iter(waits_s)
    is_there = False
    while True:
        try:
            response = await http.send(request)
        except httpx.TimeoutException as error:
            raise unreachable(request, error) from error
        except httpx.TransportError as error:
            is_there = is_there or _broke_off(error)
            wait = next(waits, None) if is_there else None
            if wait is None:
                raise unreachable(request, error) from error
        else:
            is_there = True
            wait = next(waits, None) if response.status_code in PASSING else None
            if wait is None:
                return await _succeeded(request, response)
        await asyncio.sleep(wait)
        if done and (known := await done()):
            return known


def _broke_off(error: httpx.TransportError) -> bool:
    """Whether a server was there, and went away; one that speaks something else stays what it is."""
    away = "disconnected" in str(error) or "closed" in str(error)
    return isinstance(error, httpx.ReadError | httpx.WriteError | httpx.CloseError) or away


async def send(
    http: httpx.AsyncClient, request: httpx.Request, *, stream: bool = False
) -> httpx.Response:
    """The answer of success to a request, any other as its error; of a stream the body is yet to come."""
    return await _succeeded(request, await answered(http, request, stream=stream))


async def _succeeded(request: httpx.Request, response: httpx.Response) -> httpx.Response:
    if response.is_success:
        return response
    try:
        await response.aread()
    except httpx.TransportError as error:
        raise unreachable(request, error) from error
    raise _error(response)


async def answered(
    http: httpx.AsyncClient, request: httpx.Request, *, stream: bool = False
) -> httpx.Response:
    """What a server answers, whatever that is; UnreachableError where it does not."""
    try:
        return await http.send(request, stream=stream)
    except httpx.TransportError as error:
        raise unreachable(request, error) from error


def unreachable(request: httpx.Request, error: httpx.RequestError) -> UnreachableError:
    """What it means that a request has no answer."""
    if isinstance(error, httpx.TimeoutException):
        return UnreachableError(
            f"{request.url.host} did not answer in time", hints=["try again in a moment"]
        )
    place = request.url.netloc.decode()
    if fault := _fault_of_certificate(error):
        return UnreachableError(
            f"The certificate of {place} is not trusted: {fault}",
            hints=["SSL_CERT_FILE=FILE names the certificates of whoever signed it"],
        )
    return UnreachableError(
        f"The server {place} cannot be reached",
        hints=["is it running, and is WORKOUT_SERVER_URL its address?"],
    )


def _fault_of_certificate(error: BaseException) -> str:
    """What is wrong with a certificate, if that is why there is no connection."""
    cause: BaseException | None = error
    while cause:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return clean(cause.verify_message)
        cause = cause.__cause__ or cause.__context__
    return ""


def _error(response: httpx.Response) -> WorkoutError:
    """The error that the server raised, or what an answer of some other server means."""
    try:
        body = response.json()
        kind = WorkoutError.by_code[body["type"]]
        return kind(clean(str(body["error"])), **(body["details"] or {}))
    except (ValueError, KeyError, TypeError, RecursionError):
        host, status = response.url.host, response.status_code
        if status in OF_PROXIES:
            told, hint = OF_PROXIES[status]
            return UnreachableError(f"{host} answers, but {told} ({status})", hints=[hint])
        return UnreachableError(f"{host} answered {status}", hints=[NOT_OURS])
