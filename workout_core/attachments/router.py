"""The addresses of attachments; those of their bytes are in `endpoints`."""

from __future__ import annotations

from workout_core.attachments.service import AttachmentService
from workout_core.routing import Router

router = Router(AttachmentService, tag="attachments")
router.get("/attachments", AttachmentService.list)
router.get("/attachments/find", AttachmentService.find)
router.get("/attachments/{attachment_id}", AttachmentService.get)
router.delete("/attachments/{attachment_id}", AttachmentService.delete)
