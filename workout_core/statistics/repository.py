"""What the statements of statistics find for one user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workout_core.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from workout_core.db.compiled import StatementName
    from workout_core.db.executor import Row
    from workout_core.statistics.moves import Moves
    from workout_core.training.one_rep_max import Formula


class StatisticsRepository(Repository):
    async def alike(self, exercise_id: UUID, since: date, until: date) -> list[Row]:
        """The sets of an exercise by what they were lifted with: how many, and the first day."""
        days = {"since": since, "until": until}
        return await self._all("statistics.alike", exercise_id=exercise_id, **days)

    async def first_lifts(self, exercise_id: UUID, since: date, until: date) -> list[Row]:
        """Each load with each number of repetitions, and its first day."""
        days = {"exercise_id": exercise_id, "since": since, "until": until}
        return await self._all("statistics.first_lifts", **days)

    async def record_workouts(
        self, moves: Moves, since: date, until: date, formula: Formula
    ) -> list[Row]:
        """The workouts with more volume than those of days before; where the body counts, or with more in a set."""
        binds = {"exercise_id": moves.exercise_id, "since": since, "until": until}
        if moves.share is None:
            return await self._all("statistics.record_workouts", **binds)
        body = {"share": float(moves.share), "formula": formula}
        return await self._all("statistics.record_workouts_of_body", **body, **binds)

    async def record_efforts(self, exercise_id: UUID, since: date, until: date) -> list[Row]:
        """The days of what was longer, farther, heavier or faster than ever before, without repetitions."""
        binds = {"exercise_id": exercise_id, "since": since, "until": until}
        return await self._all("statistics.record_efforts", **binds)

    async def sets_of_days(self, moves: Moves, days: Sequence[date]) -> list[Row]:
        """The sets of some days that are no warm-ups, in the order in which they were done."""
        binds = {"exercise_id": moves.exercise_id, "days": days}
        share = float(moves.share or 0)
        return await self._all("statistics.sets_of_days", share=share, **binds)

    async def exercise_days(
        self, moves: Moves, since: date, until: date, formula: Formula
    ) -> list[Row]:
        """The days on which an exercise was done, and what was done on each."""
        return await self._moved(
            ("statistics.exercise_days", "statistics.exercise_days_of_body"),
            moves,
            since=since,
            until=until,
            formula=formula,
        )

    async def intensities(
        self, moves: Moves, since: date, until: date, formula: Formula
    ) -> list[Row]:
        """How many sets were done at which share of the e1RM of that time, and how many repetitions each."""
        return await self._moved(
            ("statistics.intensities", "statistics.intensities_of_body"),
            moves,
            since=since,
            until=until,
            formula=formula,
        )

    async def best_times(self, exercise_id: UUID, since: date, until: date) -> list[Row]:
        """The least time over each standard distance."""
        days = {"exercise_id": exercise_id, "since": since, "until": until}
        return await self._all("statistics.best_times", **days)

    async def hard_days(self, exercise_ids: Sequence[UUID], since: date, until: date) -> list[Row]:
        """The hard sets of each exercise on each day."""
        binds = {"exercise_ids": exercise_ids, "since": since, "until": until}
        return await self._all("statistics.hard_days", **binds)

    async def exercise_totals(
        self, exercise_ids: Sequence[UUID], since: date, until: date, formula: Formula
    ) -> list[Row]:
        """What each exercise came to."""
        days = {"since": since, "until": until}
        binds = {"exercise_ids": exercise_ids, "formula": formula, **days}
        return await self._all("statistics.exercise_totals", **binds)

    async def body_totals(self, moves: Moves, since: date, until: date, formula: Formula) -> Row:
        """What an exercise came to that moves the body."""
        days = {"since": since, "until": until}
        binds = {"exercise_id": moves.exercise_id, "formula": formula, **days}
        share = float(moves.share or 0)
        row = await self._one("statistics.exercise_totals_of_body", share=share, **binds)
        assert row, "a sum is one row"
        return {**row, "exercise_id": moves.exercise_id}

    async def training_days(self, since: date, until: date) -> list[Row]:
        """The days with a workout, in order."""
        return await self._all("statistics.training_days", since=since, until=until)

    async def session_efforts(self, since: date, until: date) -> list[Row]:
        """How long each workout was, and the mean RPE of its sets."""
        return await self._all("statistics.session_efforts", since=since, until=until)

    async def _moved(
        self,
        statements: tuple[StatementName, StatementName],
        moves: Moves,
        **binds: Any,
    ) -> list[Row]:
        """The first statement, or the second where the body counts."""
        binds["exercise_id"] = moves.exercise_id
        if moves.share is None:
            return await self._all(statements[0], **binds)
        return await self._all(statements[1], share=float(moves.share), **binds)
