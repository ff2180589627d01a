"""The addresses of who one is, of one's logins, and of one's tokens."""

from __future__ import annotations

from workout_core.auth.service import AccountService
from workout_core.auth.token_service import TokenService
from workout_core.routing import Router

router = Router(AccountService, tag="account")
router.get("/me", AccountService.me, "profile:read")
router.get("/logins", AccountService.logins)
router.delete("/logins/{login_id}", AccountService.end_login)
router.post("/logins/end-others", AccountService.end_others)

tokens = Router(TokenService, tag="account")
tokens.get("/tokens", TokenService.list)
tokens.post("/tokens", TokenService.create)
tokens.delete("/tokens/{token_id}", TokenService.revoke)
