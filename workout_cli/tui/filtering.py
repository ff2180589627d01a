"""What is typed to filter workouts: `exercise:bench tag:heavy since:2026-11 slept badly`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from workout_core.dates import parse_range, parse_since, parse_until
from workout_core.errors import InvalidError
from workout_core.schemas import clean
from workout_core.workouts.schemas import WorkoutFilters

if TYPE_CHECKING:
    from datetime import date

WORD: Final = re.compile(r'(?:(exercise|tag|since|until|on):)?("[^"]*"?|\S+|(?=\s|$))')
HINT: Final = "a word, exercise:bench, tag:heavy, since:-3mo, on:2026-10"


def filters_of(text: str, today: date) -> WorkoutFilters:
    """The filters that a text means, also one that is being typed; days as the command line reads them.

    A word with a space in it stands in double quotes. A key whose value is not typed yet filters nothing.
    """
    given: dict[str, Any] = {"tags": []}
    words = []
    for key, quoted in WORD.findall(clean(text)):
        word = quoted.strip('"').strip()
        if not word:
            continue
        if not key:
            words.append(word)
        elif key == "tag":
            given["tags"].append(word)
        else:
            given |= _value(key, word, today)
    if words:
        given["search"] = " ".join(words)
    try:
        return WorkoutFilters(**given)
    except ValidationError as error:
        raise InvalidError.from_pydantic(error) from error


def _value(key: str, word: str, today: date) -> dict[str, Any]:
    if key == "on":
        since, until = parse_range(word, today)
        return {"since": since, "until": until}
    if key == "since":
        return {key: parse_since(word, today)}
    return {key: parse_until(word, today) if key == "until" else word}
