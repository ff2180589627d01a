"""What the screen of exercises changes: made, edited, starred, hidden, merged, deleted, taken into the workout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_cli.names_cache import refresh_names
from workout_cli.options import zone
from workout_cli.tui.screen import WorkoutScreen
from workout_cli.tui.screens.find import FindExercise
from workout_cli.tui.screens.form import Form
from workout_cli.tui.shown import exercise_form as form
from workout_cli.tui.work import aside, reads, writes
from workout_core.exercises.schemas import ExerciseReference, ExerciseUpdate
from workout_core.ids import new_id
from workout_core.live.schemas import LiveAdd
from workout_core.workouts.merge_schemas import MergeInto

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from workout_core.exercises.schemas import ExerciseDetails, ExerciseListed, ExerciseRead
    from workout_core.services import Services


class ExerciseChanges(WorkoutScreen):
    """Changes of the exercise that the cursor stands on."""

    @property
    def item(self) -> ExerciseListed | None:
        """What the cursor stands on."""
        raise NotImplementedError

    @property
    def wanted_name(self) -> str:
        """The name that is looked for."""
        raise NotImplementedError

    @property
    def known(self) -> ExerciseDetails | None:
        """What stands beside the list, as far as it was read."""
        raise NotImplementedError

    def list_only(self, text: str) -> None:
        """List what a text may mean, and nothing else."""
        raise NotImplementedError

    def stay(self, exercise: UUID | None) -> None:
        """Have the cursor on an exercise when the list is there again."""
        raise NotImplementedError

    def action_new(self) -> None:
        made = new_id()

        async def save(typed: Mapping[str, str]) -> ExerciseRead:
            data = form.created(typed, made)
            return await self.library.call(lambda services: services.exercises.create(data))

        fields = form.new_fields(self.wanted_name)
        self.app.push_screen(Form("New exercise", fields, save), self._made)

    def _made(self, made: ExerciseRead | None) -> None:
        if made:
            self.list_only(made.name)
            self._done(f"Added {made.name}")

    @reads
    async def action_edit(self) -> None:
        if (item := self.item) is None:
            return
        before = self.known
        if before is None or before.id != item.id:
            by = ExerciseReference(name=str(item.id))
            before = await self.library.ask(lambda services: services.exercises.details(by))

        async def save(typed: Mapping[str, str]) -> bool:
            return await self.library.call(lambda services: edited(services, before, typed))

        def saved(changed: bool | None) -> None:  # noqa: FBT001
            if changed:
                self._done(f"Changed {before.name}", item.id)

        self.lay_over(Form(before.name, form.edit_fields(before), save), saved)

    def action_star(self) -> None:
        if item := self.item:
            told = f"{item.name} has {'no star any more' if item.starred else 'a star'}"
            self._change(item.id, ExerciseUpdate(starred=not item.starred), told)

    def action_hide(self) -> None:
        if item := self.item:
            told = f"{'Offered again' if item.hidden else 'Hidden'}: {item.name}"
            self._change(item.id, ExerciseUpdate(hidden=not item.hidden), told)

    @writes
    async def _change(self, exercise_id: UUID, data: ExerciseUpdate, told: str) -> None:
        await self.library.call(lambda services: services.exercises.update(exercise_id, data))
        self._done(told, exercise_id)

    def action_delete(self) -> None:
        if item := self.item:
            self._delete(item)

    @writes
    async def _delete(self, item: ExerciseRead) -> None:
        await self.library.call(lambda services: services.exercises.delete(item.id))
        self._done(f"Deleted {item.name}")

    def action_merge(self) -> None:
        if item := self.item:
            find = FindExercise(f"Merge {item.name} into")
            self.app.push_screen(find, lambda into: self._merge(item, into) if into else None)

    @writes
    async def _merge(self, item: ExerciseRead, into: ExerciseRead) -> None:
        data = MergeInto(into=into.id)
        done = await self.library.call(lambda services: services.merging.merge(item.id, data))
        self._done(f"Merged {done.exercise} into {done.into}, {done.sets} sets", done.into_id)

    def action_add(self) -> None:
        if item := self.item:
            self._add(item)

    @writes
    async def _add(self, item: ExerciseRead) -> None:
        data = LiveAdd(
            id=new_id(),
            exercise=str(item.id),
            usual_unit=self.app.settings.unit,
            timezone=zone().key,
        )
        await self.library.call(lambda services: services.live.add(data))
        self._done(f"{item.name} is in the workout now", item.id)

    def _done(self, told: str, stay: UUID | None = None) -> None:
        """Say what was done, look again, and let the shells know the names."""
        self.app.say(f"{told} · u undoes")
        self.stay(stay)
        self.look()
        self._tell_shells()

    @reads
    async def _tell_shells(self) -> None:
        await aside(refresh_names)


async def edited(services: Services, before: ExerciseDetails, typed: Mapping[str, str]) -> bool:
    """Change what was written otherwise; whether that was anything."""
    aliases, update = form.renamed(before, typed), form.updated(before, typed)
    if aliases:
        await services.exercises.change_aliases(before.id, aliases)
    if update:
        await services.exercises.update(before.id, update)
    return bool(aliases or update)
