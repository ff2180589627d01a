"""Forms as browsers and OAuth clients send them: small, each field once, nothing hidden in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from workout_core.schemas import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request

LARGEST: Final = 16 << 10
FIELDS: Final = 20
LONGEST_NAME: Final = 64
DEVICE_NAME: Final = "device_name"


async def form_of(request: Request) -> dict[str, str] | None:
    """A form that was posted; None where it is no form, too large, or not plain."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        return None
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return None
    try:
        text = body.decode("ascii")
        return fields_of(parse_qsl(text, keep_blank_values=True, max_num_fields=FIELDS))
    except ValueError:
        return None


def fields_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str] | None:
    """Fields by their names; None where one stands twice, or has something else than printable ASCII."""
    fields: dict[str, str] = {}
    for name, value in pairs:
        plain = value.isascii() and (value.isprintable() or not value)
        if name in fields or not (plain or name == DEVICE_NAME):
            return None
        fields[name] = value
    return fields


def device_of(fields: dict[str, str]) -> str:
    """What a terminal calls itself, made harmless; it may say anything."""
    return clean(fields.get(DEVICE_NAME, "")).strip()[:LONGEST_NAME] or "a terminal"
