"""The addresses of records and statistics."""

from __future__ import annotations

from workout_core.routing import Router
from workout_core.statistics.record_service import RecordService
from workout_core.statistics.service import StatisticsService

records = Router(RecordService, tag="statistics")
records.get("/records", RecordService.list)
records.get("/records/days", RecordService.between)

statistics = Router(StatisticsService, tag="statistics")
statistics.get("/statistics/exercise", StatisticsService.exercise)
statistics.get("/statistics/intensity", StatisticsService.intensity)
statistics.get("/statistics/week", StatisticsService.week)
statistics.get("/statistics/year", StatisticsService.year)
statistics.get("/statistics/comparison", StatisticsService.compare)
statistics.get("/statistics/streaks", StatisticsService.streaks)
statistics.get("/statistics/load", StatisticsService.load)
