"""The addresses of who one is, and of one's logins."""

from __future__ import annotations

from workout_core.auth.service import AccountService
from workout_core.routing import Router

router = Router(AccountService, tag="account")
router.get("/me", AccountService.me)
router.get("/logins", AccountService.logins)
router.delete("/logins/{login_id}", AccountService.end_login)
