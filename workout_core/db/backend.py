"""The services over a database in this process: the composition root, and the only place that commits.

A service is imported when it is first asked for: a command that logs a set has no use for imports and exports,
and their schemas cost more than the set.
"""

from __future__ import annotations

import platform
from contextlib import asynccontextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from workout_core.accounts.owner import OWNER, Actor
from workout_core.accounts.repository import AccountRepository
from workout_core.errors import ConfigError, WorkoutError
from workout_core.exercises.repository import ExerciseRepository
from workout_core.operations.journal import Journal
from workout_core.workouts.repository import WorkoutRepository

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Sequence

    from workout_core.accounts.service import ProfileService
    from workout_core.attachments.files import LocalFiles, OpenDesk
    from workout_core.attachments.filing import Filing
    from workout_core.attachments.repository import AttachmentRepository
    from workout_core.attachments.service import AttachmentService
    from workout_core.attachments.storage import Storage
    from workout_core.auth.service import AccountService
    from workout_core.auth.token_service import TokenService
    from workout_core.body.progress_service import ProgressService
    from workout_core.body.repository import MeasurementRepository
    from workout_core.body.service import MeasurementService
    from workout_core.calculators.service import CalculatorService
    from workout_core.charts.service import SeriesService
    from workout_core.config import Settings
    from workout_core.db.executor import Database, Executor
    from workout_core.exercises.service import ExerciseService
    from workout_core.exercises.training_max_service import TrainingMaxService
    from workout_core.gyms.service import GymService
    from workout_core.history.search_service import SearchService
    from workout_core.history.service import HistoryService
    from workout_core.live.service import LiveService
    from workout_core.operations.service import OperationService
    from workout_core.replays.repository import ReplayRepository
    from workout_core.statistics.book import Change
    from workout_core.statistics.record_service import RecordService
    from workout_core.statistics.repository import StatisticsRepository
    from workout_core.statistics.service import StatisticsService
    from workout_core.transfer.dump_service import DumpService
    from workout_core.transfer.import_service import ImportService
    from workout_core.transfer.service import TransferService
    from workout_core.workouts.execution_service import ExecutionService
    from workout_core.workouts.log_service import LogService
    from workout_core.workouts.merge_service import MergeService
    from workout_core.workouts.service import WorkoutService
    from workout_core.workouts.session_service import SessionService
    from workout_core.workouts.set_service import SetService
    from workout_core.workouts.text_service import TextService

T = TypeVar("T")


class LocalBackend:
    """A database of one's own: everything in it that nobody signs for is the owner's."""

    def __init__(self, database: Database, settings: Settings | None = None) -> None:
        self.database = database
        self._settings = settings

    @property
    def waits(self) -> bool:
        return not self.database.blocks

    @asynccontextmanager
    async def services(self, *, readonly: bool = False) -> AsyncIterator[LocalServices]:
        """The owner's services in one transaction."""
        actor = Actor(OWNER, platform.node())
        async with (
            self.database.transaction(readonly=readonly) as executor,
            services_on(executor, actor, readonly=readonly) as services,
        ):
            yield services
        await keep(self.database, actor, services.worked_out)

    @property
    def files(self) -> LocalFiles:
        """The owner's files."""
        return self.files_at(self.services)

    def files_at(self, open_desk: OpenDesk, **waiting: Any) -> LocalFiles:
        """Somebody's files, which lie where the settings say."""
        from workout_core.attachments.files import Limits, LocalFiles

        settings = self._with_files
        limits = Limits(settings.attachment_mib << 20, settings.attachments_mib << 20)
        return LocalFiles(open_desk, self.storage, limits, **waiting)

    @property
    def storage(self) -> Storage:
        """Where files lie."""
        from workout_core.attachments.storage import open_storage

        return open_storage(self._with_files.files)

    @property
    def _with_files(self) -> Settings:
        if self._settings is None:
            raise ConfigError("No place for files is set", hints=["WORKOUT_STORAGE=/srv/files"])
        return self._settings

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.database.run(work)

    async def close(self) -> None:
        await self.database.close()


@asynccontextmanager
async def services_on(
    executor: Executor, actor: Actor, *, readonly: bool = False
) -> AsyncIterator[LocalServices]:
    """The services of who acts, in a transaction; what they changed is in the operation log when it ends.

    Who writes takes the user's row first and holds it to the end, so that a user's changes are made one after
    another, as on SQLite: what was read before a change still holds when it is written, and no two wait for each
    other. Other users are not concerned.
    """
    await executor.act_for(actor.user)
    if not readonly:
        await executor.one("accounts.lock", user_id=actor.user)
    journal = Journal(executor, actor.user, actor.device)
    yield LocalServices(executor, actor, journal)
    await journal.flush()


async def keep(database: Database, actor: Actor, worked_out: Sequence[Change]) -> None:
    """Write down what a transaction worked out, once it is over; at once or not at all, for it was answered."""
    if not worked_out:
        return
    from workout_core.statistics.book_repository import BookRepository

    for change in worked_out:
        with suppress(WorkoutError):
            async with database.transaction(waits=False) as executor:
                await executor.act_for(actor.user)
                journal = Journal(executor, actor.user, actor.device)
                await BookRepository(executor, actor.user, journal).write(change)


class LocalServices:
    """Every service of one user, on one transaction; what it worked out may be kept when that is over."""

    def __init__(self, executor: Executor, actor: Actor, journal: Journal) -> None:
        self._actor, user = actor, actor.user
        self._place = (executor, user, journal)
        self.worked_out: list[Change] = []
        self._accounts = AccountRepository(executor, user, journal)
        self._exercises = ExerciseRepository(executor, user, journal)
        self._workouts = WorkoutRepository(executor, user, journal)

    @cached_property
    def exercises(self) -> ExerciseService:
        from workout_core.exercises.service import ExerciseService

        return ExerciseService(self._exercises, self._accounts)

    @cached_property
    def training_maxes(self) -> TrainingMaxService:
        from workout_core.exercises.training_max_service import TrainingMaxService

        return TrainingMaxService(self._exercises, self._accounts)

    @cached_property
    def merging(self) -> MergeService:
        from workout_core.workouts.merge_service import MergeService

        return MergeService(self._workouts, self._exercises, self._attachments)

    @cached_property
    def session(self) -> SessionService:
        from workout_core.workouts.session_service import SessionService

        return SessionService(self._workouts, self._exercises, self._accounts)

    @cached_property
    def workouts(self) -> WorkoutService:
        from workout_core.workouts.service import WorkoutService

        return WorkoutService(self._workouts, self._exercises, self._accounts)

    @cached_property
    def log(self) -> LogService:
        from workout_core.workouts.log_service import LogService

        return LogService(self._workouts, self._exercises, self._accounts)

    @cached_property
    def executions(self) -> ExecutionService:
        from workout_core.workouts.execution_service import ExecutionService

        return ExecutionService(self._workouts, self._exercises)

    @cached_property
    def sets(self) -> SetService:
        from workout_core.workouts.set_service import SetService

        return SetService(self._workouts)

    @cached_property
    def live(self) -> LiveService:
        from workout_core.live.repository import LiveRepository
        from workout_core.live.service import LiveService

        repository = LiveRepository(*self._place)
        return LiveService(repository, self._workouts, self._exercises, self._accounts)

    @cached_property
    def history(self) -> HistoryService:
        from workout_core.history.repository import HistoryRepository
        from workout_core.history.service import HistoryService

        return HistoryService(HistoryRepository(*self._place), self._workouts, self._exercises)

    @cached_property
    def search(self) -> SearchService:
        from workout_core.history.repository import HistoryRepository
        from workout_core.history.search_service import SearchService

        return SearchService(HistoryRepository(*self._place), self._exercises)

    @cached_property
    def records(self) -> RecordService:
        from workout_core.statistics.book_repository import BookRepository
        from workout_core.statistics.record_service import RecordService

        books = BookRepository(*self._place)
        return RecordService(self._statistics, self._exercises, books, self.worked_out.append)

    @cached_property
    def statistics(self) -> StatisticsService:
        from workout_core.statistics.service import StatisticsService

        return StatisticsService(self._statistics, self._exercises, self._accounts)

    @cached_property
    def _statistics(self) -> StatisticsRepository:
        from workout_core.statistics.repository import StatisticsRepository

        return StatisticsRepository(*self._place)

    @cached_property
    def texts(self) -> TextService:
        from workout_core.workouts.text_service import TextService

        return TextService(self._workouts, self._exercises, self._accounts)

    @cached_property
    def operations(self) -> OperationService:
        from workout_core.db.documents import from_document
        from workout_core.operations.repository import OperationRepository
        from workout_core.operations.service import OperationService

        return OperationService(OperationRepository(*self._place, from_document))

    @cached_property
    def body(self) -> MeasurementService:
        from workout_core.body.service import MeasurementService

        return MeasurementService(self._measurements, self._accounts)

    @cached_property
    def calculators(self) -> CalculatorService:
        from workout_core.calculators.service import CalculatorService
        from workout_core.gyms.repository import GymRepository

        gyms = GymRepository(*self._place)
        return CalculatorService(self._accounts, self._measurements, gyms)

    @cached_property
    def progress(self) -> ProgressService:
        from workout_core.body.progress_service import ProgressService

        return ProgressService(self._measurements, self._accounts)

    @cached_property
    def profile(self) -> ProfileService:
        from workout_core.accounts.service import ProfileService

        return ProfileService(self._accounts)

    @cached_property
    def account(self) -> AccountService:
        from workout_core.auth.repository import LoginRepository
        from workout_core.auth.service import AccountService

        executor, _, journal = self._place
        return AccountService(LoginRepository(executor, journal.now), self._actor)

    @cached_property
    def tokens(self) -> TokenService:
        from workout_core.auth.token_repository import TokenRepository
        from workout_core.auth.token_service import TokenService

        executor, user, journal = self._place
        return TokenService(TokenRepository(executor, user, journal.now), self._actor)

    @cached_property
    def gyms(self) -> GymService:
        from workout_core.gyms.repository import GymRepository
        from workout_core.gyms.service import GymService

        return GymService(GymRepository(*self._place), self._accounts)

    @cached_property
    def attachments(self) -> AttachmentService:
        from workout_core.attachments.service import AttachmentService

        return AttachmentService(self._attachments)

    @cached_property
    def filing(self) -> Filing:
        """Enters files that were received; for who receives them."""
        from workout_core.attachments.filing import Filing

        return Filing(self._attachments, self._workouts, self._exercises)

    @cached_property
    def _attachments(self) -> AttachmentRepository:
        from workout_core.attachments.repository import AttachmentRepository

        return AttachmentRepository(*self._place)

    @cached_property
    def replays(self) -> ReplayRepository:
        """The answers that are kept; for who answers."""
        from workout_core.replays.repository import ReplayRepository

        return ReplayRepository(*self._place)

    @cached_property
    def charts(self) -> SeriesService:
        from workout_core.charts.repository import SeriesRepository
        from workout_core.charts.service import SeriesService

        repository = SeriesRepository(*self._place)
        return SeriesService(repository, self._exercises, self._measurements, self._accounts)

    @cached_property
    def transfer(self) -> TransferService:
        from workout_core.gyms.repository import GymRepository
        from workout_core.transfer.repository import ImportRepository
        from workout_core.transfer.service import TransferService

        imports = ImportRepository(*self._place)
        return TransferService(
            imports,
            self._workouts,
            self._exercises,
            self._accounts,
            self._measurements,
            GymRepository(*self._place),
        )

    @cached_property
    def imports(self) -> ImportService:
        from workout_core.transfer.import_service import ImportService
        from workout_core.transfer.repository import ImportRepository

        imports = ImportRepository(*self._place)
        return ImportService(imports, self._workouts, self._exercises, self._measurements)

    @cached_property
    def _measurements(self) -> MeasurementRepository:
        from workout_core.body.repository import MeasurementRepository

        return MeasurementRepository(*self._place)

    @cached_property
    def dump(self) -> DumpService:
        from workout_core.db.compiled import HEAD
        from workout_core.db.dumps import table_forms
        from workout_core.transfer.dump_repository import DumpRepository
        from workout_core.transfer.dump_service import DumpService

        return DumpService(DumpRepository(*self._place, table_forms(), HEAD))
