"""The address of the profile."""

from __future__ import annotations

from workout_core.accounts.service import ProfileService
from workout_core.routing import Router

router = Router(ProfileService, tag="profile")
router.get("/profile", ProfileService.get)
router.patch("/profile", ProfileService.update)
