"""Makes FastAPI endpoints of a router's addresses.

An endpoint has its method's own parameters. It runs the method on the services of the bearer's user, in one
transaction that is committed before the answer is made: an answer of success is a promise. On a database that
blocks, the whole transaction runs in a worker thread, so that the event loop never waits for a disk.
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
from workout_core.server.errors import RESPONSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_core.db.backend import LocalBackend
    from workout_core.routing import Route, Router


def add_endpoints(app: FastAPI, name: str, router: Router[Any]) -> None:
    """Add a router's addresses; `name` is the field of `Services` that holds its service.

    To the app itself, for FastAPI looks into an included router anew at each request.
    """
    for route in router.routes:
        build_schemas(route.signature.return_annotation, *_annotations(route))
        result = route.signature.return_annotation
        endpoint = _endpoint(name, route)
        app.add_api_route(
            PREFIX + route.path,
            endpoint,
            methods=[route.verb],
            tags=[router.tag],
            status_code=route.status,
            response_model=result,
            summary=route.summary,
            description=inspect.cleandoc(route.method.__doc__ or ""),
            operation_id=f"{name}_{route.name}",
            responses=RESPONSES,
            dependencies=security(endpoint),
        )


def build_schemas(*annotations: Any) -> None:
    """Finish schemas, which wait for their first use; a server builds them all before it answers."""
    for each in annotations:
        if isinstance(each, type) and issubclass(each, BaseModel):
            each.model_config["defer_build"] = False
            each.model_rebuild()


def _annotations(route: Route) -> Iterator[Any]:
    return (each.annotation for each in route.signature.parameters.values())


def _endpoint(name: str, route: Route) -> Any:
    """A function with the method's own parameters, and with the request."""
    service_of = attrgetter(name)
    result = route.signature.return_annotation
    dump = TypeAdapter(result).dump_json if result is not None else None

    @reaching(*needed(route))
    async def endpoint(request: Request, **arguments: Any) -> Response:
        backend: LocalBackend = request.app.state.backend
        asking = shown(request)

        async def operate() -> Any:
            reads = route.reads
            async with services_of(backend.database, asking, readonly=reads) as services:
                return await route.method(service_of(services), **arguments)

        value = await perform(backend, operate())
        if dump is None:
            return Response(status_code=route.status)
        return Response(dump(value), route.status, media_type="application/json")

    request = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    parameters = [_parameter(route, each) for each in route.signature.parameters.values()]
    vars(endpoint)["__signature__"] = inspect.Signature([*parameters, request])
    endpoint.__name__ = route.name
    return endpoint


def _parameter(route: Route, parameter: inspect.Parameter) -> inspect.Parameter:
    annotation = parameter.annotation
    if route.reads and parameter.name == route.schema_field:
        annotation = Annotated[annotation, Query()]
    return parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=annotation)
