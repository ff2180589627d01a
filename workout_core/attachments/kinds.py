"""What a file is, told by its first bytes: its name says nothing that could be relied on.

Pictures, films, recorded activities, and what other programs export. What a browser would run (HTML, SVG) is none
of them; text is taken for what no program runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workout_core.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD: Final = 4096
_SIGNS: Final = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"\x1f\x8b\x08", "application/gzip"),
    (0, b"SQLite format 3\0", "application/vnd.sqlite3"),
    (8, b".FIT", "application/vnd.ant.fit"),
)
_PICTURES: Final = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")
_FILMS: Final = (
    *(b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1"),
    *(b"M4V ", b"M4VH", b"MSNV", b"dash", b"3gp4", b"3gp5", b"3gp6"),
)
_BRANDS: Final[Mapping[bytes, str]] = {
    **dict.fromkeys(_PICTURES, "image/heic"),
    **dict.fromkeys(_FILMS, "video/mp4"),
    b"qt  ": "video/quicktime",
}
_DOCUMENTS: Final = (
    (b"<gpx", "application/gpx+xml"),
    (b"<TrainingCenterDatabase", "application/vnd.garmin.tcx+xml"),
)
_CONTROLS: Final = bytes({*range(32), 127} - {*b"\t\n\r\x0c"})
TAKEN: Final = (
    "taken are jpeg, png, webp, gif and heic; mp4, mov and webm; gpx, tcx and fit; pdf, csv, json, "
    "plain text, zip, gz and SQLite"
)


def media_type(head: bytes, name: str) -> str:
    """What a file is whose first `HEAD` bytes these are; InvalidError where it is nothing that is taken."""
    found = _signed(head) or _boxed(head) or _text(head)
    if found is None:
        raise InvalidError(f"{name} is of a kind that is not taken", hints=[TAKEN])
    return found


def _signed(head: bytes) -> str | None:
    for at, sign, kind in _SIGNS:
        if head.startswith(sign, at):
            return kind
    return None


def _boxed(head: bytes) -> str | None:
    """Formats that are boxes, which name what is in them."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in head[:64]:
        return "video/webm"
    return _BRANDS.get(head[8:12]) if head[4:8] == b"ftyp" else None


def _text(head: bytes) -> str | None:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text or len(head.translate(None, _CONTROLS)) != len(head):
        return None
    if text.startswith(b"<"):
        return next((kind for sign, kind in _DOCUMENTS if sign in text), None)
    if text[:1] in (b"{", b"["):
        return "application/json"
    first = text.split(b"\n", 1)[0]
    return "text/csv" if any(each in first for each in (b",", b";", b"\t")) else "text/plain"
