"""The addresses of the operation log."""

from __future__ import annotations

from workout_core.operations.service import OperationService
from workout_core.routing import Router

router = Router(OperationService, tag="operations")
router.get("/operations", OperationService.list)
router.post("/operations/undo", OperationService.undo)
router.post("/operations/redo", OperationService.redo)
