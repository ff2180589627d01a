"""The services behind a server."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

from workout_core.errors import ConfigError
from workout_core.remote.bearer import LoginAuth, TokenAuth
from workout_core.remote.client import BRIEF_S, PATIENT_S, TIMEOUT, remote_service
from workout_core.remote.credentials import credentials_of
from workout_core.remote.files import RemoteFiles
from workout_core.routers import ROUTERS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine

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
    from workout_core.remote.credentials import Credentials
    from workout_core.services import Services
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

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RemoteServices:
    """Every service, answered by a server."""

    exercises: ExerciseService
    training_maxes: TrainingMaxService
    merging: MergeService
    session: SessionService
    workouts: WorkoutService
    log: LogService
    executions: ExecutionService
    sets: SetService
    live: LiveService
    history: HistoryService
    search: SearchService
    texts: TextService
    records: RecordService
    statistics: StatisticsService
    body: MeasurementService
    calculators: CalculatorService
    progress: ProgressService
    profile: ProfileService
    account: AccountService
    tokens: TokenService
    gyms: GymService
    attachments: AttachmentService
    charts: SeriesService
    transfer: TransferService
    imports: ImportService
    dump: DumpService
    operations: OperationService


class RemoteBackend:
    """Each operation is a request, and a transaction of its own; without a token a login says who asks.

    Who is patient waits for a server that goes away while it is asked, as when it is started anew.
    """

    waits = True

    def __init__(
        self,
        url: str,
        *,
        token: str | None = None,
        credentials: Credentials | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        patient: bool = True,
    ) -> None:
        address = address_of(url)
        kept = credentials or credentials_of()
        auth = TokenAuth(token) if token else LoginAuth(kept, server_of(url))
        self._waits = PATIENT_S if patient else BRIEF_S
        self.http = httpx.AsyncClient(
            base_url=address,
            auth=auth,
            timeout=TIMEOUT,
            transport=transport,
            follow_redirects=False,
        )

    @asynccontextmanager
    async def services(self, *, readonly: bool = False) -> AsyncIterator[Services]:
        """The services; nothing is sent until one is asked."""
        yield RemoteServices(
            **{
                name: remote_service(router, self.http, self._waits)
                for name, router in ROUTERS.items()
            }
        )

    @property
    def files(self) -> RemoteFiles:
        return RemoteFiles(self.http, self._waits)

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run(work)

    async def close(self) -> None:
        await self.http.aclose()


def address_of(text: str) -> httpx.URL:
    """The address of a server, as HTTP wants it."""
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        url = httpx.URL()
    if url.scheme in ("http", "https") and url.host and (url.port or 1) < 1 << 16:
        return url
    raise ConfigError(
        f"server_url must be the address of a server, and is {text!r}",
        hints=["http://127.0.0.1:8320"],
    )


def server_of(text: str) -> str:
    """The name under which a login to a server is kept: its address in one spelling."""
    return str(address_of(text)).rstrip("/")
