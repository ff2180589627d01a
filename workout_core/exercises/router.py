"""The addresses of the exercises."""

from __future__ import annotations

from typing import Final

from workout_core.exercises.service import ExerciseService
from workout_core.exercises.training_max_service import TrainingMaxService
from workout_core.routing import Router

TRAINING_MAXES: Final = "/exercises/{exercise_id}/training-maxes"

router = Router(ExerciseService, tag="exercises")
router.get("/exercises", ExerciseService.list)
router.post("/exercises", ExerciseService.create)
router.get("/exercises/search", ExerciseService.search)
router.get("/exercises/browse", ExerciseService.browse)
router.get("/exercises/find", ExerciseService.find)
router.get("/exercises/details", ExerciseService.details)
router.get("/exercises/names", ExerciseService.names)
router.get("/exercises/{exercise_id}", ExerciseService.get)
router.patch("/exercises/{exercise_id}", ExerciseService.update)
router.delete("/exercises/{exercise_id}", ExerciseService.delete)
router.patch("/exercises/{exercise_id}/aliases", ExerciseService.change_aliases)

training_maxes = Router(TrainingMaxService, tag="exercises")
training_maxes.get(TRAINING_MAXES, TrainingMaxService.list)
training_maxes.post(TRAINING_MAXES, TrainingMaxService.set)
training_maxes.delete(f"{TRAINING_MAXES}/{{training_max_id}}", TrainingMaxService.delete)
