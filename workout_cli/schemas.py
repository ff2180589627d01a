"""The JSON Schemas of what the commands print: made from the models that the server answers with."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from workout_cli.fields import models_in
from workout_core.errors import NotFoundError
from workout_core.routers import ROUTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import BaseModel


@cache
def models() -> Mapping[str, type[BaseModel]]:
    """Every schema that leaves the program, by name; a page is called after its items."""
    returned = (
        route.signature.return_annotation for router in ROUTERS.values() for route in router.routes
    )
    kinds = [model for each in returned for model in models_in(each)]
    found = {_name(each): each for each in _inside(kinds)}
    return {name: found[name] for name in sorted(found)}


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a model; NotFoundError with the nearest where there is none of that name."""
    known = {each.lower(): each for each in models()}
    plain = name.lower().removeprefix("workout.").removesuffix("/1")
    if plain not in known:
        near = [known[each] for each in get_close_matches(plain, known, cutoff=0.5)]
        raise NotFoundError(
            f"No output is called {name!r}", hints=near or ["workout schema lists them"]
        )
    model = models()[known[plain]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(mode="serialization"),
    }


def _name(model: type[BaseModel]) -> str:
    arguments = model.__pydantic_generic_metadata__["args"]
    return f"{arguments[0].__name__}Page" if arguments else model.__name__


def _inside(kinds: Iterable[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """The models, and those of which their fields are."""
    for model in kinds:
        yield model
        for field in model.model_fields.values():
            yield from _inside(models_in(field.annotation))
