"""The addresses of workouts, executions and sets."""

from __future__ import annotations

from typing import Final

from workout_core.routing import Router
from workout_core.workouts import inputs, session_schemas
from workout_core.workouts.execution_service import ExecutionService
from workout_core.workouts.log_service import LogService
from workout_core.workouts.merge_service import MergeService
from workout_core.workouts.service import WorkoutService
from workout_core.workouts.session_service import SessionService
from workout_core.workouts.set_service import SetService
from workout_core.workouts.text_service import TextService

EXECUTIONS: Final = "/workouts/{workout_id}/exercise-executions"
SETS: Final = f"{EXECUTIONS}/{{execution_id}}/sets"

# Before the workouts, whose ids would else be read of these words.
session = Router(SessionService, tag="session", names=vars(session_schemas))
session.get("/workouts/open", SessionService.status)
session.post("/workouts/open", SessionService.start)
session.post("/workouts/open/finish", SessionService.finish)
session.post("/workouts/open/discard", SessionService.discard)
session.post("/workouts/resume", SessionService.resume)
session.post("/workouts/open/rest", SessionService.rest)
session.delete("/workouts/open/rest", SessionService.stop_rest)

workouts = Router(WorkoutService, tag="workouts", names=vars(inputs))
workouts.get("/workouts", WorkoutService.list)
workouts.post("/workouts", WorkoutService.create)
workouts.get("/workouts/find", WorkoutService.find)
workouts.get("/workouts/{workout_id}", WorkoutService.get)
workouts.patch("/workouts/{workout_id}", WorkoutService.update)
workouts.post("/workouts/{workout_id}/copy", WorkoutService.copy)
workouts.delete("/workouts/{workout_id}", WorkoutService.delete)
workouts.get("/days/{day}", WorkoutService.day)

log = Router(LogService, tag="workouts")
log.post("/workouts/log", LogService.add)
log.post("/workouts/log/lines", LogService.add_lines)
log.post("/workouts/{workout_id}/log", LogService.add_to)

executions = Router(ExecutionService, tag="exercise-executions", names=vars(inputs))
executions.get(EXECUTIONS, ExecutionService.list)
executions.post(EXECUTIONS, ExecutionService.create)
executions.get(f"{EXECUTIONS}/{{execution_id}}", ExecutionService.get)
executions.patch(f"{EXECUTIONS}/{{execution_id}}", ExecutionService.update)
executions.post(f"{EXECUTIONS}/{{execution_id}}/move", ExecutionService.move)
executions.post("/workouts/{workout_id}/supersets", ExecutionService.superset)
executions.post("/workouts/{workout_id}/removals", ExecutionService.remove)
executions.delete(f"{EXECUTIONS}/{{execution_id}}", ExecutionService.delete)

sets = Router(SetService, tag="sets", names=vars(inputs))
sets.get(SETS, SetService.list)
sets.post(SETS, SetService.create)
sets.get(f"{SETS}/{{set_id}}", SetService.get)
sets.patch(f"{SETS}/{{set_id}}", SetService.update)
sets.delete(f"{SETS}/{{set_id}}", SetService.delete)

merging = Router(MergeService, tag="exercises")
merging.post(
    "/exercises/{exercise_id}/merge", MergeService.merge, "workouts:write", "exercises:write"
)

texts = Router(TextService, tag="texts")
texts.get("/workouts/{workout_id}/text", TextService.get)
texts.patch("/workouts/{workout_id}/text", TextService.replace)
texts.patch("/texts", TextService.replace_all)
texts.patch(f"{SETS}/{{set_id}}/text", TextService.replace_set)
