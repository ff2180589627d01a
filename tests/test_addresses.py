"""Every public method of a service is an operation, and has an address."""

from __future__ import annotations

import inspect
from collections import Counter
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from workout_core.auth.scopes import BY_TAG, DEFAULT, SCOPES, Grantable, Scope, needed
from workout_core.routers import ROUTERS
from workout_core.routing import Route, Router
from workout_core.schemas import ReadSchema, Schema
from workout_core.services import Services

ROUTES = [(name, route) for name, router in ROUTERS.items() for route in router.routes]


def missing(router: Router[Any]) -> set[str]:
    """The operations of a service that have no address."""
    public = {
        name
        for name, value in inspect.getmembers(router.service, inspect.isfunction)
        if not name.startswith("_")
    }
    return public ^ {route.name for route in router.routes}


def test_every_service_has_a_router() -> None:
    assert [name for name in vars(Services) if not name.startswith("_")] == list(ROUTERS)


@pytest.mark.parametrize("router", ROUTERS.values(), ids=ROUTERS)
def test_every_operation_has_an_address(router: Router[Any]) -> None:
    assert missing(router) == set()


def test_a_method_without_an_address_is_noticed() -> None:
    class Forgetful:
        async def known(self) -> None:
            """Known."""

        async def forgotten(self) -> None:
            """Forgotten."""

    router = Router(Forgetful, tag="forgetful")
    router.get("/known", Forgetful.known)
    assert missing(router) == {"forgotten"}


def test_no_address_stands_twice() -> None:
    counted = Counter((route.verb, route.path) for _, route in ROUTES)
    assert [address for address, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(("name", "route"), ROUTES, ids=[f"{n}.{r.name}" for n, r in ROUTES])
def test_only_schemas_cross_the_border(name: str, route: Route) -> None:
    assert route.summary, f"{name}.{route.name} has no docstring"
    assert inspect.iscoroutinefunction(route.method)
    returned = route.signature.return_annotation
    assert returned is None or issubclass(returned, ReadSchema)
    taken = {
        key: each.annotation
        for key, each in route.signature.parameters.items()
        if key not in route.path_fields
    }
    assert all(issubclass(each, BaseModel) and issubclass(each, Schema) for each in taken.values())
    assert len(taken) <= 1
    assert route.path_fields <= set(route.signature.parameters)


@pytest.mark.parametrize(("name", "route"), ROUTES, ids=[f"{n}.{r.name}" for n, r in ROUTES])
def test_every_operation_says_what_a_token_needs_for_it(name: str, route: Route) -> None:
    needs = needed(route)
    assert needs
    assert {*needs} <= SCOPES.keys()
    if route.tag == "account":
        assert name == "account" or needs == ("account:admin",)
    elif not route.reads:
        assert any(each.endswith(":write") for each in needs)
    else:
        assert all(each.endswith(":read") for each in needs)


def test_an_operation_of_an_unknown_domain_cannot_be_served() -> None:
    class Stranger:
        async def known(self) -> None:
            """Known."""

    router = Router(Stranger, tag="stranger")
    router.get("/known", Stranger.known)
    with pytest.raises(KeyError):
        needed(router.routes[0])


def test_the_scopes_are_the_same_wherever_they_stand() -> None:
    assert get_args(Scope) == (*SCOPES,)
    assert get_args(Grantable) == DEFAULT == tuple(SCOPES)[:-1]
    assert {route.tag for _, route in ROUTES} == BY_TAG.keys()
