"""Records as they were worked out the last time, and up to what they hold.

Context: working out every record of every exercise reads the whole history. Decision: what was worked out is kept, a
book for each formula; a book says up to which entry of the operation log it holds, and whoever opens it reads what was
logged since, and works out only what that concerns. Consequences: writing costs nothing more, nothing that is kept is
ever told when it is stale, and all of it may be thrown away at any time: it is in no dump and no undo.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from workout_core.db.base import BY_USER, Model, Owned


class RecordBook(Owned, Model):
    """Up to what the records by a formula hold: the last entry of the log, how many were undone, how many imports
    brought. `made_by` is the version of the program, and `version` counts the changes of the book.
    """

    __tablename__ = "record_books"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        UniqueConstraint("user_id", "formula"),
        BY_USER,
    )

    formula: Mapped[str]
    made_by: Mapped[str]
    seen: Mapped[UUID | None]
    undone: Mapped[int]
    imported: Mapped[int]
    version: Mapped[int]


class RecordTally(Owned, Model):
    """Of an exercise in a book: what of it the records depend on, and how many sets counted or did not, and why."""

    __tablename__ = "record_tallies"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        UniqueConstraint("user_id", "formula", "exercise_id"),
        BY_USER,
    )

    formula: Mapped[str]
    exercise_id: Mapped[UUID]
    share: Mapped[Decimal | None]
    tracking: Mapped[str]
    sets: Mapped[int]
    empty: Mapped[int]
    warmups: Mapped[int]
    unknown: Mapped[int]
    beyond: Mapped[int]


class RecordEvent(Owned, Model):
    """A record in a book. `place` is its place among those of its exercise, `value` and `previous` are exact, and
    `beaten_on` is the day of what beat it.
    """

    __tablename__ = "record_events"
    __table_args__ = (
        ForeignKeyConstraint(["user_id"], ["users.id"]),
        Index(
            "ix_record_events_user_id_formula_started_at",
            *("user_id", "formula", "started_at", "exercise_id", "place"),
        ),
        BY_USER,
    )

    formula: Mapped[str]
    exercise_id: Mapped[UUID]
    place: Mapped[int]
    kind: Mapped[str]
    value: Mapped[Decimal]
    reps: Mapped[int | None]
    distance: Mapped[str | None]
    previous: Mapped[Decimal | None]
    previous_reps: Mapped[int | None]
    unit: Mapped[str]
    local_date: Mapped[date]
    started_at: Mapped[datetime]
    workout_id: Mapped[UUID]
    set_id: Mapped[UUID | None]
    beaten_on: Mapped[date | None]
