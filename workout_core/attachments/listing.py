"""All files that there are, however many pages they fill."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workout_core.attachments.schemas import AttachmentFilters

if TYPE_CHECKING:
    from workout_core.attachments.schemas import AttachmentRead
    from workout_core.attachments.service import AttachmentService

PAGE: Final = 100


async def every(service: AttachmentService, **of: Any) -> list[AttachmentRead]:
    """Files, the oldest first: those of a workout, of an exercise, or all."""
    items: list[AttachmentRead] = []
    page = 1
    while found := (await service.list(AttachmentFilters(page=page, size=PAGE, **of))).items:
        items += found
        page += 1
    return items
