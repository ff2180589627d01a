"""The addresses of gyms."""

from __future__ import annotations

from workout_core.gyms.service import GymService
from workout_core.routing import Router

router = Router(GymService, tag="gyms")
router.get("/gyms", GymService.list)
router.post("/gyms", GymService.create)
router.get("/gyms/find", GymService.find)
router.delete("/gyms/in-use", GymService.leave)
router.get("/gyms/{gym_id}", GymService.get)
router.patch("/gyms/{gym_id}", GymService.update)
router.delete("/gyms/{gym_id}", GymService.delete)
router.post("/gyms/{gym_id}/use", GymService.use)
