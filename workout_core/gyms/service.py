"""Gyms: what stands where somebody trains, and in which of them they are."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from workout_core.errors import AmbiguousError, DuplicateError, InvalidError, NotFoundError
from workout_core.gyms.schemas import GymCreate, GymList, GymRead, GymReference, GymUpdate
from workout_core.training.gear import parse_masses, parse_plates, split_unit, unit_of
from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.accounts.repository import AccountRepository
    from workout_core.db.executor import Row
    from workout_core.gyms.repository import GymRepository
    from workout_core.vocabulary import MassUnit

LIST: Final = "workout gym list shows your gyms"
MASSES: Final = ("bars", "dumbbells", "stack")


class GymService:
    def __init__(self, repository: GymRepository, accounts: AccountRepository) -> None:
        self._repository = repository
        self._accounts = accounts

    async def list(self) -> GymList:
        """All gyms, by their names."""
        rows = await self._repository.all()
        return GymList(items=[GymRead.model_validate(row) for row in rows])

    async def create(self, data: GymCreate) -> GymRead:
        """Add a gym; the first one is in use at once."""
        rows = await self._repository.all()
        _check_name(data.name, rows)
        gear = await self._gear(data.model_dump(exclude={"name", "unit"}), data.unit)
        names = {"name": data.name, "key": gym_key(data.name)}
        row = await self._repository.add({**names, **gear, "in_use": not rows})
        return GymRead.model_validate(row)

    async def find(self, reference: GymReference) -> GymRead:
        """The gym of a name, or of its beginning where no other begins so."""
        key, rows = gym_key(reference.text), await self._repository.all()
        found = [row for row in rows if row["key"] == key]
        found = found or [row for row in rows if row["key"].startswith(key)]
        if len(found) == 1:
            return GymRead.model_validate(found[0])
        if found:
            raise AmbiguousError(
                f"More than one gym is called like {reference.text!r}",
                hints=[row["name"] for row in found],
            )
        names = {row["key"]: row["name"] for row in rows}
        near = [names[each] for each in get_close_matches(key, names, 3)]
        raise NotFoundError(f"No gym is called {reference.text!r}", hints=[*near, LIST])

    async def get(self, gym_id: UUID) -> GymRead:
        """A gym, and what stands there."""
        return GymRead.model_validate(await self._row(gym_id))

    async def update(self, gym_id: UUID, data: GymUpdate) -> GymRead:
        """Change what is given of a gym."""
        row, values = await self._row(gym_id), data.changes()
        values.pop("unit", None)
        if name := values.get("name"):
            _check_name(name, [each for each in await self._repository.all() if each != row])
            values["key"] = gym_key(name)
        gear = await self._gear({**values}, data.unit)
        return GymRead.model_validate(await self._repository.change(row, gear))

    async def delete(self, gym_id: UUID) -> None:
        """Delete a gym; nothing that was logged changes."""
        await self._repository.delete(await self._row(gym_id))

    async def use(self, gym_id: UUID) -> GymRead:
        """Load from now on what stands in this gym."""
        row = await self._row(gym_id)
        if not row["in_use"]:
            await self.leave()
            row = await self._repository.change(row, {"in_use": True})
        return GymRead.model_validate(row)

    async def leave(self) -> None:
        """Use no gym: load what the settings, or the usual plates, allow."""
        if row := await self._repository.in_use():
            await self._repository.change(row, {"in_use": False})

    async def _gear(self, values: Mapping[str, Any], unit: MassUnit | None) -> dict[str, Any]:
        """Values of which the gear is written as it is kept: checked, and with its unit.

        What has none is in that of the bars, or of the plates: those are loaded together.
        """
        said = unit_of(values.get("bars"), values.get("plates"))
        usual = said or unit or (await self._accounts.profile())["unit"]
        gear = {name: _masses(values[name], usual) for name in MASSES if values.get(name)}
        if values.get("plates"):
            gear["plates"] = _plates(values["plates"], usual)
        return {**values, **gear}

    async def _row(self, gym_id: UUID) -> Row:
        for row in await self._repository.all():
            if row["id"] == gym_id:
                return row
        raise NotFoundError(f"There is no gym {gym_id}", hints=[LIST])


def gym_key(name: str) -> str:
    """What names of gyms are compared by: without case, one blank between words."""
    return " ".join(name.casefold().split())


def _check_name(name: str, rows: list[Row]) -> None:
    if not any(map(str.isalnum, name)):
        raise InvalidError(f"{name!r} has nothing to be known by", hints=["home"])
    for row in rows:
        if row["key"] == gym_key(name):
            raise DuplicateError(f"A gym is called {row['name']!r} already")


def _masses(text: str, usual: MassUnit) -> str:
    """Masses as they were written, with their unit."""
    words, unit = split_unit(text, usual)
    parse_masses(words, unit)
    return " ".join([*words.split(), unit])


def _plates(text: str, usual: MassUnit) -> str:
    unit, kit = parse_plates(text, usual)
    words = [
        f"{plain(mass):f}{'' if count is None else f'x{count}'}" for mass, count in kit.items()
    ]
    return " ".join([*words, unit])
