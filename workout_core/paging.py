"""Lists by the page, and changes by the field: the two shapes that most operations take or give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar

from pydantic import Field, model_validator

from workout_core.schemas import ReadSchema, Schema

T = TypeVar("T")


class Patch(Schema):
    """What changes of a thing: a field that is not given stays, and null clears it unless it is `never_null`."""

    never_null: ClassVar[frozenset[str]] = frozenset()

    @model_validator(mode="after")
    def _keeps_what_it_needs(self) -> Self:
        for name in self.never_null & self.model_fields_set:
            if getattr(self, name) is None:
                raise ValueError(f"{name} cannot be null")
        return self

    def changes(self) -> dict[str, Any]:
        """What was given."""
        return self.model_dump(exclude_unset=True)


class PageParams(Schema):
    """Which page of a list."""

    page: Annotated[int, Field(ge=1, le=100_000, description="Which page, from 1.")] = 1
    size: Annotated[int, Field(ge=1, le=100, description="Items a page.")] = 20

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.size


class Page(ReadSchema, Generic[T]):
    """One page of a list, and how many items there are in all."""

    items: Sequence[T]
    total: int
    page: int
    size: int

    @classmethod
    def of(cls, items: Sequence[T], at: PageParams) -> Page[T]:
        """The page of a list that is at hand as a whole."""
        shown = items[at.offset : at.offset + at.size]
        return cls(items=shown, total=len(items), page=at.page, size=at.size)
