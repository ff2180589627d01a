"""The tables that `workout sql` shows: documented views with a person's columns, the same on both databases.

Only the user's own rows that are not deleted are in them. Loads are numbers as typed with their unit beside, and once
more in kilograms; moments are ISO 8601 in UTC; what is yes or no is 1 or 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from workout_core.exercises.compiled import BASICS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Dialect(NamedTuple):
    """How a database spells what the two spell differently."""

    id: Callable[[str], str]
    instant: Callable[[str], str]
    number: Callable[[str], str]
    flag: Callable[[str], str]
    text: Callable[[str], str]
    minutes: Callable[[str, str], str]
    tags: str


class Column(NamedTuple):
    """A column of a view: `spelt` names the field of the dialect that its expression needs."""

    name: str
    meaning: str
    expression: str
    spelt: str | None = None


class View(NamedTuple):
    """A view over the tables."""

    columns: tuple[Column, ...]
    source: str


def _sqlite_id(column: str) -> str:
    pieces = ", ".join(
        f"substr(hex({column}), {start}, {length})"
        for start, length in ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
    )
    return f"lower(printf('%s-%s-%s-%s-%s', {pieces}))"


SQLITE: Final = Dialect(
    id=_sqlite_id,
    instant=lambda column: f"strftime('%Y-%m-%dT%H:%M:%SZ', {column} / 1000000, 'unixepoch')",
    number=lambda column: f"CAST({column} AS REAL)",
    flag=lambda column: column,
    text=lambda column: column,
    minutes=lambda start, end: f"({end} - {start}) / 60000000",
    tags="json_each(w.tags) AS t",
)
POSTGRESQL: Final = Dialect(
    id=lambda column: f"{column}::text",
    instant=lambda column: (
        f"""to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"""
    ),
    number=lambda column: f"{column}::double precision",
    flag=lambda column: f"{column}::int",
    text=lambda column: f"{column}::text",
    minutes=lambda start, end: f"floor(extract(epoch FROM {end} - {start}) / 60)::int",
    tags="jsonb_array_elements_text(w.tags) AS t(value)",
)

_TWO_HANDED: Final = ", ".join(f"'{slug}'" for slug, each in BASICS.items() if each[3] == 2)
# As `workout_core.workouts.folding.volume_exact` has it.
_VOLUME: Final = (
    "CASE WHEN s.kind <> 'warmup' AND s.load_mode IN ('absolute', 'added')"
    " THEN s.load_exact * coalesce(s.reps, 0) * CASE s.side WHEN 'each' THEN 2 ELSE 1 END"
    f" * coalesce(e.implements, CASE WHEN e.slug IN ({_TWO_HANDED}) THEN 2 ELSE 1 END)"
    " / 100000000.0 ELSE 0 END"
)
_HEIGHT_CM: Final = (
    "(p.height_value * CASE p.height_unit"
    " WHEN 'cm' THEN 1 WHEN 'm' THEN 100 WHEN 'in' THEN 2.54 WHEN 'ft' THEN 30.48 END)"
)
_OF_EXECUTION: Final = (
    "FROM {sets} s WHERE s.user_id = x.user_id AND s.execution_id = x.id AND s.deleted_at IS NULL"
)
_OF_WORKOUT: Final = (
    "FROM {sets} s WHERE s.user_id = w.user_id AND s.workout_id = w.id AND s.deleted_at IS NULL"
)
_WITH_EXERCISES: Final = _OF_WORKOUT.replace(
    " s ", " s JOIN {exercises} e ON e.user_id = s.user_id AND e.id = s.exercise_id ", 1
)
_WORKOUT: Final = (
    Column("workout_id", "the workout's id", "w.id", "id"),
    Column("date", "the day on which the workout began", "w.local_date"),
    Column("workout", "the workout's name", "w.name"),
    Column("exercise", "the exercise's name", "e.name"),
    Column("slug", "its name without blanks; null for some of your own", "e.slug"),
)
_EXECUTED: Final = (
    "{exercise_executions} x"
    " JOIN {workouts} w ON w.user_id = x.user_id AND w.id = x.workout_id"
    " JOIN {exercises} e ON e.user_id = x.user_id AND e.id = x.exercise_id"
)

VIEWS: Final[Mapping[str, View]] = {
    "workouts": View(
        (
            Column("id", "its id", "w.id", "id"),
            Column("date", "the day on which it began", "w.local_date"),
            Column("name", "its name", "w.name"),
            Column("status", "active or done", "w.status"),
            Column("started_at", "when it began, in UTC", "w.started_at", "instant"),
            Column("ended_at", "when it ended, in UTC", "w.ended_at", "instant"),
            Column("minutes", "how long it took", "w.started_at|w.ended_at", "minutes"),
            Column("timezone", "where it was", "w.timezone"),
            Column("sets", "how many sets it has", f"(SELECT count(*) {_OF_WORKOUT})"),
            Column(
                "volume_kg",
                "load x implements x repetitions of its sets, warm-ups apart",
                f"(SELECT coalesce(sum({_VOLUME}), 0) {_WITH_EXERCISES})",
                "number",
            ),
            Column("bodyweight", "body weight as typed", "w.bodyweight_value", "number"),
            Column("bodyweight_unit", "kg or lb", "w.bodyweight_unit"),
            Column("note", "its note", "w.note"),
            Column("source", "the app from which it was imported", "w.source"),
        ),
        "{workouts} w WHERE w.user_id = {user} AND w.deleted_at IS NULL",
    ),
    "executions": View(
        (
            Column("id", "its id", "x.id", "id"),
            *_WORKOUT,
            Column("number", "its place in the workout, from 1", "x.position + 1"),
            Column("superset", "the number of its superset", "x.superset_group"),
            Column("note", "its note", "x.note"),
        ),
        f"{_EXECUTED} WHERE x.user_id = {{user}} AND x.deleted_at IS NULL AND w.deleted_at IS NULL"
        f" AND (x.plan IS NULL OR EXISTS (SELECT 1 {_OF_EXECUTION}))",
    ),
    "sets": View(
        (
            Column("id", "its id", "s.id", "id"),
            Column("execution_id", "the id of its execution", "s.execution_id", "id"),
            *_WORKOUT,
            Column("number", "its place in the execution, from 1", "s.position + 1"),
            Column("kind", "working, warmup, drop, restpause, amrap, failure or backoff", "s.kind"),
            Column("side", "left, right or each", "s.side"),
            Column("load", "the load as typed", "s.load_value", "number"),
            Column("unit", "kg or lb", "s.load_unit"),
            Column("load_kg", "the load in kilograms", "s.load_exact / 100000000.0", "number"),
            Column("load_mode", "absolute, added, assisted or bodyweight", "s.load_mode"),
            Column("reps", "repetitions", "s.reps"),
            Column("seconds", "how long it took or was held", "s.duration_s", "number"),
            Column("metres", "how far it went", "s.distance_m", "number"),
            Column("rpe", "the effort, 1 to 10", "s.rpe", "number"),
            Column("tempo", "the tempo as typed", "s.tempo"),
            Column("rest_s", "seconds of rest after it", "s.rest_s", "number"),
            Column("hr_avg", "heartbeats a minute", "s.hr_avg"),
            Column("hr_max", "the most of them", "s.hr_max"),
            Column("calories", "kilocalories burnt", "s.calories"),
            Column("elevation_m", "metres climbed", "s.elevation_m", "number"),
            Column("amrap", "1 for as many as possible", "s.amrap", "flag"),
            Column("failed", "1 if it failed", "s.failed", "flag"),
            Column(
                "volume_kg", "load x implements x repetitions, of both sides", _VOLUME, "number"
            ),
            Column("performed_at", "when it was done, in UTC", "s.performed_at", "instant"),
            Column("note", "its note", "s.note"),
        ),
        "{sets} s JOIN "
        + _EXECUTED.replace(" JOIN", " ON x.user_id = s.user_id AND x.id = s.execution_id JOIN", 1)
        + " WHERE s.user_id = {user} AND s.deleted_at IS NULL"
        " AND x.deleted_at IS NULL AND w.deleted_at IS NULL",
    ),
    "exercises": View(
        (
            Column("id", "its id", "e.id", "id"),
            Column("slug", "its name without blanks; null for some of your own", "e.slug"),
            Column("name", "its name", "e.name"),
            Column(
                "tracking", "what is counted of it, as in weight_reps or duration", "e.tracking"
            ),
            Column("own", "1 if you made it", "e.is_user_created", "flag"),
            Column("hidden", "1 if it is hidden", "e.hidden", "flag"),
            Column("note", "your note", "e.note"),
        ),
        "{exercises} e WHERE e.user_id = {user} AND e.deleted_at IS NULL",
    ),
    "measurements": View(
        (
            Column("id", "its id", "m.id", "id"),
            Column("date", "the day on which it was measured", "m.local_date"),
            Column("type", "what was measured, as in weight or left_arm", "m.type"),
            Column("value", "the value as typed", "m.value", "number"),
            Column("unit", "its unit, as in kg, cm or %", "m.unit"),
            Column(
                "kg",
                "a mass in kilograms",
                "CASE WHEN m.unit IN ('kg', 'lb') THEN m.exact / 100000000.0 END",
                "number",
            ),
            Column(
                "cm",
                "a length in centimetres",
                "CASE WHEN m.unit IN ('mm', 'cm', 'm', 'in', 'ft') THEN m.exact / 1000.0 END",
                "number",
            ),
            Column("measured_at", "when it was measured, in UTC", "m.measured_at", "instant"),
            Column("timezone", "where it was", "m.timezone"),
            Column("note", "its note", "m.note"),
            Column("source", "the app from which it was imported", "m.source"),
        ),
        "{measurements} m WHERE m.user_id = {user} AND m.deleted_at IS NULL",
    ),
    "goals": View(
        (
            Column("id", "its id", "g.id", "id"),
            Column("type", "what is measured, as in weight or left_arm", "g.type"),
            Column("value", "what it should come to, as typed", "g.value", "number"),
            Column("unit", "its unit, as in kg, cm or %", "g.unit"),
            Column("since", "the day on which it began", "g.since"),
            Column("until", "by when", "g.until"),
        ),
        "{goals} g WHERE g.user_id = {user} AND g.deleted_at IS NULL",
    ),
    "gyms": View(
        (
            Column("id", "its id", "g.id", "id"),
            Column("name", "its name", "g.name"),
            Column("in_use", "1 for the one in use", "g.in_use", "flag"),
            Column("plates", "its plates, as in 25x4 20 15 kg", "g.plates"),
            Column("bars", "its bars, the usual one first", "g.bars"),
            Column("dumbbells", "fixed dumbbells, as in 2.5..40/2.5 kg", "g.dumbbells"),
            Column("stack", "the plates of machines", "g.stack"),
        ),
        "{gyms} g WHERE g.user_id = {user} AND g.deleted_at IS NULL",
    ),
    "profile": View(
        (
            Column("sex", "m, f or x", "p.sex"),
            Column("born", "the year of birth", "p.birth_year"),
            Column("height", "the height as typed", "p.height_value", "number"),
            Column("unit", "its unit: cm, m, in or ft", "p.height_unit"),
            Column("height_cm", "the height in centimetres", _HEIGHT_CM, "number"),
        ),
        "{profiles} p WHERE p.user_id = {user} AND p.deleted_at IS NULL",
    ),
    "tags": View(
        (
            Column("workout_id", "the workout's id", "w.id", "id"),
            Column("date", "the day on which it began", "w.local_date"),
            Column("tag", "one of its tags", "t.value"),
        ),
        "{workouts} w, {tags} WHERE w.user_id = {user} AND w.deleted_at IS NULL",
    ),
}
TABLES: Final = (
    *("workouts", "exercise_executions", "sets", "exercises"),
    *("measurements", "goals", "gyms", "profiles"),
)


def select_of(view: View, dialect: Dialect, user: int, schema: str) -> str:
    """The view as a SELECT on the tables of a schema."""
    columns = ", ".join(f'{_spelt(each, dialect)} AS "{each.name}"' for each in view.columns)
    places = {table: f"{schema}.{table}" for table in TABLES}
    text = f"SELECT {columns} FROM {view.source}"  # noqa: S608 - nothing of it comes from outside
    return text.format(user=user, **{**places, "tags": dialect.tags})


def _spelt(column: Column, dialect: Dialect) -> str:
    if column.spelt is None:
        return column.expression
    spell = getattr(dialect, column.spelt)
    return str(spell(*column.expression.split("|")))
