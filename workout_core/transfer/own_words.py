"""What the columns of anybody's table are called: English words are understood, those of other languages suggested."""

from __future__ import annotations

from typing import Final

from workout_core.transfer.measured_columns import named_unit
from workout_core.transfer.text import DISTANCE_UNITS, MASS_UNITS

ENGLISH: Final = {
    word: field
    for field, words in {
        "date": "date|day|workout date|date time|datetime|date and time|timestamp",
        "time": "time|time of day|start time",
        "exercise": "exercise|exercise name|lift|movement",
        "weight": "weight|load",
        "weight_unit": "weight unit|unit|units",
        "reps": "reps|rep|repetitions",
        "sets": "sets|number of sets",
        "set": "set|set number|set order|set no|set #",
        "distance": "distance",
        "distance_unit": "distance unit",
        "duration": "duration|seconds",
        "rpe": "rpe",
        "rir": "rir",
        "kind": "kind|set type|set kind",
        "note": "note|notes|comment|comments",
        "workout": "workout|workout name|session",
        "workout_note": "workout note|workout notes",
        "superset": "superset|superset id",
    }.items()
    for word in words.split("|")
}
OTHERS: Final = {
    word: field
    for field, words in {
        "date": "datum|tag|fecha|data|dato|día|dia|jour|giorno|päivä|dag|дата|日期|日付",
        "time": "uhrzeit|zeit|hora|heure|ora|tijd|время|時間",
        "exercise": (
            "übung|uebung|name der übung|ejercicio|exercice|nom de l'exercice|esercizio|exercício"
            "|oefening|övning|øvelse|ćwiczenie|упражнение|egzersiz|harjoitus|種目|动作"
        ),
        "weight": (
            "gewicht|last|peso|poids|charge|carga|carico|vikt|vekt|vægt|ciężar|вес|ağırlık|paino"
            "|重量"
        ),
        "reps": (
            "wdh|wdh.|wiederholungen|wiederh.|repeticiones|répétitions|réps|ripetizioni|repetições"
            "|herhalingen|repetitioner|powtórzenia|повторения|повторы|tekrar|toistot|回数|次数"
        ),
        "sets": "sätze|series|séries|serie|séries totales|sarjat|подходы",
        "set": "satz|satznummer|ordre de la série|set-nr.",
        "distance": "entfernung|strecke|distanz|distancia|distanza|distância|afstand|дистанция",
        "duration": "dauer|sekunden|duración|durée|secondes|durata|duração|duur|segundos",
        "note": "notiz|notizen|bemerkung|bemerkungen|nota|notas|remarque|opmerking|commentaire",
        "workout": "training|trainingsname|entrenamiento|entraînement|allenamento|treino",
    }.items()
    for word in words.split("|")
}


TIME_UNITS: Final = {
    **dict.fromkeys(("s", "sec", "secs", "seconds"), 1),
    **dict.fromkeys(("min", "mins", "minutes"), 60),
    **dict.fromkeys(("h", "hours"), 3600),
}
UNITS: Final = {
    "weight": frozenset(MASS_UNITS),
    "distance": frozenset(DISTANCE_UNITS),
    "duration": frozenset(TIME_UNITS),
}


def english(header: str) -> str | None:
    """The field that a column is for, if it is called by a usual English word, a unit of it behind it or not."""
    return _called(header, ENGLISH)


def likely(header: str) -> str | None:
    """The field that a column is probably for, in any language."""
    return english(header) or _called(header, OTHERS)


def _called(header: str, words: dict[str, str]) -> str | None:
    name, unit = named_unit(header)
    field = words.get(name.replace("_", " "))
    return field if unit is None or unit in UNITS.get(field or "", ()) else None
