"""How often somebody may do something. It is counted in this process alone: several of them allow it several times."""

from __future__ import annotations

import time
from ipaddress import IPv6Address, ip_address
from itertools import takewhile
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

NETWORK: Final = 64  # as many bits of an IPv6 address are a house's; the rest it may choose


class Limit:
    """So many times within so many seconds; who is refused waits, and is counted no further."""

    def __init__(
        self, most: int, within_s: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most
        self._within_s = within_s
        self._clock = clock
        self._done: dict[Hashable, list[float]] = {}  # whoever did it last stands last

    def wait_s(self, who: Hashable) -> int:
        """Whole seconds until somebody may do it again; 0 is now."""
        done = self._lately(who)
        if len(done) < self._most:
            return 0
        return max(1, ceil(done[-self._most] + self._within_s - self._clock()))

    def count(self, who: Hashable) -> None:
        """Keep that somebody did it now, and forget everybody who did it long ago."""
        done = [*self._lately(who), self._clock()]
        self._done.pop(who, None)
        self._done[who] = done
        for other in [*takewhile(lambda each: not self._lately(each), self._done)]:
            del self._done[other]

    def _lately(self, who: Hashable) -> list[float]:
        since = self._clock() - self._within_s
        return [each for each in self._done.get(who, ()) if each > since]


def house_of(address: str) -> str:
    """Of whom an address is: of IPv6 all that one house has, so that nobody is a new one at will."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address) and found.ipv4_mapped is None:
        return str(IPv6Address(int(found) >> (128 - NETWORK) << (128 - NETWORK)))
    return address
