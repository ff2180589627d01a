"""Gives service methods their HTTP addresses.

    router = Router(WorkoutService, tag="workouts")
    router.get("/workouts/{workout_id}", WorkoutService.get)

In process a method is called as it stands. From its address and its signature the server makes an endpoint
(`workout_core.server.endpoints`) and the remote backend makes a request (`workout_core.remote.client`), so an
operation is written once.

An addressed method takes path fields and at most one schema, and returns a schema or None. The schema travels as
the query of a GET and as the body of any other request. A GET never writes: it runs in a reading transaction.

What a token must reach for an operation follows from its router's tag and its verb (`workout_core.auth.scopes`);
scopes after the method are a row's own, instead.

A service imports for its annotations' sake only what it runs with: schemas that just pass through it stand behind
TYPE_CHECKING, and its router hands over the `names` by which its signatures are read.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from functools import cached_property
from string import Formatter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workout_core.auth.scopes import Needs, Scope

S = TypeVar("S")


@dataclass(frozen=True)
class Route:
    """One operation's address."""

    verb: str
    path: str
    method: Callable[..., Any]
    status: int
    tag: str
    needs: Needs = ()
    names: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        return self.method.__name__

    @property
    def reads(self) -> bool:
        return self.verb == "GET"

    @cached_property
    def signature(self) -> inspect.Signature:
        """The method's signature without `self`, its annotations evaluated."""
        signature = inspect.signature(self.method, locals=self.names, eval_str=True)
        _, *parameters = signature.parameters.values()
        return signature.replace(parameters=parameters)

    @cached_property
    def path_fields(self) -> frozenset[str]:
        return frozenset(name for _, name, _, _ in Formatter().parse(self.path) if name)

    @cached_property
    def schema_field(self) -> str | None:
        """The name of the parameter that takes a schema."""
        for name, parameter in self.signature.parameters.items():
            if isinstance(parameter.annotation, type) and issubclass(
                parameter.annotation, BaseModel
            ):
                return name
        return None

    @property
    def summary(self) -> str:
        """The first line of the method's docstring."""
        return inspect.cleandoc(self.method.__doc__ or "").partition("\n")[0].rstrip(".")


class Router(Generic[S]):
    """The addresses of one service's operations."""

    def __init__(
        self, service: type[S], *, tag: str, names: Mapping[str, Any] | None = None
    ) -> None:
        self.service = service
        self.tag = tag
        self.routes: list[Route] = []
        self._names = names or {}

    def get(self, path: str, method: Callable[..., Any], *needs: Scope) -> None:
        self._add("GET", path, method, 200, needs)

    def post(self, path: str, method: Callable[..., Any], *needs: Scope) -> None:
        self._add("POST", path, method, 201, needs)

    def patch(self, path: str, method: Callable[..., Any], *needs: Scope) -> None:
        self._add("PATCH", path, method, 200, needs)

    def delete(self, path: str, method: Callable[..., Any], *needs: Scope) -> None:
        self._add("DELETE", path, method, 204, needs)

    def _add(
        self, verb: str, path: str, method: Callable[..., Any], status: int, needs: Needs
    ) -> None:
        self.routes.append(Route(verb, path, method, status, self.tag, needs, self._names))
