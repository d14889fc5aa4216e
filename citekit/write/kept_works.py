"""Which works of a text are still there: for formats that write a library back into the text it was read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from citekit.model import Work


def matched(old: Sequence[Work], works: Sequence[Work]) -> tuple[list[Work | None], list[Work]]:
    """What each work of a text is now, None where it is gone, and the works that the text has not.

    Works are known by their keys; of several with one key those that are the same are told apart first.
    """
    waiting: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        waiting[work.key].append(work)
    now: list[Work | None] = [None] * len(old)
    for same in (True, False):
        for place, before in enumerate(old):
            rest = waiting[before.key]
            at = next((number for number, work in enumerate(rest) if not same or work == before), None)
            if now[place] is None and at is not None:
                now[place] = rest.pop(at)
    left = {id(work) for rest in waiting.values() for work in rest}
    return now, [work for work in works if id(work) in left]
