"""Columns of measurements by their names: what was measured and in which unit, in the languages that scales speak."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from workout_core.body.amounts import kind_of, spelt
from workout_core.body.types import BY_SLUG, type_called, type_key
from workout_core.transfer.text import fold

# What was measured may be written as a mass or as a share: these are types of their own.
BY_KIND: Final = {
    ("body_fat", "mass"): "fat_mass",
    ("fat_mass", "percent"): "body_fat",
    ("body_water", "mass"): "water_mass",
    ("water_mass", "percent"): "body_water",
    ("muscle_mass", "percent"): "muscle_share",
    ("muscle_share", "mass"): "muscle_mass",
    ("bone_mass", "percent"): "bone_share",
    ("bone_share", "mass"): "bone_mass",
    ("skeletal_muscle", "mass"): "skeletal_muscle_mass",
    ("skeletal_muscle_mass", "percent"): "skeletal_muscle",
}
WORDS: Final = {
    type_key(word): slug
    for slug, words in {
        "weight": (
            "gewicht|körpergewicht|poids|peso|peso corporal|peso corporeo|lichaamsgewicht|waga|vikt|vægt"
        ),
        "body_fat": (
            "körperfett|körperfettanteil|graisse corporelle|grasa corporal|grasso corporeo|lichaamsvet"
        ),
        "fat_mass": "fettmasse|masse grasse|masa grasa|massa grassa|vetmassa|massa gorda",
        "bone_mass": "knochenmasse|masse osseuse|masa ósea|massa ossea|botmassa|massa óssea",
        "muscle_mass": (
            "muskelmasse|masse musculaire|masa muscular|massa muscolare|spiermassa|massa muscular"
        ),
        "body_water": (
            "wasseranteil|körperwasser|hydratation|eau corporelle|hidratación|agua corporal"
            "|idratazione|acqua corporea|hydratatie|lichaamsvocht|hidratação|água corporal"
        ),
        "lean_mass": (
            "fat free body weight|lean mass|fettfreie masse|masse maigre|masa magra|massa magra"
        ),
        "resting_hr": "heart rate",
        "waist": "taille|bauchumfang|tour de taille|cintura|vita",
        "hips": "hüfte|hanches|tour de hanches|caderas|fianchi|heupen",
        "chest": "brust|brustumfang|poitrine|pecho|petto|borst",
        "neck": "hals|nacken|cou|cuello|collo",
    }.items()
    for word in words.split("|")
}
# What a column is called that tells of a measurement, beside those that hold one.
FIELDS: Final = {
    **dict.fromkeys(
        (
            *("date", "datum", "fecha", "data", "dato", "date time", "date and time", "datetime"),
            *("timestamp", "time of measurement", "measurement time"),
        ),
        "date",
    ),
    **dict.fromkeys(("time", "uhrzeit", "heure", "hora", "ora", "tijd"), "time"),
    **dict.fromkeys(
        (
            *("comments", "comment", "remarks", "remark", "notes", "note", "kommentare"),
            *("commentaires", "comentarios", "commenti", "opmerkingen", "comentários"),
        ),
        "note",
    ),
}
UNITS: Final = frozenset(
    ("kg", "lb", "%", "cm", "mm", "m", "in", "ft", "kcal", "kJ", "bpm", "years")
)
OF_INDEX: Final = frozenset(("kg/m2", "kg/m²", "kg/m^2"))  # of the body mass index, a bare number

_IN_BRACKETS: Final = re.compile(r"(?P<name>[^(\[]+)[(\[](?P<unit>[^()\[\]]*)[)\]]")
_BEHIND: Final = re.compile(r"(?P<name>.+?)(?:\s*(?P<share>%)|[\s_](?P<unit>kgs?|lbs?|cm|in|kcal))")


class MeasuredColumn(NamedTuple):
    """The slug of what a column holds, and its unit: None where it needs one that its name does not say."""

    type: str
    unit: str | None


def named_unit(header: str) -> tuple[str, str | None]:
    """A column's name without its unit, and the unit, None where it names none."""
    name = fold(header)
    if found := _IN_BRACKETS.fullmatch(name):
        return found["name"].strip(), spelt(found["unit"])
    if found := _BEHIND.fullmatch(name):
        return found["name"].strip(), spelt(found["share"] or found["unit"])
    return name, None


def measured_column(header: str, type_: str | None = None) -> MeasuredColumn | None:
    """What a column holds, None where nobody knows; `type_` is the slug or the name that a person gives it."""
    name, unit = named_unit(header)
    known = type_called(type_ or name)
    slug = known.slug if known else type_key(type_) if type_ else WORDS.get(type_key(name))
    if slug is None or (unit is not None and unit not in UNITS | OF_INDEX | {""}):
        return None
    if slug not in BY_SLUG:
        return MeasuredColumn(type_ or name, _written(unit or ""))
    if not unit:
        usual = BY_SLUG[slug]
        return MeasuredColumn(
            slug, None if usual.kind in ("mass", "length") else _written(usual.unit)
        )
    return _of_unit(slug, unit)


def _of_unit(slug: str, unit: str) -> MeasuredColumn | None:
    """The type that is measured in such a unit; None where none is."""
    kind = kind_of(unit)
    found = BY_SLUG[BY_KIND.get((slug, kind), slug)]
    if slug == "bmi" and unit in OF_INDEX:
        return MeasuredColumn(slug, "")
    if kind != found.kind or (kind == "number" and unit != found.unit):
        return None
    return MeasuredColumn(found.slug, _written(unit))


def _written(unit: str) -> str:
    """A unit as readers write it."""
    return "percent" if unit == "%" else unit
