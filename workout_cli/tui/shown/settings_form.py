"""Settings as lines of forms, and what was written into them as changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_cli.runner import SETTINGS
from workout_cli.tui.screens.form import Field
from workout_cli.wording import number
from workout_core.accounts.schemas import ProfileUpdate
from workout_core.body.amounts import parse_amount
from workout_core.gyms.schemas import GymCreate, GymUpdate
from workout_core.training.bands import parse_band
from workout_core.vocabulary import Sex, values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_core.accounts.schemas import ProfileRead
    from workout_core.gyms.schemas import GymRead

USUAL: Final = "usual"
NOBODY: Final = "not said"
HINTS: Final = {
    "timezone": "Europe/Paris",
    "plates_kg": "25x4 20 15 10 5 2.5 1.25",
    "plates_lb": "45x8 35x2 25 10 5 2.5",
    "server_url": "https://workout.example.org",
    "backups": "7",
}
GEAR: Final = {
    "plates": "25x4 20x2 15 10 kg",
    "bars": "20 15 kg, the usual one first",
    "dumbbells": "2.5..40/2.5 45 50 kg",
    "stack": "5..100/5 kg",
}


def band_fields(profile: ProfileRead, muscle: str) -> list[Field]:
    """The line of a muscle's band."""
    band = next((each for each in profile.bands if each.muscle == muscle), None)
    now = f"{band.low}..{band.high}" if band else ""
    return [Field("bands", "sets a week", now, "10..20, or usual")]


def band(muscle: str, text: str) -> ProfileUpdate:
    """A band as typed; nothing, or `usual`, is the usual one again."""
    found = None if text.lower() in ("", USUAL) else parse_band(text)._asdict()
    return ProfileUpdate.model_validate({"bands": {muscle: found}})


def person_fields(profile: ProfileRead) -> list[Field]:
    """The lines of a profile."""
    height = ""
    if profile.height_value is not None:
        height = f"{number(profile.height_value)}{profile.height_unit}"
    return [
        Field("sex", "sex", profile.sex or NOBODY, choices=(NOBODY, *values(Sex))),
        Field("birth_year", "born", str(profile.birth_year or ""), "1990"),
        Field("height_value", "height", height, "168cm"),
    ]


def person(typed: Mapping[str, str]) -> ProfileUpdate:
    """A profile as typed; what is empty is not known."""
    height: dict[str, Any] = {"height_value": None, "height_unit": None}
    if text := typed["height_value"]:
        found = parse_amount(text)
        height = {"height_value": found.value, "height_unit": found.unit or "cm"}
    born = typed["birth_year"] or None
    sex = None if typed["sex"] == NOBODY else typed["sex"]
    return ProfileUpdate.model_validate({"sex": sex, "birth_year": born, **height})


def gym_fields(gym: GymRead | None) -> list[Field]:
    """The lines of a gym; of a new one where there is none."""
    name = Field("name", "name", gym.name if gym else "", "Home")
    gear = [
        Field(each, each, (gym and getattr(gym, each)) or "", hint) for each, hint in GEAR.items()
    ]
    return [name, *gear]


def new_gym(typed: Mapping[str, str]) -> GymCreate:
    """A gym as typed."""
    return GymCreate(unit=SETTINGS.get().unit, **_gear(typed), name=typed["name"])


def changed_gym(gym: GymRead, typed: Mapping[str, str]) -> GymUpdate | None:
    """What was written otherwise of a gym; None for nothing."""
    after = {**_gear(typed), "name": typed["name"]}
    changes = {name: value for name, value in after.items() if value != getattr(gym, name)}
    return GymUpdate(unit=SETTINGS.get().unit, **changes) if changes else None


def _gear(typed: Mapping[str, str]) -> dict[str, Any]:
    return {name: typed[name] or None for name in GEAR}
