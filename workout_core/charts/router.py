"""The addresses of series."""

from __future__ import annotations

from workout_core.charts.service import SeriesService
from workout_core.routing import Router

router = Router(SeriesService, tag="charts")
router.get("/series", SeriesService.series)
router.get("/series/body", SeriesService.trend, "profile:read")
