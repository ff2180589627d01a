"""Chains of sets: drops and the rests of a rest-pause set follow the set before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from workout_core.db.executor import Row

FOLLOWING: Final = ("drop", "restpause")


def heads(rows: Sequence[Row]) -> dict[UUID, UUID | None]:
    """The set that each set follows, by the notation: a drop or rest-pause set the last that is none."""
    found: dict[UUID, UUID | None] = {}
    head = None
    for row in rows:
        follows = row["kind"] in FOLLOWING
        found[row["id"]] = head if follows else None
        head = head if follows else row["id"]
    return found


def relinked(before: Sequence[Row], after: Sequence[Row]) -> Iterator[tuple[Row, dict[str, Any]]]:
    """The sets of an execution that follow another one than before, each with that one."""
    was, now = heads(before), heads(after)
    for row in after:
        if was.get(row["id"]) != now[row["id"]]:
            yield row, {"parent_set_id": now[row["id"]]}


def without_head(gone: Row, rows: Sequence[Row]) -> Iterator[tuple[Row, dict[str, Any]]]:
    """The sets that followed one that is gone: the first takes its place, the others follow that one."""
    followers = [row for row in rows if row["parent_set_id"] == gone["id"]]
    for row in followers[:1]:
        yield row, {"kind": gone["kind"], "parent_set_id": None}
    for row in followers[1:]:
        yield row, {"parent_set_id": followers[0]["id"]}
