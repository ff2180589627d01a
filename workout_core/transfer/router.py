"""The addresses of imports and exports."""

from __future__ import annotations

from workout_core.routing import Router
from workout_core.transfer.import_service import ImportService
from workout_core.transfer.service import TransferService

imports = Router(ImportService, tag="transfer")
imports.post("/imports", ImportService.load)
imports.post("/imports/names", ImportService.match)

router = Router(TransferService, tag="transfer")
router.get("/export", TransferService.export)
router.get("/export/workouts", TransferService.workouts)
