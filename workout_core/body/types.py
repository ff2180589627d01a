"""What can be measured of a body: the built-in types as data, and how a type is found by what people call it."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.body.amounts import comparable, kind_of
from workout_core.errors import InvalidError, NotFoundError
from workout_core.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workout_core.body.amounts import Kind
    from workout_core.db.executor import Row

NEAREST: Final = 3
TYPES_HINT: Final = "workout body types lists all; --new adds one of your own"


class MeasurementKind(NamedTuple):
    """A type: its slug, its name, its usual unit, what is believed of it (in that unit), and its other names."""

    slug: str
    name: str
    unit: str
    least: Decimal | None = None
    most: Decimal | None = None
    aliases: tuple[str, ...] = ()
    own: bool = False

    @property
    def kind(self) -> Kind:
        """What quantity it is."""
        return kind_of(self.unit)


def _built_in(
    slug: str, name: str, unit: str, least: int, most: int, *aliases: str
) -> MeasurementKind:
    return MeasurementKind(slug, name, unit, Decimal(least), Decimal(most), aliases)


def _girth(slug: str, least: int, most: int, *aliases: str) -> MeasurementKind:
    name = slug.replace("_", " ").capitalize()
    return _built_in(slug, name, "cm", least, most, *aliases)


def _pair(part: str, least: int, most: int, *aliases: str) -> tuple[MeasurementKind, ...]:
    """A part that a body has on both sides."""
    names = (part, *aliases)
    return tuple(
        _girth(
            f"{side}_{part}",
            least,
            most,
            *(f"{side} {each}" for each in aliases),
            *(f"{each} {side}" for each in names),
            *(f"{side[0]} {each}" for each in names),
        )
        for side in ("left", "right")
    )


# The ranges are wide: they refuse a slip of the finger, never a body.
BUILT_IN: Final = (
    _built_in("weight", "Weight", "kg", 1, 700, "bw", "body weight", "bodyweight", "body mass"),
    _built_in("body_fat", "Body fat", "%", 1, 80, "fat", "bf", "fat percentage"),
    _built_in("fat_mass", "Fat mass", "kg", 0, 500, "body fat mass"),
    _built_in(
        *("lean_mass", "Lean mass", "kg", 1, 300),
        *("lean body mass", "lbm", "fat free mass", "ffm"),
    ),
    _built_in("muscle_mass", "Muscle mass", "kg", 1, 300, "muscle"),
    _built_in("muscle_share", "Muscle share", "%", 1, 95, "muscle percentage"),
    _built_in("skeletal_muscle", "Skeletal muscle", "%", 1, 90),
    _built_in("skeletal_muscle_mass", "Skeletal muscle mass", "kg", 1, 200, "smm"),
    _built_in("bone_mass", "Bone mass", "kg", 0, 30, "bone", "bones"),
    _built_in("bone_share", "Bone share", "%", 0, 30, "bone percentage"),
    _built_in("body_water", "Body water", "%", 1, 90, "water", "hydration"),
    _built_in("water_mass", "Water mass", "kg", 1, 300),
    _built_in("protein", "Protein", "%", 1, 60),
    _built_in("subcutaneous_fat", "Subcutaneous fat", "%", 0, 80),
    _built_in("visceral_fat", "Visceral fat", "", 0, 100, "visceral fat rating"),
    _built_in("bmi", "Body mass index", "", 4, 250),
    _built_in("bmr", "Basal metabolic rate", "kcal", 200, 10_000, "basal metabolism"),
    _built_in("metabolic_age", "Metabolic age", "years", 1, 150, "body age"),
    _built_in("resting_hr", "Resting heart rate", "bpm", 15, 250, "rhr", "resting pulse", "pulse"),
    _built_in("height", "Height", "cm", 30, 280, "body height", "stature"),
    _girth("head", 20, 100, "head size"),
    _girth("neck", 10, 100),
    _girth("shoulders", 40, 250, "shoulder"),
    _girth("chest", 30, 300, "bust"),
    _girth("waist", 30, 350),
    _girth("abdomen", 30, 350, "belly", "stomach"),
    _girth("hips", 30, 350, "hip", "buttocks"),
    *_pair("arm", 8, 120, "upper arm", "biceps", "bicep"),
    *_pair("forearm", 8, 80),
    *_pair("wrist", 5, 50),
    *_pair("thigh", 15, 200, "upper leg", "quad"),
    *_pair("calf", 10, 120, "lower leg", "calves"),
    *_pair("ankle", 5, 80),
)


def type_key(text: str) -> str:
    """What names are compared by: letters and digits without case, `_` between words."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "_".join(re.findall(r"[^\W_]+", folded))


BY_SLUG: Final[Mapping[str, MeasurementKind]] = {each.slug: each for each in BUILT_IN}
BY_KEY: Final[Mapping[str, MeasurementKind]] = {
    type_key(name): each for each in BUILT_IN for name in (each.slug, each.name, *each.aliases)
}


def own_kind(row: Row) -> MeasurementKind:
    """A type of the user's own, by its row."""
    return MeasurementKind(row["key"], row["name"], row["unit"], own=True)


def type_called(text: str, own: Iterable[Row] = ()) -> MeasurementKind | None:
    """The type of a name, a slug or an alias; one of the user's own by its name."""
    key = type_key(text)
    mine = {row["key"]: own_kind(row) for row in own}
    return BY_KEY.get(key) or mine.get(key)


def require_type(text: str, own: Iterable[Row] = ()) -> MeasurementKind:
    """The type of a name; NotFoundError with the nearest names where there is none."""
    own = list(own)
    if found := type_called(text, own):
        return found
    names = {key: each.slug for key, each in BY_KEY.items()} | {
        row["key"]: row["key"] for row in own
    }
    near = [names[each] for each in get_close_matches(type_key(text), names, NEAREST * 2)]
    raise NotFoundError(
        f"No measurement is called {text!r}", hints=[*[*dict.fromkeys(near)][:NEAREST], TYPES_HINT]
    )


def type_name(slug: str) -> str:
    """What a type is called where only its slug, or the key of one of the user's own, is at hand."""
    return BY_SLUG[slug].name if slug in BY_SLUG else slug.replace("_", " ")


def check_amount(type_: MeasurementKind, value: Decimal, unit: str) -> None:
    """Refuse a unit that measures something else, and a value that no body has."""
    same = unit == type_.unit if type_.kind == "number" else kind_of(unit) == type_.kind
    if not same:
        raise InvalidError(
            f"{type_.name} is not measured in {unit or 'plain numbers'}",
            hints=[f"{plain(value):f}{type_.unit}"],
        )
    if type_.least is None or type_.most is None:
        return
    least, most = (comparable(each, type_.unit) for each in (type_.least, type_.most))
    if not least <= comparable(value, unit) <= most:
        raise InvalidError(
            f"{plain(value):f}{unit} is no {type_.name.lower()} that a body has",
            hints=[f"from {type_.least} to {type_.most} {type_.unit}".rstrip()],
        )
