"""Makes FastAPI endpoints of a router's addresses.

An endpoint has its method's own parameters. It runs the method on the services of the bearer's user, in one
transaction that is committed before the answer is made: an answer of success is a promise. On a database that
blocks, the whole transaction runs in a worker thread, so that the event loop never waits for a disk.

Who changes what can be read at the same address says which version they have seen (`workout_core.server.tags`), and
who may have to ask twice gives the request a key (`workout_core.server.replays`).
"""

from __future__ import annotations

import inspect
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import FastAPI, Query, Request, Response
from pydantic import BaseModel, TypeAdapter

from workout_core.auth.scopes import needed
from workout_core.routers import PREFIX
from workout_core.server.access import perform, reaching, security, services_of, shown
from workout_core.server.errors import GUARDED_RESPONSES, RESPONSES
from workout_core.server.replays import PARAMETER as KEY
from workout_core.server.replays import REPLAYED, asked, once
from workout_core.server.tags import (
    ANY,
    IF_MATCH,
    IF_NONE_MATCH,
    is_known,
    require_seen,
    tag_of,
    unguarded,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from workout_core.db.backend import LocalBackend, LocalServices
    from workout_core.routing import Route, Router


def add_endpoints(app: FastAPI, name: str, router: Router[Any]) -> None:
    """Add a router's addresses; `name` is the field of `Services` that holds its service.

    To the app itself, for FastAPI looks into an included router anew at each request.
    """
    for route in router.routes:
        build_schemas(route.signature.return_annotation, *_annotations(route))
        operation = Operation(name, route, _read_at(router, route))
        endpoint = operation.endpoint()
        app.add_api_route(
            PREFIX + route.path,
            endpoint,
            methods=[route.verb],
            tags=[router.tag],
            status_code=route.status,
            response_model=route.signature.return_annotation,
            summary=route.summary,
            description=inspect.cleandoc(route.method.__doc__ or ""),
            operation_id=f"{name}_{route.name}",
            responses=operation.responses,
            dependencies=security(endpoint),
            openapi_extra={"parameters": operation.headers},
        )


def _read_at(router: Router[Any], route: Route) -> Route | None:
    """The operation that reads what a change at the same address changes."""
    if route.verb not in ("PATCH", "DELETE"):
        return None
    found = (each for each in router.routes if each.reads and each.path == route.path)
    return next((each for each in found if each.schema_field is None), None)


def build_schemas(*annotations: Any) -> None:
    """Finish schemas, which wait for their first use; a server builds them all before it answers."""
    for each in annotations:
        if isinstance(each, type) and issubclass(each, BaseModel):
            each.model_config["defer_build"] = False
            each.model_rebuild()


def _annotations(route: Route) -> Iterator[Any]:
    return (each.annotation for each in route.signature.parameters.values())


class Operation:
    """What an endpoint does: a method of a service, and where it changes something, what reads that."""

    def __init__(self, name: str, route: Route, read: Route | None) -> None:
        self.route = route
        self.read = read
        self._service_of = attrgetter(name)
        self._dump = _dumper(route)
        self._dump_read = _dumper(read) if read else _nothing
        self._is_read_anew = read is not None and _result(read) is _result(route)
        # What is told once is kept nowhere, and so is answered once.
        self._is_told_once = "secret" in getattr(_result(route), "model_fields", ())

    @property
    def headers(self) -> list[dict[str, Any]]:
        """The headers that it heeds, as the description of the API tells them."""
        if self.route.reads:
            return [IF_NONE_MATCH]
        if self._is_told_once:
            return []
        return [IF_MATCH, KEY] if self.read else [KEY]

    @property
    def responses(self) -> dict[int | str, dict[str, Any]]:
        """What it answers but for success."""
        if self.route.reads:
            return RESPONSES | {304: {"description": "It is as the client knows it."}}
        return GUARDED_RESPONSES if self.read else RESPONSES

    def endpoint(self) -> Any:
        """A function with the method's own parameters, and with the request."""
        answer = self._reading if self.route.reads else self._changing

        @reaching(*needed(self.route))
        async def endpoint(request: Request, **arguments: Any) -> Response:
            return await answer(request, arguments)

        request = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
        given = [_parameter(self.route, each) for each in self.route.signature.parameters.values()]
        vars(endpoint)["__signature__"] = inspect.Signature([*given, request])
        endpoint.__name__ = self.route.name
        return endpoint

    async def _reading(self, request: Request, arguments: dict[str, Any]) -> Response:
        backend: LocalBackend = request.app.state.backend
        asking = shown(request)

        async def operate() -> Any:
            async with services_of(backend.database, asking, readonly=True) as services:
                return await self.route.method(self._service_of(services), **arguments)

        body = self._dump(await perform(backend, operate()))
        tag = tag_of(body)
        if is_known(request.headers.get("if-none-match"), tag):
            return Response(status_code=304, headers={"ETag": tag})
        return _json(body, self.route.status, {"ETag": tag})

    async def _changing(self, request: Request, arguments: dict[str, Any]) -> Response:
        backend: LocalBackend = request.app.state.backend
        asking = shown(request)
        by = None if self._is_told_once else await asked(request)
        seen = request.headers.get("if-match")

        async def operate() -> tuple[bytes, bool]:
            async with services_of(backend.database, asking) as services:
                if self.read and seen is None:
                    raise unguarded()
                return await once(
                    services.replays, by, lambda: self._change(services, seen, arguments)
                )

        body, is_replayed = await perform(backend, operate())
        headers = REPLAYED if is_replayed else {}
        if self._is_read_anew:
            headers = {**headers, "ETag": tag_of(body)}
        if _result(self.route) is None:
            return Response(status_code=self.route.status, headers=headers)
        return _json(body, self.route.status, headers)

    async def _change(
        self, services: LocalServices, seen: str | None, arguments: dict[str, Any]
    ) -> bytes:
        """What the method returns, unless somebody changed what is there since it was seen."""
        service = self._service_of(services)
        if self.read and seen and seen.strip() != ANY:
            place = {name: arguments[name] for name in self.read.path_fields}
            require_seen(seen, tag_of(self._dump_read(await self.read.method(service, **place))))
        return self._dump(await self.route.method(service, **arguments))


def _result(route: Route) -> Any:
    return route.signature.return_annotation


def _dumper(route: Route) -> Callable[[Any], bytes]:
    """Writes what an operation returns as JSON."""
    result = _result(route)
    return _nothing if result is None else TypeAdapter(result).dump_json


def _nothing(_: Any) -> bytes:
    return b""


def _json(body: bytes, status: int, headers: Mapping[str, str]) -> Response:
    return Response(body, status, dict(headers), media_type="application/json")


def _parameter(route: Route, parameter: inspect.Parameter) -> inspect.Parameter:
    annotation = parameter.annotation
    if route.reads and parameter.name == route.schema_field:
        annotation = Annotated[annotation, Query()]
    return parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=annotation)
