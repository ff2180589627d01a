"""An exercise as lines of a form, and what was written into them as a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_cli import options
from workout_cli.tui.screens.form import Field
from workout_cli.tui.shown.exercises import words
from workout_cli.wording import clock, number
from workout_core.durations import parse_duration
from workout_core.exercises.schemas import AliasChange, ExerciseCreate, ExerciseUpdate
from workout_core.units import parse_decimal, parse_mass
from workout_core.vocabulary import Category, MassUnit, Modality, Muscle, Tracking, values

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from workout_core.exercises.schemas import ExerciseDetails

MUSCLES: Final = tuple(map(words, values(Muscle)))
UNITS: Final = ("", *values(MassUnit))


def new_fields(name: str = "") -> list[Field]:
    """The lines of an exercise that is to be made."""
    return [
        Field("name", "name", name, "Zercher squat"),
        Field("aliases", "also called", "", "zercher, zs"),
        Field("tracking", "counts", "weight and reps", choices=_said(Tracking, " and ")),
        Field("modality", "with", "barbell", choices=_said(Modality)),
        Field("category", "kind", "strength", choices=_said(Category)),
        Field("primary_muscles", "works", "", "quads, glutes", words=MUSCLES),
        Field("secondary_muscles", "and", "", "upper back", words=MUSCLES),
        Field("unit", "unit", "", choices=UNITS),
        Field("note", "note", "", "what to remember of it", lines=2),
    ]


def created(typed: Mapping[str, str], id_: UUID) -> ExerciseCreate:
    """What is to be made."""
    return ExerciseCreate.model_validate(
        {
            "id": id_,
            "name": typed["name"],
            "aliases": split(typed["aliases"]),
            "tracking": typed["tracking"].replace(" and ", "_"),
            "modality": typed["modality"].replace(" ", "_"),
            "category": typed["category"],
            "primary_muscles": muscles(typed["primary_muscles"]),
            "secondary_muscles": muscles(typed["secondary_muscles"]),
            "unit": typed["unit"] or None,
            "note": typed["note"] or None,
        }
    )


def edit_fields(each: ExerciseDetails) -> list[Field]:
    """The lines of an exercise that is there."""
    top = each.training_maxes[0] if each.training_maxes else None
    rest = clock(each.default_rest_s) if each.default_rest_s else ""
    return [
        Field("name", "name", each.name),
        Field("aliases", "also called", ", ".join(each.aliases), "names, with commas"),
        Field("primary_muscles", "works", _listed(each.primary_muscles), words=MUSCLES),
        Field("secondary_muscles", "and", _listed(each.secondary_muscles), words=MUSCLES),
        Field("unit", "unit", each.unit or "", choices=UNITS),
        Field("increment", "step", number(each.increment), "2.5"),
        Field("default_rest_s", "rest", rest, "2min"),
        Field("bar_value", "bar", _mass(each.bar_value, each.bar_unit), "20kg"),
        Field("training_max", "training max", _mass(top.value, top.unit) if top else "", "140kg"),
        Field("note", "note", each.note or "", "what to remember of it", lines=2),
        Field("instructions", "how", each.instructions or "", lines=4),
    ]


def updated(each: ExerciseDetails, typed: Mapping[str, str]) -> ExerciseUpdate | None:
    """What is to be changed, of the lines that are no longer as they were; None for nothing."""
    read: dict[str, Callable[[str], Any]] = {
        "name": str,
        "primary_muscles": muscles,
        "secondary_muscles": muscles,
        "unit": lambda text: text or None,
        "increment": lambda text: parse_decimal(text) if text else None,
        "default_rest_s": lambda text: parse_duration(text) if text else None,
        "note": lambda text: text or None,
        "instructions": lambda text: text or None,
    }
    changed = _changed(each, typed)
    found = {name: read[name](text) for name, text in changed.items() if name in read}
    if "bar_value" in changed:
        found |= _bar(changed["bar_value"])
    if "training_max" in changed:
        found["training_max"] = _maximum(changed["training_max"])
    return ExerciseUpdate(**found) if found else None


def renamed(each: ExerciseDetails, typed: Mapping[str, str]) -> AliasChange | None:
    """Which other names it gets and loses; None for none."""
    before, after = each.aliases, split(typed["aliases"])
    add = [name for name in after if name not in before]
    remove = [name for name in before if name not in after]
    return AliasChange(add=add, remove=remove) if add or remove else None


def split(text: str) -> list[str]:
    """The words of a list with commas."""
    return [each.strip() for each in text.split(",") if each.strip()]


def muscles(text: str) -> list[Muscle]:
    """Muscles as they are typed."""
    return options.muscles([each.lower().replace(" ", "_") for each in split(text)])


def _said(vocabulary: object, between: str = " ") -> list[str]:
    return [each.replace("_", between) for each in values(vocabulary)]


def _listed(names: list[Muscle]) -> str:
    return ", ".join(map(words, names))


def _mass(value: Any, unit: str | None) -> str:
    return f"{number(value)} {unit}" if value is not None else ""


def _changed(each: ExerciseDetails, typed: Mapping[str, str]) -> dict[str, str]:
    before = {field.name: field.value.strip() for field in edit_fields(each)}
    return {name: text for name, text in typed.items() if text != before[name]}


def _bar(text: str) -> dict[str, Any]:
    if not text:
        return {"bar_value": None}
    load = parse_mass(text)
    return {"bar_value": load.value, "bar_unit": load.unit}


def _maximum(text: str) -> dict[str, Any] | None:
    if not text:
        return None
    load = parse_mass(text)
    return {"value": load.value, "unit": load.unit, "since": options.today()}
