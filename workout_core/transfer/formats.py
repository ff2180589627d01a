"""The formats that can be imported, in the order in which a file is tried to be one of them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple, Protocol

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
from workout_core.transfer.readers.eufy import EufyReader
from workout_core.transfer.readers.fitbod import FitbodReader
from workout_core.transfer.readers.fitnotes import FitNotesReader
from workout_core.transfer.readers.fitnotes_body import FitNotesBodyReader
from workout_core.transfer.readers.fitnotes_workouts import FitNotesWorkoutsReader
from workout_core.transfer.readers.gymbook import GymBookReader
from workout_core.transfer.readers.gymrun import GymRunReader
from workout_core.transfer.readers.hevy import HevyReader
from workout_core.transfer.readers.liftosaur import LiftosaurReader
from workout_core.transfer.readers.own_measurements import OwnMeasurementsReader
from workout_core.transfer.readers.own_table import OwnTableReader
from workout_core.transfer.readers.renpho import RenphoReader
from workout_core.transfer.readers.repcount import RepCountReader
from workout_core.transfer.readers.strong import StrongReader
from workout_core.transfer.readers.withings import WithingsReader
from workout_core.transfer.unrecognised import unrecognised

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_core.transfer.measurement_table import MeasurementReader
    from workout_core.transfer.reading import Options, Reading
    from workout_core.transfer.source import Source
    from workout_core.transfer.table_reader import TableReader


class Format(NamedTuple):
    """How an app's files are called, told from others by their content, and read.

    Of a table, `field_of` tells which columns it knows, and `needed` which ones it can't do without.
    """

    name: str
    title: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source, Options], Reading]
    field_of: Callable[[str], str | None] | None = None
    needed: tuple[str, ...] = ()


class Reader(Protocol):
    """A class that reads one file of a format."""

    name: ClassVar[str]
    title: ClassVar[str]

    def __init__(self, source: Source, options: Options) -> None: ...
    @classmethod
    def recognises(cls, source: Source) -> bool: ...
    def read(self) -> Reading: ...


def _by_class(reader: type[Reader]) -> Format:
    return Format(
        reader.name,
        reader.title,
        reader.recognises,
        lambda source, options: reader(source, options).read(),
    )


def _table(reader: type[TableReader | MeasurementReader]) -> Format:
    return _by_class(reader)._replace(field_of=reader.field_of, needed=reader.needed)


FORMATS: Final = {
    each.name: each
    for each in (
        Format(fit.NAME, fit.TITLE, fit.recognises, fit.read),
        Format(
            fitnotes_backup.NAME,
            fitnotes_backup.TITLE,
            fitnotes_backup.recognises,
            fitnotes_backup.read,
        ),
        Format(apple_health.NAME, apple_health.TITLE, apple_health.recognises, apple_health.read),
        Format(strava.NAME, strava.TITLE, strava.recognises, strava.read),
        Format(tcx.NAME, tcx.TITLE, tcx.recognises, tcx.read),
        Format(gpx.NAME, gpx.TITLE, gpx.recognises, gpx.read),
        Format(hevy_api.NAME, hevy_api.TITLE, hevy_api.recognises, hevy_api.read),
        Format(boostcamp.NAME, boostcamp.TITLE, boostcamp.recognises, boostcamp.read),
        Format(google_fit.NAME, google_fit.TITLE, google_fit.recognises, google_fit.read),
        _table(StrongReader),
        _table(HevyReader),
        _table(FitbodReader),
        _table(FitNotesReader),
        _table(FitNotesWorkoutsReader),
        _table(GymBookReader),
        _table(LiftosaurReader),
        Format(stronglifts.NAME, stronglifts.TITLE, stronglifts.recognises, stronglifts.read),
        Format(
            openpowerlifting.NAME,
            openpowerlifting.TITLE,
            openpowerlifting.recognises,
            openpowerlifting.read,
        ),
        Format(jefit.NAME, jefit.TITLE, jefit.recognises, jefit.read),
        _table(RepCountReader),
        _table(GymRunReader),
        _by_class(AlphaProgressionReader),
        _table(FitNotesBodyReader),
        _table(EufyReader),
        _table(RenphoReader),
        _table(WithingsReader),
        _by_class(OwnTableReader),
        _by_class(OwnMeasurementsReader),
    )
}


def named(name: str) -> Format:
    """The format of a name; InvalidError with those that there are."""
    if found := FORMATS.get(name.casefold().replace("-", "_")):
        return found
    near = get_close_matches(name, FORMATS, 3) or sorted(FORMATS)
    raise InvalidError(f"{name[:40]!r} is no format that can be imported", hints=near)


def recognise(source: Source) -> Format:
    """The format of a file, by what is in it; InvalidError that says what was not understood, and what to do."""
    for each in FORMATS.values():
        if each.recognises(source):
            return each
    raise unrecognised(source, FORMATS.values())
