"""The addresses of imports and exports."""

from __future__ import annotations

from workout_core.routing import Router
from workout_core.transfer.service import TransferService

router = Router(TransferService, tag="transfer")
router.post("/imports", TransferService.load)
router.get("/export", TransferService.export)
