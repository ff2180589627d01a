"""What one transaction changed, written to the operation log as one batch."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from workout_core.ids import new_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.db.executor import Executor
    from workout_core.vocabulary import Action, Entity

# What is told as one: a value and its unit.
WHOLES: Final[Mapping[str, frozenset[str]]] = {
    "load": frozenset({"load_value", "load_unit", "load_mode"}),
    "distance": frozenset({"distance_m", "distance_value", "distance_unit"}),
    "bodyweight": frozenset({"bodyweight_value", "bodyweight_unit"}),
    "bar": frozenset({"bar_value", "bar_unit"}),
    "height": frozenset({"height_value", "height_unit"}),
}
# What every sentence on a row says of it, also where it stays as it was.
SAID: Final[Mapping[Entity, frozenset[str]]] = {
    "goal": frozenset({"value", "unit", "until"}),
    "measurement": frozenset({"value", "unit", "local_date"}),
    "training_max": frozenset({"value", "unit"}),
}


class Journal:
    """Collects the changes of a transaction; `flush` writes them inside it, so that both stand or fall together."""

    def __init__(self, executor: Executor, user: int, device: str) -> None:
        self.now = datetime.now(UTC)
        self._executor = executor
        self._user = user
        self._device = device
        self._entries: list[dict[str, Any]] = []

    @property
    def is_behind(self) -> bool:
        """Whether something was changed that is not in the log yet."""
        return bool(self._entries)

    def created(self, entity: Entity, row: Mapping[str, Any]) -> None:
        self._record(entity, "create", row["id"], None, row)

    def changed(self, entity: Entity, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Only the columns that differ are kept, on both sides, and what is told with them: it may differ later."""
        differing = {name for name, value in after.items() if before.get(name) != value}
        told = SAID.get(entity, frozenset()).union(
            *(columns for columns in WHOLES.values() if columns & differing)
        )
        names = [name for name in after if name in differing | told]
        action: Action = "delete" if "deleted_at" in differing and after["deleted_at"] else "update"
        old, new = ({name: row[name] for name in names} for row in (before, after))
        self._record(entity, action, after["id"], old, new)

    def removed(self, entity: Entity, row: Mapping[str, Any]) -> None:
        """A row that is gone for good; all of it is kept here."""
        self._record(entity, "delete", row["id"], row, {})

    async def flush(self) -> None:
        """Write what was collected as one batch, which has the id of its first entry.

        Ids tell the order in which changes were made, also where a clock was put back: undo goes by it.
        """
        if self._entries:
            last = await self._executor.one("operations.last", user_id=self._user)
            ids = new_ids(len(self._entries), after=last["id"] if last else None)
            rows = [
                {**entry, "id": each, "batch_id": ids[0]}
                for entry, each in zip(self._entries, ids, strict=True)
            ]
            await self._executor.many("operations.add", rows)
            self._entries = []

    def _record(
        self,
        entity: Entity,
        action: Action,
        entity_id: UUID,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any],
    ) -> None:
        self._entries.append(
            {
                "user_id": self._user,
                "device": self._device,
                "entity": entity,
                "entity_id": entity_id,
                "action": action,
                "before": None if before is None else _document(before),
                "after": _document(after, drop_none=action == "create"),
                "at": self.now,
                "undone_at": None,
                "created_at": self.now,
                "updated_at": self.now,
            }
        )


def _document(row: Mapping[str, Any], *, drop_none: bool = False) -> dict[str, Any]:
    return {
        name: str(value) if isinstance(value, UUID | Decimal | date) else value
        for name, value in row.items()
        if name != "user_id" and not (drop_none and value is None)
    }
