"""The addresses of the exercises."""

from __future__ import annotations

from workout_core.exercises.service import ExerciseService
from workout_core.routing import Router

router = Router(ExerciseService, tag="exercises")
router.get("/exercises", ExerciseService.list)
router.post("/exercises", ExerciseService.create)
router.get("/exercises/find", ExerciseService.find)
router.get("/exercises/{exercise_id}", ExerciseService.get)
router.patch("/exercises/{exercise_id}", ExerciseService.update)
router.delete("/exercises/{exercise_id}", ExerciseService.delete)
