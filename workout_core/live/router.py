"""The addresses of the live session."""

from __future__ import annotations

from workout_core.live.service import LiveService
from workout_core.routing import Router

router = Router(LiveService, tag="live")
router.get("/live", LiveService.board)
router.get("/live/past/{exercise_id}", LiveService.past)
router.post("/live/executions", LiveService.add)
router.post("/live/executions/{execution_id}/sets", LiveService.log)
router.post("/live/executions/{execution_id}/swap", LiveService.swap)
router.patch("/live/executions/{execution_id}/plan", LiveService.plan)
router.post("/live/repeat", LiveService.repeat)
