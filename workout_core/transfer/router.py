"""The addresses of imports and exports."""

from __future__ import annotations

from workout_core.routing import Router
from workout_core.transfer import dump_schemas
from workout_core.transfer.dump_service import DumpService
from workout_core.transfer.import_service import ImportService
from workout_core.transfer.service import TransferService

imports = Router(ImportService, tag="transfer")
imports.post("/imports", ImportService.load)
imports.post("/imports/names", ImportService.match)

router = Router(TransferService, tag="transfer")
router.get("/export", TransferService.export)
router.get("/export/workouts", TransferService.workouts, "workouts:read")

dump = Router(DumpService, tag="transfer", names=vars(dump_schemas))
dump.get("/dump", DumpService.tables)
dump.get("/dump/tables/{table}", DumpService.page)
dump.get("/dump/workouts", DumpService.workouts)
dump.post("/dump", DumpService.load)
