"""What to bind to a statement: made of a sample's rows, by the names of its binds, so that it finds something."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.sql import visitors

from tests.samples import FIRST
from workout_core.db.compiled import STATEMENTS
from workout_core.db.compiler import statements
from workout_core.db.tables import metadata
from workout_core.training.one_rep_max import FORMULAS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.samples import Row, Sample
    from workout_core.db.compiled import StatementName

KNOWN: Final = statements()
SOURCES: Final = 6
STEMS: Final = {
    "owner": "user_id",
    "kept_id": "id",
    "ended_before": "revoked_at",
    "unused_since": "used_at",
    "of_sha256": "sha256",
    "row_id": "id",
    "was_version": "version",
    "of_workout": "workout_id",
    "of_workouts": "workout_id",
    "of_source": "source",
    "of_import": "import_id",
    "of_batch": "batch_id",
    "row_ids": "id",
    "was_deleted_at": "deleted_at",
    "expired_before": "expires_at",
    "made_before": "created_at",
    "decided_by": "user_id",
    "of_formula": "formula",
    "of_exercises": "exercise_id",
}
# Tables that are keyed by a hash, and whose rows tell of which user they are.
KEYED: Final = (*("access_tokens", "identities", "login_codes", "device_grants", "refresh_tokens"),)
# A token, a code or an identity is shown by someone of whom nothing is known yet.
BEFORE_THE_USER: Final = {
    "accounts.token",
    *(f"auth.{name}" for name in ("identity", "people", "code", "use_code", "forget_codes")),
    *(f"auth.{name}" for name in ("grant", "taken_grant", "poll_grant", "decide_grant")),
    *(f"auth.{name}" for name in ("use_grant", "forget_grants", "refresh", "taken_refresh")),
    *(f"auth.{name}" for name in ("use_refresh", "kill_refresh", "forget_refresh")),
}
# Changes that are made once, and then no more.
ONCE: Final = {
    *("auth.use_code", "auth.decide_grant", "auth.use_grant"),
    *("auth.kill_refresh", "auth.revoke_login", "auth.revoke_others", "accounts.revoke_token"),
}
LATEST: Final = datetime.max.replace(tzinfo=UTC)
LAST: Final = UUID(int=2**128 - 1)


def names(statement: StatementName) -> dict[str, bool]:
    """The names that a statement wants values for, and whether each is a list."""
    _, expected, constants, _ = STATEMENTS[statement]
    return {name: is_list for name, _, is_list in expected if name not in constants}


@cache
def tables(statement: StatementName) -> list[Table]:
    """The tables that a statement reads or writes."""
    found = (each for each in visitors.iterate(KNOWN[statement]) if isinstance(each, Table))
    return [metadata.tables[name] for name in dict.fromkeys(each.name for each in found)]


def reading(statement: StatementName, sample: Sample, user: int, of: int) -> Iterator[Row]:
    """Binds for a select of a user's, made of the rows of someone's; nothing is found by some."""
    wanted = names(statement)
    known: set[str] = set()
    for table in tables(statement):
        rows = sample.rows[table.name][of]
        for row in islice(rows, SOURCES):
            options = {name: _options(name, table.name, row, rows) for name in wanted}
            if all(options.values()):
                for turn in range(max(map(len, options.values()), default=1)):
                    bound = {name: each[turn % len(each)] for name, each in options.items()}
                    if repr(bound) not in known:
                        known.add(repr(bound))
                        yield bound | ({"user_id": user} if "user_id" in wanted else {})
    assert known, f"{statement}: tests/binds.py doesn't know what to bind to {list(wanted)}"


def writing(statement: StatementName, row: Row, new: Row) -> Row:
    """Binds for an update of a row: the columns that it sets are those of another."""
    keys = {"user_id": row["id"], **row}  # a user is its own owner
    bound = {name: keys[STEMS[name]] if name in STEMS else new[name] for name in names(statement)}
    return {
        name: [bound[name]] if a_list else bound[name] for name, a_list in names(statement).items()
    }


def _options(name: str, table: str, row: Row, rows: list[Row]) -> list[Any]:
    if name in _MADE:
        return list(_MADE[name](row))
    if name == "user_id":
        return [None]
    if name in row:
        return [row[name]]
    if name == f"{table.rstrip('s')}_id":
        return [row["id"]]
    if name.endswith("s"):
        one = _options(name[:-1], table, row, rows)
        every = [each for other in rows for each in _options(name[:-1], table, other, rows)]
        kept = [each for each in dict.fromkeys(every) if each is not None]
        return [one, kept[:3], kept, []] if one and one != [None] else []
    return []


def _days(row: Row) -> list[tuple[date, date]]:
    day = row.get("local_date")
    if day is None:
        return []
    return [
        (date.min, date.max),
        (day, day),
        (date.max, date.min),
        (day - timedelta(day > date.min), day),
    ]


def _pattern(row: Row) -> list[str]:
    """Patterns as the repositories make them: of a whole text, of a part, of anything, of nothing there."""
    text = row.get("name") or row.get("note") or ""
    part = "".join(each for each in text if each.isascii() and each not in "\\%_")
    return [f"%{part}%", f"%{part[:2].upper()}%", "%", "%\\%%", "%nothing%"]


def _prefixes(row: Row) -> list[tuple[Any, Any]]:
    key = row["id"]
    if not isinstance(key, UUID):
        return []
    return [
        (key, key),
        (UUID(int=key.int >> 100 << 100), UUID(int=key.int | (1 << 100) - 1)),
        (LAST, LAST),
    ]


_MADE: Final[Mapping[str, Any]] = {
    "since": lambda row: [first for first, _ in _days(row)],
    "until": lambda row: [last for _, last in _days(row)],
    "day": lambda row: [row[name] for name in ("local_date", "since") if row.get(name)],
    "before": lambda row: [row["created_at"]],
    "used_since": lambda row: [FIRST],
    "made_since": lambda row: [FIRST],
    "removed_before": lambda row: [LATEST, row.get("deleted_at") or FIRST],
    "after_key": lambda row: ["", row["id"]],
    "pattern": _pattern,
    "tags": lambda row: [row.get("tags") or [], []],
    "two_handed": lambda row: [[row["exercise_id"]], []] if "exercise_id" in row else [],
    "first": lambda row: [first for first, _ in _prefixes(row)],
    "last": lambda row: [last for _, last in _prefixes(row)],
    "after": lambda row: [UUID(int=0), row["id"], LAST],
    "share": lambda _: [0.64, 1.0],
    "formula": lambda _: list(FORMULAS),
    "beaten": lambda _: [True, False],
    "size": lambda _: [100, 3, 3, 0],
    "offset": lambda _: [0, 0, 2, 0],
}
