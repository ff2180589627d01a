"""The formats that can be imported, in the order in which a file is tried to be one of them.

Their readers are imported when a file is read: whoever only writes files, or names a format, needs none of them.
"""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from workout_core.errors import InvalidError
from workout_core.transfer.unrecognised import unrecognised

if TYPE_CHECKING:
    from workout_core.transfer.measurement_table import MeasurementReader
    from workout_core.transfer.reading import Options, Reading
    from workout_core.transfer.source import Source
    from workout_core.transfer.table_reader import TableReader


class Format(NamedTuple):
    """An app's files. Its module in `readers` has the functions `recognises` and `read`, or a class with both.

    The module is called as the format is, unless it has a name of its own.
    """

    name: str
    title: str
    reader: str | None = None
    module: str | None = None

    def recognises(self, source: Source) -> bool:
        """Whether a file is of this format, by what is in it."""
        found: bool = self._reader().recognises(source)
        return found

    def read(self, source: Source, options: Options) -> Reading:
        """The file as it is understood. InvalidError where it is not of this format."""
        reader = self._reader()
        read: Reading = (
            reader(source, options).read() if self.reader else reader.read(source, options)
        )
        return read

    @property
    def table(self) -> type[TableReader | MeasurementReader] | None:
        """What reads its files, where these are tables of an app that name their columns in the first line."""
        reader = self._reader() if self.reader and not self.module else None
        return reader if hasattr(reader, "field_of") else None

    def _reader(self) -> Any:
        module = import_module(f"workout_core.transfer.readers.{self.module or self.name}")
        return getattr(module, self.reader) if self.reader else module


FORMATS: Final = {
    each.name: each
    for each in (
        Format("fit", "FIT"),
        Format("fitnotes_backup", "FitNotes (backup)"),
        Format("apple_health", "Apple Health"),
        Format("strava", "Strava"),
        Format("tcx", "TCX"),
        Format("gpx", "GPX"),
        Format("workout_json", "workout (export)"),
        Format("hevy_api", "Hevy API"),
        Format("boostcamp", "Boostcamp"),
        Format("google_fit", "Google Fit"),
        Format("strong", "Strong", "StrongReader"),
        Format("hevy", "Hevy", "HevyReader"),
        Format("fitbod", "Fitbod", "FitbodReader"),
        Format("fitnotes", "FitNotes", "FitNotesReader"),
        Format("fitnotes_workouts", "Fit Notes", "FitNotesWorkoutsReader"),
        Format("gymbook", "GymBook", "GymBookReader"),
        Format("liftosaur", "Liftosaur", "LiftosaurReader"),
        Format("stronglifts", "StrongLifts"),
        Format("openpowerlifting", "OpenPowerlifting"),
        Format("jefit", "JEFIT"),
        Format("repcount", "RepCount", "RepCountReader"),
        Format("gymrun", "GymRun", "GymRunReader"),
        Format("alpha_progression", "Alpha Progression", "AlphaProgressionReader"),
        Format("fitnotes_body", "FitNotes (body tracker)", "FitNotesBodyReader"),
        Format("eufy", "Eufy", "EufyReader"),
        Format("renpho", "Renpho", "RenphoReader"),
        Format("withings", "Withings", "WithingsReader"),
        Format("table", "a table of your own", "OwnTableReader", "own_table"),
        Format(
            "measurements",
            "a table of measurements of your own",
            "OwnMeasurementsReader",
            "own_measurements",
        ),
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
