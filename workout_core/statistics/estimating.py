"""The formulas of `workout_core.training.one_rep_max` in SQL, in thirtieths, so that Epley's stays exact.

SQLite is built without its mathematics here and there, so the embedded database brings `exp` and `pow` along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Double, Text, bindparam, case, func

from workout_core.training.one_rep_max import THIRTY, Formula

if TYPE_CHECKING:
    from collections.abc import Callable

Number = ColumnElement[Any]
# The usual one is first, and costs the least.
IN_SQL: Final[dict[Formula, Callable[[Number], Number]]] = {
    "epley": lambda reps: THIRTY + reps,
    "epley333": lambda reps: 30.0 + 0.999 * reps,
    "brzycki": lambda reps: 1080.0 / (37.0 - reps),
    "brzycki278": lambda reps: 30.0 / (1.0278 - 0.0278 * reps),
    "lander": lambda reps: 3000.0 / (101.3 - 2.67123 * reps),
    "lombardi": lambda reps: 30.0 * func.pow(reps, 0.10, type_=Double()),
    "mayhew": lambda reps: 3000.0 / (52.2 + 41.9 * func.exp(-0.055 * reps, type_=Double())),
    "oconner": lambda reps: 30.0 + 0.75 * reps,
    "wathen": lambda reps: 3000.0 / (48.8 + 53.8 * func.exp(-0.075 * reps, type_=Double())),
}


def times(to_failure: Number) -> Number:
    """Thirty times what a load is multiplied with for its maximum, by the formula that is bound."""
    formula = bindparam("formula", type_=Text())
    return case({name: told(to_failure) for name, told in IN_SQL.items()}, value=formula)
