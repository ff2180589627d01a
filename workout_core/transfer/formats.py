"""The formats that can be imported, in the order in which a file is tried to be one of them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.errors import InvalidError
from workout_core.transfer.readers import (
    apple_health,
    boostcamp,
    fit,
    fitnotes_backup,
    google_fit,
    gpx,
    hevy_api,
    jefit,
    openpowerlifting,
    strava,
    stronglifts,
    tcx,
)
from workout_core.transfer.readers.alpha_progression import AlphaProgressionReader
from workout_core.transfer.readers.fitbod import FitbodReader
from workout_core.transfer.readers.fitnotes import FitNotesReader
from workout_core.transfer.readers.fitnotes_workouts import FitNotesWorkoutsReader
from workout_core.transfer.readers.gymbook import GymBookReader
from workout_core.transfer.readers.gymrun import GymRunReader
from workout_core.transfer.readers.hevy import HevyReader
from workout_core.transfer.readers.liftosaur import LiftosaurReader
from workout_core.transfer.readers.repcount import RepCountReader
from workout_core.transfer.readers.strong import StrongReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_core.transfer.reading import Options, Reading
    from workout_core.transfer.source import Source
    from workout_core.transfer.table_reader import TableReader
    from workout_core.transfer.workout_reader import WorkoutReader


class Format(NamedTuple):
    """How an app's files are called, told from others by their content, and read."""

    name: str
    title: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Options], Reading]


def _format(reader: type[TableReader] | type[WorkoutReader]) -> Format:
    return Format(
        reader.name,
        reader.title,
        reader.recognises,
        lambda source, options: reader(source, options).read(),
    )


FORMATS: Final = {
    each.name: each
    for each in (
        Format(
            *("fitnotes_backup", "FitNotes, a backup"),
            fitnotes_backup.recognises,
            fitnotes_backup.read,
        ),
        *(
            Format(each.NAME, each.TITLE, each.recognises, each.read)
            for each in (
                *(fit, tcx, gpx, strava, apple_health, google_fit),
                *(hevy_api, boostcamp, jefit, openpowerlifting),
            )
        ),
        _format(StrongReader),
        _format(HevyReader),
        _format(FitbodReader),
        _format(FitNotesReader),
        _format(FitNotesWorkoutsReader),
        _format(GymBookReader),
        Format("stronglifts", "StrongLifts", stronglifts.recognises, stronglifts.read),
        _format(LiftosaurReader),
        _format(RepCountReader),
        _format(GymRunReader),
        _format(AlphaProgressionReader),
    )
}


def named(name: str) -> Format:
    """The format of a name; InvalidError with those that there are."""
    if found := FORMATS.get(name.casefold().replace("-", "_")):
        return found
    near = get_close_matches(name, FORMATS, 3) or sorted(FORMATS)
    raise InvalidError(f"{name[:40]!r} is no format that can be imported", hints=near)


def recognise(source: Source) -> Format:
    """The format of a file, by what is in it."""
    for each in FORMATS.values():
        if each.recognises(source):
            return each
    raise InvalidError(
        f"{source.name} is of no format that is known here",
        hints=[
            "workout help imports names the formats",
            "workout import FILE --format table --column date=... reads any table",
        ],
    )
