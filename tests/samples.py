"""Random rows that a database accepts: made of the tables themselves, so that a new column is in them at once.

Two users of a sample have many ids in common, as they have the catalogue's in truth: what is told apart by an id
alone, shows.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid5

from sqlalchemy import BigInteger, Boolean, Text

from workout_core.db.base import Day, Id, Instant, Json, Quantity
from workout_core.db.tables import metadata
from workout_core.training.one_rep_max import FORMULAS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from sqlalchemy import Column, Table

    Row = dict[str, Any]

NAMES: Final = UUID("a4c0f9c7-58fd-4a5b-a0ab-0c6dd7f4b4a6")
LETTERS: Final = "abc XYZ09%_\\'\"\n\t;--äßİñżЖ漢字🏋️‍♀️é∞×½"
FIRST: Final = datetime(1, 1, 2, tzinfo=UTC)
SPAN_S: Final = 9_000 * 365 * 86_400
DAYS: Final = [date(1, 1, 1), date(1969, 12, 31), date(1970, 1, 1), date(2024, 2, 29), date.max]
DERIVED: Final = ("record_books", "record_tallies", "record_events")
COUNTS: Final[Mapping[str, int]] = {
    "users": 1,
    "access_tokens": 1,
    "exercises": 8,
    "exercise_aliases": 10,
    "exercise_muscles": 10,
    "training_maxes": 8,
    "imports": 3,
    "workouts": 12,
    "exercise_executions": 30,
    "sets": 90,
    "operations": 20,
    "measurement_types": 5,
    "measurements": 30,
    "goals": 3,
    "profiles": 3,
    "gyms": 4,
    "attachments": 8,
}


class Sample:
    """Every table's rows, for some users, in an order in which they can be added."""

    def __init__(self, random: Random, users: tuple[int, ...], scale: int = 1) -> None:
        self._random = random
        self.users = users
        self.rows: dict[str, dict[int, list[Row]]] = {
            table.name: {user: [] for user in users} for table in metadata.sorted_tables
        }
        for table in sorted(metadata.sorted_tables, key=lambda each: each.name in DERIVED):
            for user in users:
                times = 1 if table.name == "users" else scale
                for number in range(COUNTS.get(table.name, 5) * times):
                    self.rows[table.name][user].append(self.row(table, user, number))

    def row(self, table: Table, user: int, number: int) -> Row:
        """A new row of a user's; that of the same number has the same key."""
        made = {column.name: self._value(column, number) for column in table.columns}
        made["id"] = self._key(table, user, number)
        if "user_id" in made:
            made["user_id"] = user
        if "version" in made:
            made["version"] = abs(made["version"]) % 1000
        self._refer(table, user, made)
        RULES.get(table.name, _no_rule)(self, made, number)
        return made

    def parent(self, table: str, row: Row, reference: str) -> Row:
        """The row that a row refers to."""
        found = (each for each in self.rows[table][row["user_id"]] if each["id"] == row[reference])
        return next(found)

    def text(self, most: int = 12) -> str:
        return "".join(self._random.choices(LETTERS, k=self._random.randrange(most)))

    def _key(self, table: Table, user: int, number: int) -> Any:
        if table.name == "users":
            return user
        shared = number % 2 == 0 and table.info["distribute"] != "id"
        made = uuid5(NAMES, f"{'' if shared else user} {table.name} {number}")
        return made if isinstance(table.columns.id.type, Id) else made.hex

    def _refer(self, table: Table, user: int, row: Row) -> None:
        for key in table.foreign_key_constraints:
            name = key.column_keys[-1]
            parents = self.rows[key.referred_table.name][user]
            if name != "user_id":
                optional = table.columns[name].nullable
                nothing = not parents or (optional and self._random.random() < 0.5)
                row[name] = None if nothing else self._random.choice(parents)["id"]

    def _value(self, column: Column[Any], number: int) -> Any:
        often = 0.7 if column.name == "deleted_at" else 0.3
        if column.nullable and self._random.random() < often:
            return None
        return _maker(column)(self, self._random)


def _instant(_: Sample, random: Random) -> datetime:
    return FIRST + timedelta(seconds=random.randrange(SPAN_S), microseconds=random.randrange(10**6))


def _decimal(_: Sample, random: Random) -> Decimal:
    digits = tuple(random.randrange(10) for _ in range(random.choice((1, 2, 4, 35))))
    return Decimal((random.randrange(2), digits, random.choice((2, 0, -1, -2, -20))))


def _json(sample: Sample, random: Random) -> dict[str, Any]:
    values: list[Any] = [
        None,
        True,
        0,
        2**60,
        -1.5,
        "",
        sample.text(),
        [],
        [1, [sample.text()]],
        {"é": {}},
    ]
    return {sample.text(5): random.choice(values) for _ in range(random.randrange(4))}


MAKERS: Final[Mapping[type, Any]] = {
    Id: lambda _, random: UUID(int=random.getrandbits(128)),
    Instant: _instant,
    Day: lambda _, random: random.choice(DAYS),
    Quantity: _decimal,
    Json: _json,
    Boolean: lambda _, random: random.random() < 0.5,
    BigInteger: lambda _, random: random.choice((0, 1, -1, random.randrange(2**53), 2**63 - 1)),
    Text: lambda sample, _: sample.text(),
}


@cache
def _maker(column: Column[Any]) -> Any:
    return next(make for kind, make in MAKERS.items() if isinstance(column.type, kind))


def _no_rule(_: Sample, row: Row, number: int) -> None:
    """Any values will do."""


def _told_apart(text: str | None, number: int) -> str | None:
    return None if text is None else f"{text}#{number}"


def _exercise(sample: Sample, row: Row, number: int) -> None:
    row["slug"] = _told_apart(row["slug"], number)


def _token(sample: Sample, row: Row, number: int) -> None:
    row["revoked_at"] = row["revoked_at"] if number else None


def _login(sample: Sample, row: Row, number: int) -> None:
    row["revoked_at"] = row["revoked_at"] if number else None


def _alias(sample: Sample, row: Row, number: int) -> None:
    row["key"] = _told_apart(row["key"], number)


def _muscle(sample: Sample, row: Row, number: int) -> None:
    row["muscle"] = _told_apart(row["muscle"], number)


def _workout(sample: Sample, row: Row, number: int) -> None:
    row["tags"] = [sample.text() for _ in range(number % 3)]
    row["external_id"] = _told_apart(row["external_id"], number)
    row["source"] = row["source"] or (row["import_id"] and f"app {number}")
    row["status"] = "active" if number == 0 else "done"
    row["bodyweight_exact"] = row["bodyweight_exact"] and abs(row["bodyweight_exact"]) % 10**11
    row["deleted_at"] = row["deleted_at"] if number else None


def _measurement_type(sample: Sample, row: Row, number: int) -> None:
    row["key"] = _told_apart(row["key"], number)


def _measurement(sample: Sample, row: Row, number: int) -> None:
    row["type"] = ("weight", "waist", "mood")[number % 3]
    row["exact"] = row["exact"] and abs(row["exact"]) % 10**11
    row["external_id"] = _told_apart(row["external_id"], number)
    row["source"] = row["source"] or (row["import_id"] and f"app {number}")


def _attachment(sample: Sample, row: Row, number: int) -> None:
    row["size"] = abs(row["size"]) % 10**9 + 1
    if number >= 4:  # some were removed, and of some the bytes are gone
        row["deleted_at"] = row["deleted_at"] or row["created_at"]
    row["sha256"] = f"{number // 2:064x}" if number < 6 else ""
    row["name"] = f"Kniebeuge {number}.mp4"
    row["media_type"] = ("video/mp4", "application/gpx+xml")[number % 2]


def _goal(sample: Sample, row: Row, number: int) -> None:
    row["type"] = _told_apart("weight", number)


def _profile(sample: Sample, row: Row, number: int) -> None:
    row["deleted_at"] = (row["deleted_at"] or row["created_at"]) if number else None


def _gym(sample: Sample, row: Row, number: int) -> None:
    row["key"] = _told_apart(row["key"], number)
    row["in_use"] = number == 0
    row["deleted_at"] = row["deleted_at"] if number else None


def _kept(sample: Sample, row: Row, number: int) -> None:
    """Those of a shared number are by the same formula, the first of them by a true one."""
    formulas, mine = list(FORMULAS), f"{row['user_id']}#{number}"
    known = formulas[number] if number < len(formulas) else f"another #{number}"
    row["formula"] = mine if number % 2 else known


def _execution(sample: Sample, row: Row, number: int) -> None:
    row["position"] = number
    row["plan"] = (None, [], [{"kind": "warmup", "reps": 5}, {"rpe": "8.5"}])[number % 3]


def _set(sample: Sample, row: Row, number: int) -> None:
    execution = sample.parent("exercise_executions", row, "execution_id")
    row |= {name: execution[name] for name in ("workout_id", "exercise_id")}
    row["local_date"] = sample.parent("workouts", row, "workout_id")["local_date"]
    row["position"] = number
    row["kind"] = ("working", "warmup", "drop")[number % 3]
    row["load_unit"] = None if row["load_value"] is None else "lb"
    row["load_mode"] = (None, "absolute", "added", "assisted", "bodyweight")[number % 5]
    row["load_exact"] = row["load_exact"] and abs(row["load_exact"]) % 10**13
    row["reps"] = row["reps"] and abs(row["reps"]) % 1000
    if number % 7 == 0:  # a run over 5 km
        row |= {"distance_m": Decimal(5010), "duration_s": Decimal(1500 + number)}
    if number % 15 == 6:  # a lift that counts
        row |= {"load_exact": 10**9, "reps": 5, "rpe": None}
    if number % 7 == 0 or number % 15 == 6:
        row["deleted_at"] = None


RULES: Final[Mapping[str, Any]] = {
    "access_tokens": _token,
    "logins": _login,
    "exercises": _exercise,
    "exercise_aliases": _alias,
    "exercise_muscles": _muscle,
    "workouts": _workout,
    "measurement_types": _measurement_type,
    "measurements": _measurement,
    "goals": _goal,
    "gyms": _gym,
    "attachments": _attachment,
    "profiles": _profile,
    "exercise_executions": _execution,
    "sets": _set,
    **dict.fromkeys(DERIVED, _kept),
}
