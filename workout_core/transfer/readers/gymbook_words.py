"""The words of GymBook's table in Italian, English, German, French and Spanish.

A title may join several words by a slash (`Repetitions / Time`): it names a field if each of its words does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workout_core.transfer import text

if TYPE_CHECKING:
    from workout_core.vocabulary import DistanceUnit, MassUnit, SetKind

TITLES: Final[dict[str, frozenset[str]]] = {
    "date": frozenset({"data", "date", "datum", "fecha"}),
    "program": frozenset(
        {
            *(
                "programma",
                "program",
                "workout",
                "workout program",
                "programm",
                "trainingsprogramm",
            ),
            *(
                "trainingsplan",
                "training",
                "programme",
                "entraînement",
                "programa",
                "entrenamiento",
            ),
        }
    ),
    "time": frozenset({"orario", "ora", "time", "uhrzeit", "zeit", "heure", "hora"}),
    "exercise": frozenset({"esercizio", "exercise", "übung", "exercice", "ejercicio"}),
    "note": frozenset(
        {"appunti", "note", "notes", "notizen", "notiz", "anmerkungen", "remarques", "notas"}
    ),
    "skipped": frozenset(
        {
            *("saltato", "saltata", "skipped", "übersprungen", "ausgelassen"),
            *("sauté", "passé", "ignoré", "omitido", "saltado"),
        }
    ),
    "": frozenset({"zona", "region", "area", "body region", "bereich", "région", "zone", "región"}),
}
MUSCLES: Final = (
    *("gruppi muscolari", "muscoli", "muscle", "muskel", "groupes musculaires"),
    *("grupos musculares", "músculo"),
)
SETS: Final = frozenset({"set", "satz", "série", "serie"})
AMOUNTS: Final = frozenset(
    {
        *("ripetizioni", "tempo", "repetitions", "reps", "time", "duration"),
        *("wiederholungen", "zeit", "dauer", "répétitions", "temps", "durée"),
        *("repeticiones", "tiempo", "duración"),
    }
)
LOADS: Final = frozenset(
    {
        *("peso", "distanza", "weight", "distance", "gewicht", "distanz", "entfernung"),
        *("strecke", "poids", "distancia"),
    }
)

JOINED: Final = {"amount": AMOUNTS, "load": LOADS}
KIND_STEMS: Final[dict[SetKind, tuple[str, ...]]] = {
    "warmup": ("riscaldamento", "warm", "aufwärm", "échauffement", "calentamiento"),
    "backoff": (
        *("defaticamento", "cool", "abkühl", "abwärm", "récupération", "retour au calme"),
        "enfriamiento",
    ),
}
YES: Final = frozenset({"si", "sì", "sí", "yes", "ja", "oui", "true", "1"})
NO: Final = frozenset({"no", "nein", "non", "false", "0", ""})

REPETITIONS: Final = ("ripetizion", "rep", "wiederholung", "wdh", "répétition", "repetici")
UNITS_OF_TIME: Final = {
    **dict.fromkeys(("s", "sec", "sek", "secondi", "secondo", "second", "seconds"), 1),
    **dict.fromkeys(("sekunde", "sekunden", "seconde", "secondes", "segundo", "segundos"), 1),
    **dict.fromkeys(("min", "minuti", "minuto", "minute", "minutes", "minuten", "minutos"), 60),
    **dict.fromkeys(("h", "ora", "ore", "hour", "hours", "stunde", "stunden", "std"), 3600),
    **dict.fromkeys(("heure", "heures", "hora", "horas"), 3600),
}
UNITS_OF_MASS: Final[dict[str, MassUnit]] = text.MASS_UNITS
UNITS_OF_DISTANCE: Final[dict[str, DistanceUnit]] = {
    **text.DISTANCE_UNITS,
    **dict.fromkeys(("miglia", "miglio", "meile", "meilen", "milla", "millas"), "mi"),
    **dict.fromkeys(("metri", "metro", "mètre", "mètres", "metros"), "m"),
}


def field_of(title: str) -> str | None:
    """The field that a folded title names; "" where it is passed over, None where nobody knows it."""
    title = title.replace("\u2019", "'")
    if title.startswith(MUSCLES):
        return ""
    parts = [part.strip() for part in title.split("/")]
    if len(parts) == 1:
        return next((name for name, words in TITLES.items() if title in words), None)
    if parts[0] in SETS and all(kind_of(part) for part in parts):
        return "kind"
    return next((name for name, words in JOINED.items() if words.issuperset(parts)), None)


def kind_of(cell: str) -> SetKind | None:
    """The kind of set that a folded cell names, None where it is not known."""
    cell = cell.replace("\u2019", "'")
    for kind, stems in KIND_STEMS.items():
        if any(stem in cell for stem in stems):
            return kind
    return "working" if cell in SETS else None


def is_repetitions(unit: str) -> bool:
    """Whether a folded unit means repetitions, as a bare number does."""
    return not unit or unit.startswith(REPETITIONS)


def is_shaped(line: str) -> bool:
    """Whether a first line has a title of three words and two of two, as GymBook's has in every language."""
    slashes = sorted(title.count(" / ") for title in re.split("[,;\t]", line[:2000]))
    return slashes[-3:] == [1, 1, 2] and 10 <= len(slashes) <= 14
