"""Errors that a person can act on.

    WorkoutError                 error
    ├── InvalidError             validation         what was given cannot be
    │   ├── NotationError        notation           a line of sets that cannot be read
    │   ├── ConfigError          config             a setting that cannot be
    │   └── UnguardedError       precondition_required   a change that does not say of which version
    ├── NotFoundError            not_found          absent, or someone else's
    │   ├── UnknownExerciseError unknown_exercise   a line whose exercise nobody knows
    │   └── AmbiguousError       ambiguous          more than one answers to that name
    ├── UnauthorizedError        unauthorized       who are you?
    ├── ForbiddenError           forbidden          not with this token
    ├── ConflictError            conflict           changed meanwhile, or in use
    │   ├── DuplicateError       duplicate          there is one already
    │   └── ChangedError         precondition_failed     another version than the one that was read
    ├── UnreachableError         unreachable        try again: a server, or a busy database
    │   └── TooOftenError        too_often          try again, after so many seconds (`retry_after_s`)
    └── StorageError             storage            the database file itself: full, read-only, damaged, newer

`code` is an error's name on the wire: a server sends it, and the remote backend raises the same class
from it. How an error looks (an exit code, an HTTP status, a toast) is each face's own affair.
A message is one sentence; `details` carry what a program or a hint needs, `hints` among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails


COMPLAINTS: Final[Mapping[str, str]] = {
    "greater_than": "must be more than {gt}",
    "greater_than_equal": "must be at least {ge}",
    "less_than": "must be less than {lt}",
    "less_than_equal": "must be at most {le}",
    "decimal_max_places": "has more than {decimal_places} decimals",
    "literal_error": "must be {expected}",
    "string_unicode": "has something in it that is no text",
}
TEXT_COMPLAINTS: Final[Mapping[str, str]] = {
    "too_short": "is empty",
    "too_long": "has more than {max_length:,} characters",
}
LIST_COMPLAINTS: Final[Mapping[str, str]] = {
    "too_short": "are fewer than {min_length}",
    "too_long": "are more than {max_length}",
}


class WorkoutError(Exception):
    """Something that went wrong and can be said in a sentence."""

    code: ClassVar[str] = "error"
    by_code: ClassVar[dict[str, type[WorkoutError]]] = {}

    def __init__(self, message: str, **details: Any) -> None:
        super().__init__(message)
        self.message = message
        self.details = details

    def __init_subclass__(cls) -> None:
        cls.by_code[cls.code] = cls

    @property
    def hints(self) -> list[str]:
        """What could be done or typed instead, the best first."""
        hints = self.details.get("hints")  # of a server they may be anything
        return [str(hint) for hint in hints] if isinstance(hints, list | tuple) else []

    def body(self) -> dict[str, Any]:
        """The error as it crosses the wire and as `--json` prints it."""
        return {"error": self.message, "type": self.code, "details": self.details or None}


WorkoutError.by_code[WorkoutError.code] = WorkoutError


def reason(error: OSError | ValueError) -> str:
    """Why a file is out of reach, in a few words; a ValueError is a name that no file can have."""
    return getattr(error, "strerror", None) or "no file can have that name"


class InvalidError(WorkoutError):
    code = "validation"

    @classmethod
    def from_pydantic(cls, error: ValidationError) -> InvalidError:
        """A schema's refusal, told by its first field; all of them stand in the details."""
        fields = [
            {
                "field": ".".join(map(str, each["loc"])),
                "message": _complaint(each),
            }
            for each in error.errors(include_url=False, include_input=False)
        ]
        first = fields[0]
        message = ": ".join(filter(None, (first["field"], first["message"])))
        return cls(message, fields=fields)


def _complaint(error: ErrorDetails) -> str:
    """What is wrong with a field, as people say it."""
    limits = error.get("ctx", {})
    sized = TEXT_COMPLAINTS if limits.get("field_type") == "Value" else LIST_COMPLAINTS
    if told := {**COMPLAINTS, **sized}.get(error["type"]):
        return told.format(**limits)
    return error["msg"].removeprefix("Value error, ").replace("Input should be", "must be")


class NotationError(InvalidError):
    """A line that cannot be read: `code` (E_...), `column` from 1, and accepted spellings in the details."""

    code = "notation"


class ConfigError(InvalidError):
    code = "config"


class UnguardedError(InvalidError):
    code = "precondition_required"


class NotFoundError(WorkoutError):
    code = "not_found"


class UnknownExerciseError(NotFoundError, NotationError):
    code = "unknown_exercise"


class AmbiguousError(NotFoundError):
    code = "ambiguous"


class UnauthorizedError(WorkoutError):
    code = "unauthorized"


class ForbiddenError(WorkoutError):
    code = "forbidden"


class ConflictError(WorkoutError):
    code = "conflict"


class DuplicateError(ConflictError):
    code = "duplicate"


class ChangedError(ConflictError):
    code = "precondition_failed"


class UnreachableError(WorkoutError):
    code = "unreachable"


class TooOftenError(UnreachableError):
    code = "too_often"


class StorageError(WorkoutError):
    code = "storage"
