"""The whole library in one hand: every domain's service, for one user, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from workout_core.accounts.service import ProfileService
    from workout_core.attachments.service import AttachmentService
    from workout_core.auth.service import AccountService
    from workout_core.auth.token_service import TokenService
    from workout_core.body.progress_service import ProgressService
    from workout_core.body.service import MeasurementService
    from workout_core.calculators.service import CalculatorService
    from workout_core.charts.service import SeriesService
    from workout_core.exercises.service import ExerciseService
    from workout_core.exercises.training_max_service import TrainingMaxService
    from workout_core.gyms.service import GymService
    from workout_core.history.search_service import SearchService
    from workout_core.history.service import HistoryService
    from workout_core.live.service import LiveService
    from workout_core.operations.service import OperationService
    from workout_core.statistics.record_service import RecordService
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


class Services(Protocol):
    """One property a service; their names are those of `workout_core.routers`."""

    @property
    def exercises(self) -> ExerciseService: ...
    @property
    def training_maxes(self) -> TrainingMaxService: ...
    @property
    def merging(self) -> MergeService: ...
    @property
    def session(self) -> SessionService: ...
    @property
    def workouts(self) -> WorkoutService: ...
    @property
    def log(self) -> LogService: ...
    @property
    def executions(self) -> ExecutionService: ...
    @property
    def sets(self) -> SetService: ...
    @property
    def live(self) -> LiveService: ...
    @property
    def history(self) -> HistoryService: ...
    @property
    def search(self) -> SearchService: ...
    @property
    def texts(self) -> TextService: ...
    @property
    def records(self) -> RecordService: ...
    @property
    def statistics(self) -> StatisticsService: ...
    @property
    def body(self) -> MeasurementService: ...
    @property
    def calculators(self) -> CalculatorService: ...
    @property
    def progress(self) -> ProgressService: ...
    @property
    def profile(self) -> ProfileService: ...
    @property
    def account(self) -> AccountService: ...
    @property
    def tokens(self) -> TokenService: ...
    @property
    def gyms(self) -> GymService: ...
    @property
    def attachments(self) -> AttachmentService: ...
    @property
    def charts(self) -> SeriesService: ...
    @property
    def transfer(self) -> TransferService: ...
    @property
    def imports(self) -> ImportService: ...
    @property
    def dump(self) -> DumpService: ...
    @property
    def operations(self) -> OperationService: ...
