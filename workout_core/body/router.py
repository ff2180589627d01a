"""The addresses of measurements."""

from __future__ import annotations

from workout_core.body.progress_service import ProgressService
from workout_core.body.service import MeasurementService
from workout_core.routing import Router

router = Router(MeasurementService, tag="body")
router.get("/measurements", MeasurementService.list)
router.post("/measurements", MeasurementService.create)
router.get("/measurements/latest", MeasurementService.latest)
router.get("/measurements/find", MeasurementService.find)
router.get("/measurements/{measurement_id}", MeasurementService.get)
router.patch("/measurements/{measurement_id}", MeasurementService.update)
router.delete("/measurements/{measurement_id}", MeasurementService.delete)
router.get("/measurement-types", MeasurementService.types)
router.post("/measurement-types", MeasurementService.create_type)

progress = Router(ProgressService, tag="body")
progress.get("/measurement-trend", ProgressService.trend)
progress.get("/measurements-overview", ProgressService.overview)
progress.get("/goals", ProgressService.goals)
progress.post("/goals", ProgressService.set_goal)
progress.delete("/goals/{goal_id}", ProgressService.remove_goal)
