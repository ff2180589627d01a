"""Sentences on the profile of a user, and on their gyms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.db.executor import Row
    from workout_core.operations.batch import Batch

PROFILE: Final = ("sex", "birth_year", "height_value", "height_unit", "bands")
# The key follows the name.
SILENT: Final = frozenset({"key"})


def profile(batch: Batch) -> str | None:
    """What is known of the user from now on."""
    if entry := batch.first("profile", "create"):
        after = {name: value for name in PROFILE if (value := entry["after"].get(name))}
        entry = {**entry, "before": dict.fromkeys(after), "after": after}
    elif not (entry := batch.first("profile", "update")):
        return None
    return f"changed the profile: {', '.join(filter(None, (_plain(batch, entry), _bands(entry))))}"


def gyms(batch: Batch) -> str | None:
    """What was added, changed or taken out of gyms, and which is in use."""
    if entry := batch.first("gym", "create"):
        return f"added the gym {entry['after']['name']}"
    if entry := batch.first("gym", "delete"):
        return f"deleted the gym {batch.known.row(entry).get('name')}"
    turns = {
        entry["after"]["in_use"]: batch.known.row(entry).get("name")
        for entry in batch.of("gym", "update")
        if "in_use" in entry["after"]
    }
    if turns:
        return f"used the gym {turns[True]}" if True in turns else f"left the gym {turns[False]}"
    if entry := batch.first("gym", "update"):
        told = batch.differences([_without(entry, SILENT)])
        return f"changed the gym {batch.known.row(entry).get('name')}: {told}"
    return None


def _plain(batch: Batch, entry: Row) -> str:
    return batch.differences([_without(entry, frozenset({"bands"}))])


def _bands(entry: Row) -> str:
    """The bands that changed, as in `chest 10-20 -> 8-12`; the usual one has no numbers here."""
    old, new = (entry[at].get("bands") or {} for at in ("before", "after"))
    changed = [each for each in {**old, **new} if old.get(each) != new.get(each)]
    return ", ".join(
        f"{each.replace('_', ' ')} {_band(old, each)} -> {_band(new, each)}" for each in changed
    )


def _band(bands: Mapping[str, Any], muscle: str) -> str:
    return "-".join(map(str, bands[muscle])) if muscle in bands else "usual"


def _without(entry: Row, names: frozenset[str]) -> Row:
    kept = {
        at: {name: value for name, value in entry[at].items() if name not in names}
        for at in ("before", "after")
    }
    return {**entry, **kept}
