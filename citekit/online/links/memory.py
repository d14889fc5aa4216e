"""Results as they are kept in the store, and for how long they stand."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from citekit.online.links.link import Result, Sort, address_of
from citekit.online.links.verdict import DAYS, with_days
from citekit.online.store import DAY, Store, Try

HOUR = 3600.0
_KEPT = ("verdict", "reason", "message", "status", "final", "proposed", "hops", "remarks")


@dataclass(frozen=True, slots=True)
class Memory:
    """The results of earlier runs.

    What answers stands for ``age`` seconds, what failed for an hour: so a run that was killed goes on where it was,
    and a doubt is asked again the next day. ``since`` is when this run began; what is younger stands in any case.
    """

    store: Store
    since: float
    age: float = 7 * DAY
    days: int = DAYS
    refresh: bool = False

    def recall(self, sort: Sort, form: str, now: float) -> Result | None:
        """The result that still stands."""
        name = address_of(sort, form)
        kept = self.store.last(name)
        if kept is None:
            return None
        result = _read(kept)
        if result is None:
            return None
        age = self.age if result.verdict in {"alive", "moved"} else min(self.age, HOUR)
        stands = kept.at >= self.since or (not self.refresh and now - kept.at < age)
        return with_days(result, self.store.failed_days(name), int(kept.at // DAY), self.days) if stands else None

    def keep(self, sort: Sort, form: str, result: Result, now: float) -> Result:
        """Keep a result; it comes back in view of the days before. What was not asked is not kept."""
        if result.verdict == "unchecked":
            return result
        result = replace(result, at=now)
        name = address_of(sort, form)
        told = {name: getattr(result, name) for name in _KEPT}
        before = self.store.failed_days(name) if result.is_failure else ()
        self.store.keep(name, now, json.dumps(told, ensure_ascii=False), failed=result.is_failure)
        return with_days(result, before, int(now // DAY), self.days)


def _read(kept: Try) -> Result | None:
    """The result that was kept; None where another version of citekit kept it in another form."""
    try:
        told = json.loads(kept.told)
        told["hops"] = tuple(map(tuple, told["hops"]))
        told["remarks"] = tuple(map(tuple, told["remarks"]))
        return Result(**told, at=kept.at, is_kept=True)
    except (ValueError, KeyError, TypeError):
        return None
