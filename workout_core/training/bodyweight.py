"""How much of the body a move lifts."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def moved(
    bodyweight: int | None, share: Decimal, *, added: int = 0, assistance: int = 0
) -> int | None:
    """The load that was moved: body weight x share + added - assistance, at least 0, in units of 0.01 mg.

    None where the body weight counts and nobody knows it. Shares: 1 for a pull-up or a dip by convention, 0.64 for
    a push-up (Ebben et al., JSCR 25:2891-2894, 2011).
    """
    if not share:
        body = 0
    elif bodyweight is None:
        return None
    else:
        body = int((bodyweight * share).to_integral_value(ROUND_HALF_UP))
    return max(0, body + added - assistance)
