"""What Hevy's API answers: a page of workouts, one workout, the events since a day, the history of an exercise.

A workout is known by Hevy's own id, so pages that overlap, or a workout with an event about it, are read once: of
two versions the one that was changed last counts. Loads are in kilograms, whatever the app shows. Turns have the
field `supersets_id` in some answers and `superset_id` in others. The history of an exercise names it only by the id
of its template, and holds only its own sets of a workout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.errors import InvalidError
from workout_core.plurals import counted
from workout_core.schemas import clean
from workout_core.transfer import text
from workout_core.transfer.figures import effort, end, figures
from workout_core.transfer.readers.activities import instant, key_of
from workout_core.transfer.readers.documents import begins_as_json, cell, document, entries
from workout_core.transfer.readers.gathering import Gathering
from workout_core.transfer.reading import SourceExecution, SourceSet, SourceWorkout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workout_core.transfer.readers.documents import Entry
    from workout_core.transfer.reading import Options, Reading
    from workout_core.transfer.source import Source
    from workout_core.vocabulary import SetKind

NAME: Final = "hevy_api"
KINDS: Final[dict[str, SetKind]] = {
    **dict.fromkeys(("", "normal"), "working"),
    "warmup": "warmup",
    "dropset": "drop",
    "failure": "failure",
}
OF_WORKOUT: Final = frozenset(
    (
        *("id", "title", "description", "start_time", "end_time", "exercises", "routine_id"),
        *("created_at", "updated_at", "is_private", "is_biometrics_public"),
    )
)
OF_EXERCISE: Final = frozenset(
    (
        *("index", "title", "notes", "exercise_template_id", "supersets_id", "superset_id"),
        *("sets", "rest_seconds"),
    )
)
OF_SET: Final = frozenset(
    (
        *("index", "type", "weight_kg", "reps", "distance_meters", "duration_seconds", "rpe"),
        "custom_metric",
    )
)

OF_HISTORY: Final = frozenset(
    (
        *("workout_id", "workout_title", "workout_start_time", "workout_end_time"),
        *("exercise_title", "exercise_template_id", "set_type"),
    )
)


def recognises(source: Source) -> bool:
    """Whether the file begins with names that only Hevy's API uses."""
    head = source.head
    if not begins_as_json(source):
        return False
    page = b'"page_count"' in head and (b'"workouts"' in head or b'"events"' in head)
    return page or b'"exercise_template_id"' in head or b'"exercise_history"' in head


def read(source: Source, options: Options) -> Reading:
    """All workouts of the answer; InvalidError where it has none to give."""
    found = Gathering()
    dialect, workouts = _answer(document(source), source, found)
    for each in _latest(workouts):
        _Workout(each, found).add()
    if options.unit == "lb":
        found.warnings.append("The file has its loads in kg: the given lb was not used for these")
    return found.reading(NAME, dialect, unit="kg", unit_reason="Hevy's API has kilograms only")


def _answer(answer: Any, source: Source, found: Gathering) -> tuple[str, list[Entry]]:
    """Which answer of the API the file is, and its workouts."""
    if isinstance(answer, list):
        answer = {"workouts": answer}
    try:
        if isinstance(answer, dict):
            if "exercise_history" in answer:
                return "exercise history", _history(entries(answer, "exercise_history"), found)
            if "workouts" in answer:
                return "workouts", entries(answer, "workouts")
            if "events" in answer:
                return "events", list(_updated(entries(answer, "events"), found))
            workout = answer.get("workout", answer)
            if isinstance(workout, dict) and "exercises" in workout and "start_time" in workout:
                return "workout", [workout]
    except ValueError as error:
        raise InvalidError(f"{source.name} is no answer of Hevy's API: {error}") from error
    raise InvalidError(
        f"{source.name} has no workouts of Hevy's API",
        hints=["save the answer of /v1/workouts, /v1/workouts/events or /v1/exercise_history"],
    )


def _updated(events: Iterable[Entry], found: Gathering) -> Iterator[Entry]:
    for each in events:
        workout = each.get("workout")
        if isinstance(workout, dict):
            yield workout
        else:
            found.rows += 1
            found.not_sets["deleted workouts"] += 1
    if deleted := found.not_sets["deleted workouts"]:
        found.warnings.append(
            f"{counted(deleted, 'workout was', 'workouts were')} deleted in Hevy; none is deleted here"
        )


def _history(rows: Iterable[Entry], found: Gathering) -> list[Entry]:
    """The rows of an exercise's history as workouts, which have their sets in exercises."""
    workouts: dict[str, dict[str, dict[str, Any]]] = {}
    heads: dict[str, Entry] = {}
    for row in rows:
        workout = cell(row, "workout_id")
        heads.setdefault(workout, row)
        name = cell(row, "exercise_title") or cell(row, "exercise_template_id")
        exercises = workouts.setdefault(workout, {})
        exercise = exercises.setdefault(name, {"title": name, "sets": []})
        given = {key: value for key, value in row.items() if key not in OF_HISTORY}
        exercise["sets"].append({**given, "type": cell(row, "set_type")})
    found.warnings.append(
        "A history has one exercise of each workout, and calls it by an id: --map says what it is "
        "here. Import whole workouts where you can"
    )
    return [
        {
            "id": workout,
            "title": cell(heads[workout], "workout_title"),
            "start_time": cell(heads[workout], "workout_start_time"),
            "end_time": cell(heads[workout], "workout_end_time"),
            "exercises": list(exercises.values()),
        }
        for workout, exercises in workouts.items()
    ]


def _latest(workouts: Iterable[Entry]) -> Iterable[Entry]:
    """Each workout once, as it was changed last."""
    latest: dict[object, Entry] = {}
    for at, each in enumerate(workouts):
        key = each.get("id") if isinstance(each.get("id"), str) else at
        there = latest.get(key)
        if there is None or str(each.get("updated_at")) >= str(there.get("updated_at")):
            latest[key] = each
    return latest.values()


class _Workout:
    """One workout on its way in."""

    def __init__(self, entry: Entry, found: Gathering) -> None:
        self.entry, self.found = entry, found
        self.sets = 0
        self.columns: list[dict[str, Any]] = found.unknown(entry, OF_WORKOUT, 0)
        self.turns: dict[str, int] = {}

    def add(self) -> None:
        """Into what was found, or as rejected."""
        try:
            head, exercises = self._head(), entries(self.entry, "exercises")
        except ValueError as error:
            self.found.rows += 1
            self._reject("a workout", error)
            return
        executions = tuple(filter(None, map(self._execution, exercises)))
        if self.columns:
            head["extras"]["columns"] = self.columns
        self.found.add(SourceWorkout(executions=executions, **head))

    def _head(self) -> dict[str, Any]:
        entry, written = self.entry, cell(self.entry, "end_time")
        start = instant(cell(entry, "start_time"))
        ended = end(start, instant(written) if written else None, written)
        routine = text.label(cell(entry, "routine_id"), "routine's id")
        extras = {**ended.pop("extras", {}), **({"routine_id": routine} if routine else {})}
        return {
            "source_key": text.label(cell(entry, "id"), "workout's id") or key_of(start),
            "started_at": start,
            "name": text.label(cell(entry, "title"), "workout's name") or None,
            "note": text.note(cell(entry, "description")),
            "extras": extras,
            **ended,
        }

    def _reject(self, what: str, error: ValueError) -> None:
        if not isinstance(self.entry.get("start_time"), str):
            what += " without a start"
        else:
            what += f" of {clean(self.entry['start_time'][:40])}"
        self.found.reject(f"{what}: {error}")

    def _execution(self, entry: Entry) -> SourceExecution | None:
        self.columns += self.found.unknown(entry, OF_EXERCISE, self.sets + 1)
        try:
            name, note = _name(entry), text.note(cell(entry, "notes"))
            turn = cell(entry, "supersets_id") or cell(entry, "superset_id")
            sets = entries(entry, "sets")
        except ValueError as error:
            self.found.rows += 1
            self._reject("an exercise", error)
            return None
        superset = self.turns.setdefault(turn, len(self.turns)) if turn else None
        done = tuple(filter(None, (self._set(each, name) for each in sets)))
        return SourceExecution(name, done, note, superset)

    def _set(self, entry: Entry, exercise: str) -> SourceSet | None:
        self.found.rows += 1
        try:
            done = _set(entry, exercise, self.found.rows)
        except ValueError as error:
            self._reject(f"a set of {text.quoted(exercise)}", error)
            return None
        self.sets += 1
        self.columns += self.found.unknown(entry, OF_SET, self.sets)
        return done


def _name(entry: Entry) -> str:
    """What an exercise is called; an id is better than nothing."""
    name = text.label(cell(entry, "title"), "exercise's name")
    name = name or text.label(cell(entry, "exercise_template_id"), "exercise's id")
    if not name:
        raise ValueError("no exercise's name")
    return name


def _set(entry: Entry, exercise: str, row: int) -> SourceSet:
    kind = KINDS.get(cell(entry, "type").casefold())
    if kind is None:
        raise ValueError(f"{text.quoted(cell(entry, 'type'))} is no known kind of set")
    found = figures(
        exercise,
        weight=cell(entry, "weight_kg"),
        unit="kg",
        reps=cell(entry, "reps"),
        seconds=cell(entry, "duration_seconds"),
        distance=cell(entry, "distance_meters"),
        distance_unit="m",
    )
    if metric := text.number(cell(entry, "custom_metric")):  # steps, floors
        found["raw"] = "; ".join(filter(None, (found["raw"], f"custom_metric {metric}")))
    return SourceSet(kind=kind, **found, **effort(cell(entry, "rpe")), line=row)
