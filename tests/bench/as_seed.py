"""The server with an ORM: entities with relationships, selectinload, schemas from attributes, a session a request.

The same queries for both databases: in an asynchronous session on PostgreSQL, and on SQLite, whose asynchronous
driver is another package, in FastAPI's thread pool.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import Depends, FastAPI, HTTPException, Request
from pydantic import ConfigDict
from sqlalchemy import Select, create_engine, event, func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Mapped, Session, relationship, selectinload, sessionmaker

from tests.bench import hand
from workout_core.accounts.models import AccessToken
from workout_core.db.embedded import drive
from workout_core.db.tables import TABLES
from workout_core.exercises.models import Exercise
from workout_core.operations.models import Operation
from workout_core.paging import Page
from workout_core.workouts.inputs import SetCreate
from workout_core.workouts.models import ExerciseExecution, Set, Workout
from workout_core.workouts.schemas import ExecutionRead, SetRead, WorkoutRead, WorkoutSummary


class SetEntity(Set):
    @property
    def load_kg(self) -> Decimal | None:
        return None if self.load_exact is None else Decimal(self.load_exact).scaleb(-8)


class ExecutionEntity(ExerciseExecution):
    exercise: Mapped[Exercise] = relationship(viewonly=True)
    sets: Mapped[list[SetEntity]] = relationship(order_by="SetEntity.position", viewonly=True)


class WorkoutEntity(Workout):
    exercise_executions: Mapped[list[ExecutionEntity]] = relationship(
        order_by="ExecutionEntity.position", viewonly=True
    )

    @property
    def _sets(self) -> list[SetEntity]:
        return [each for execution in self.exercise_executions for each in execution.sets]

    @property
    def sets(self) -> int:
        return len(self._sets)

    @property
    def volume_kg(self) -> Decimal:
        loaded = [each for each in self._sets if each.load_mode in ("absolute", "added")]
        exact: int = sum((each.load_exact or 0) * (each.reps or 0) for each in loaded)
        return Decimal(exact).scaleb(-8)

    @property
    def exercises(self) -> list[str]:
        return list(dict.fromkeys(each.exercise.name for each in self.exercise_executions))


class SetOut(SetRead):
    model_config = ConfigDict(from_attributes=True)


class ExecutionOut(ExecutionRead):
    model_config = ConfigDict(from_attributes=True)


class WorkoutOut(WorkoutRead):
    model_config = ConfigDict(from_attributes=True)


class SummaryOut(WorkoutSummary):
    model_config = ConfigDict(from_attributes=True)


assert TABLES  # all of them, as their keys refer to each other
_FOREVER: Final = datetime.max.replace(tzinfo=UTC)
_WHOLE: Final = (
    selectinload(WorkoutEntity.exercise_executions).selectinload(ExecutionEntity.sets),
    selectinload(WorkoutEntity.exercise_executions).selectinload(ExecutionEntity.exercise),
)


async def _session(request: Request) -> AsyncIterator[AsyncSession]:
    async with request.app.state.make() as opened:
        yield opened
        await opened.commit()


def _session_of_thread(request: Request) -> Iterator[Session]:
    with request.app.state.make() as opened:
        yield opened
        opened.commit()


class Direct:
    """A session in a thread, with the methods of an asynchronous one; they answer at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.add = session.add

    async def get(self, *words: Any, **options: Any) -> Any:
        return self._session.get(*words, **options)

    async def scalar(self, statement: Any) -> Any:
        return self._session.scalar(statement)

    async def scalars(self, statement: Any) -> Any:
        return self._session.scalars(statement)

    async def flush(self) -> None:
        self._session.flush()

    async def refresh(self, made: object) -> None:
        self._session.refresh(made)


Opened = AsyncSession | Direct
Asynchronous = Annotated[AsyncSession, Depends(_session, scope="function")]
OfThread = Annotated[Session, Depends(_session_of_thread, scope="function")]


def asynchronous(url: str) -> FastAPI:
    """On PostgreSQL; a pool that tries a connection before it lends it."""
    engine = create_async_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=10)

    async def get(request: Request, session: Asynchronous, workout_id: UUID) -> Any:
        return await _get(session, request, workout_id)

    async def listed(request: Request, session: Asynchronous, page: int = 1, size: int = 20) -> Any:
        return await _page(session, request, page, size)

    async def add(
        request: Request,
        session: Asynchronous,
        workout_id: UUID,
        execution_id: UUID,
        data: SetCreate,
    ) -> Any:
        return await _add(session, request, workout_id, execution_id, data)

    return _app(async_sessionmaker(engine, expire_on_commit=False), get, listed, add)


def in_threads(url: str) -> FastAPI:
    """On SQLite."""
    engine = create_engine(
        url, pool_size=20, max_overflow=20, connect_args={"timeout": 30, "check_same_thread": False}
    )
    event.listen(engine, "connect", _durable)

    def get(request: Request, session: OfThread, workout_id: UUID) -> Any:
        return drive(_get(Direct(session), request, workout_id))

    def listed(request: Request, session: OfThread, page: int = 1, size: int = 20) -> Any:
        return drive(_page(Direct(session), request, page, size))

    def add(
        request: Request, session: OfThread, workout_id: UUID, execution_id: UUID, data: SetCreate
    ) -> Any:
        return drive(_add(Direct(session), request, workout_id, execution_id, data))

    return _app(sessionmaker(engine, expire_on_commit=False), get, listed, add)


def _app(make: Any, get: Any, listed: Any, add: Any) -> FastAPI:
    app = FastAPI()
    app.state.make = make
    app.add_api_route(hand.ONE, get, response_model=WorkoutOut)
    app.add_api_route(hand.LIST, listed, response_model=Page[SummaryOut])
    app.add_api_route(hand.ADD, add, response_model=SetOut, methods=["POST"], status_code=201)
    return app


def _durable(connection: Any, _: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")


async def _actor(session: Opened, request: Request) -> Any:
    token = await session.get(AccessToken, hand.digest(request.headers.get("authorization")))
    if token is None or token.revoked_at or (token.expires_at or _FOREVER) < datetime.now(UTC):
        raise HTTPException(401)
    return token


async def _get(session: Opened, request: Request, workout_id: UUID) -> Any:
    user = (await _actor(session, request)).user_id
    found = await session.scalar(_of(user).where(WorkoutEntity.id == workout_id).options(*_WHOLE))
    if found is None:
        raise HTTPException(404)
    return found


async def _page(session: Opened, request: Request, page: int, size: int) -> Any:
    mine = _of((await _actor(session, request)).user_id)
    total = await session.scalar(select(func.count()).select_from(mine.subquery()))
    newest = (WorkoutEntity.local_date.desc(), WorkoutEntity.started_at.desc())
    found = await session.scalars(
        mine.order_by(*newest, WorkoutEntity.id.desc())
        .limit(size)
        .offset((page - 1) * size)
        .options(*_WHOLE)
    )
    return {"items": list(found), "total": total, "page": page, "size": size}


async def _add(
    session: Opened, request: Request, workout_id: UUID, execution_id: UUID, data: SetCreate
) -> Any:
    actor = await _actor(session, request)
    workout = await session.get(WorkoutEntity, (actor.user_id, workout_id))
    execution = await session.get(
        ExecutionEntity, (actor.user_id, execution_id), with_for_update=True
    )
    if workout is None or execution is None or execution.workout_id != workout_id:
        raise HTTPException(404)
    last = await session.scalar(
        select(func.max(SetEntity.position)).where(
            SetEntity.user_id == actor.user_id, SetEntity.execution_id == execution_id
        )
    )
    place = {"user_id": actor.user_id, "workout_id": workout_id, "execution_id": execution_id}
    of_row = {"exercise_id": execution.exercise_id, "local_date": workout.local_date}
    row = hand.new_set(data, {**place, **of_row, "position": -1 if last is None else last + 1})
    made = SetEntity(**row)
    session.add(made)
    session.add(_operation(row, actor.name))
    await session.flush()
    await session.refresh(made)
    return made


def _operation(row: hand.Row, device: str) -> Operation:
    entry = hand.operation(row, device)
    now = entry["now"]
    return Operation(
        user_id=entry["user"],
        id=entry["id"],
        batch_id=entry["batch"],
        device=device,
        entity="set",
        entity_id=entry["entity"],
        action="create",
        after=entry["after"],
        at=now,
        created_at=now,
        updated_at=now,
    )


def _of(user: int) -> Select[WorkoutEntity]:
    return select(WorkoutEntity).where(
        WorkoutEntity.user_id == user, WorkoutEntity.deleted_at.is_(None)
    )
