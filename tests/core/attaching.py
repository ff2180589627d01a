"""Files to attach, and attaching them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from workout_core.attachments.files import verified
from workout_core.attachments.schemas import AttachmentCreate, AttachmentFilters
from workout_core.ids import new_id

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path
    from uuid import UUID

    from workout_core.attachments.schemas import AttachmentRead
    from workout_core.backend import Backend

JPEG: Final = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40
FILM: Final = b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 900
CSV: Final = b"Date,Exercise,Weight\n2026-01-05,Bench,80\n"


async def blocks_of(content: bytes, size: int = 100_000) -> AsyncIterator[bytes]:
    for first in range(0, len(content), size):
        yield content[first : first + size]


async def attach(backend: Backend, content: bytes, name: str, **data: Any) -> AttachmentRead:
    made = AttachmentCreate(**{"id": new_id(), "name": name, **data})
    return await backend.files.upload(made, lambda: blocks_of(content))


async def content_of(backend: Backend, attachment_id: UUID) -> bytes:
    async with backend.files.download(attachment_id) as download:
        return b"".join([block async for block in verified(download)])


async def names(backend: Backend, **of: Any) -> list[str]:
    async with backend.services(readonly=True) as services:
        page = await services.attachments.list(AttachmentFilters(**of))
    return [each.name for each in page.items]


def left_halfway(path: Path) -> Path:
    """What a program that was killed left of a file, beside a database."""
    draft = path.with_suffix(".files") / "drafts" / "draft-old"
    draft.parent.mkdir(parents=True)
    draft.touch()
    os.utime(draft, (0, 0))
    return draft
