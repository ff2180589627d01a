"""The profile: what scores and advice need to know of a user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workout_core.accounts.schemas import BandRead, ProfileRead, ProfileUpdate
from workout_core.errors import InvalidError
from workout_core.training.bands import bands
from workout_core.vocabulary import Muscle, values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.accounts.repository import AccountRepository


class ProfileService:
    def __init__(self, repository: AccountRepository) -> None:
        self._repository = repository

    async def get(self) -> ProfileRead:
        """What is known of the user, and the sets a week that they aim at."""
        return read_profile(await self._repository.person())

    async def update(self, data: ProfileUpdate) -> ProfileRead:
        """Change what is given of the profile; of the bands those of the muscles that are named."""
        year = self._repository.now.year
        if data.birth_year is not None and data.birth_year > year:
            raise InvalidError("That year of birth is yet to come", hints=[f"up to {year}"])
        person = await self._repository.person()
        changes = data.changes()
        own = {**person["bands"]}
        for muscle, band in changes.pop("bands", {}).items():
            own.pop(muscle, None)
            if band is not None:
                own[muscle] = [band["low"], band["high"]]
        changed = await self._repository.put_person({**changes, "bands": own})
        return read_profile(changed)


def read_profile(person: Mapping[str, Any]) -> ProfileRead:
    """A profile, as it leaves."""
    own = person["bands"]
    every = bands(own)
    return ProfileRead(
        **{name: person[name] for name in ProfileRead.model_fields if name != "bands"},
        bands=[
            BandRead(muscle=each, low=every[each].low, high=every[each].high, own=each in own)
            for each in values(Muscle)
            if each in every
        ],
    )
