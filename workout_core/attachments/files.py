"""Bytes of files on their way in and out, wherever the services live."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from workout_core.attachments.draft import Draft
from workout_core.errors import InvalidError, StorageError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
    from contextlib import AbstractAsyncContextManager
    from uuid import UUID

    from workout_core.attachments.draft import Content
    from workout_core.attachments.filing import Filing
    from workout_core.attachments.schemas import AttachmentCreate, AttachmentRead
    from workout_core.attachments.service import AttachmentService
    from workout_core.attachments.storage import Storage

T = TypeVar("T")


class Blocks(Protocol):
    """The bytes of a file, from the first each time that they are asked for: a connection may break."""

    def __call__(self) -> AsyncIterator[bytes]: ...


class Download(NamedTuple):
    """A file, and its bytes, which can be gone through once."""

    attachment: AttachmentRead
    blocks: AsyncIterator[bytes]


class Files(Protocol):
    """Carries files; never inside a transaction, which would wait for them."""

    async def upload(self, data: AttachmentCreate, blocks: Blocks) -> AttachmentRead:
        """Attach a file; what came before under the same id is not doubled."""

    def download(self, attachment_id: UUID) -> AbstractAsyncContextManager[Download]:
        """A file of the user's; what is read is what was attached, or a StorageError."""

    async def put_back(self, attachment_id: UUID, blocks: Blocks) -> AttachmentRead:
        """Bring the bytes of a file that is known; InvalidError where they are not what was attached."""


class Limits(NamedTuple):
    """How many bytes a file, and all files of a user, may have."""

    largest: int
    most: int


class Desk(Protocol):
    """Where files are entered: the services of one user in one transaction."""

    @property
    def filing(self) -> Filing: ...

    @property
    def attachments(self) -> AttachmentService: ...


class OpenDesk(Protocol):
    def __call__(self, *, readonly: bool) -> AbstractAsyncContextManager[Desk]: ...


async def _at_once(work: Coroutine[Any, Any, T]) -> T:
    return await work


async def _here(function: Callable[..., T], *arguments: Any) -> T:
    return function(*arguments)


class LocalFiles:
    """Files whose rows are in a database, and whose bytes are in a storage, of this process.

    A transaction is never open while bytes move: a file is received first, then stored, then entered. What is stored
    and, for a crash, not entered, is found again by its SHA-256 when it is attached again.
    A server hands over how it waits: `transact` for a transaction, `aside` for what blocks.
    """

    def __init__(
        self,
        open_desk: OpenDesk,
        storage: Storage,
        limits: Limits,
        *,
        transact: Callable[[Coroutine[Any, Any, Any]], Awaitable[Any]] = _at_once,
        aside: Callable[..., Awaitable[Any]] = _here,
    ) -> None:
        self._open_desk = open_desk
        self._storage = storage
        self._limits = limits
        self._transact = transact
        self._aside = aside

    async def upload(self, data: AttachmentCreate, blocks: Blocks) -> AttachmentRead:
        there: AttachmentRead | None = await self._transact(self._there(data))
        if there:
            return there
        content, gone = await self._keep(data.name, blocks)
        entered: AttachmentRead = await self._transact(self._enter(data, content, gone))
        return entered

    @asynccontextmanager
    async def download(self, attachment_id: UUID) -> AsyncIterator[Download]:
        attachment, key = await self._transact(self._found(attachment_id))
        with ExitStack() as stack:
            blocks = await self._aside(stack.enter_context, self._storage.read(key))
            yield Download(attachment, self._blocks(blocks))

    async def put_back(self, attachment_id: UUID, blocks: Blocks) -> AttachmentRead:
        attachment: AttachmentRead
        attachment, _ = await self._transact(self._found(attachment_id))
        await self._keep(attachment.name, blocks, attachment)
        return attachment

    async def _keep(
        self, name: str, blocks: Blocks, known: AttachmentRead | None = None
    ) -> tuple[Content, int]:
        """Receive a file and store it, and how many others were gone before; one that is known only as it was."""
        folder = await self._aside(self._storage.drafts)
        draft: Draft = await self._aside(Draft, folder, name, self._limits.largest)
        try:
            async for block in blocks():
                await self._aside(draft.write, block)
            content: Content = await self._aside(draft.finish)
            if known and (content.sha256, content.size) != (known.sha256, known.size):
                raise InvalidError(
                    f"This is not {name} as it was attached", hints=["send the same bytes"]
                )
            key, gone = await self._transact(self._checked(content))
            await self._aside(self._storage.keep, draft.path, key)
        finally:
            draft.discard()
        return content, gone

    async def _blocks(self, blocks: Iterator[bytes]) -> AsyncIterator[bytes]:
        while block := await self._aside(next, blocks, b""):
            yield block

    async def _there(self, data: AttachmentCreate) -> AttachmentRead | None:
        async with self._open_desk(readonly=True) as desk:
            return await desk.filing.there(data)

    async def _checked(self, content: Content) -> tuple[str, int]:
        async with self._open_desk(readonly=True) as desk:
            await desk.filing.check_room(content, self._limits.most)
            return desk.filing.key(content.sha256), await desk.filing.gone()

    async def _enter(self, data: AttachmentCreate, content: Content, gone: int) -> AttachmentRead:
        async with self._open_desk(readonly=False) as desk:
            return await desk.filing.enter(data, content, self._limits.most, gone)

    async def _found(self, attachment_id: UUID) -> tuple[AttachmentRead, str]:
        async with self._open_desk(readonly=True) as desk:
            attachment = await desk.attachments.get(attachment_id)
            return attachment, desk.filing.key(attachment.sha256)


async def verified(download: Download) -> AsyncIterator[bytes]:
    """The blocks of a file; StorageError at its end where they are not what was attached."""
    digest = hashlib.sha256()
    async for block in download.blocks:
        digest.update(block)
        yield block
    if digest.hexdigest() != download.attachment.sha256:
        raise StorageError(
            f"{download.attachment.name} is not as it was attached: its bytes are damaged",
            hints=["bring it back from a copy of the files"],
        )
