"""The addresses of looking back."""

from __future__ import annotations

from workout_core.history.search_service import SearchService
from workout_core.history.service import HistoryService
from workout_core.routing import Router

history = Router(HistoryService, tag="history")
history.get("/sessions", HistoryService.sessions)
history.get("/days", HistoryService.days)

search = Router(SearchService, tag="history")
search.get("/search", SearchService.find)
