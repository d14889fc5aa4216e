"""The copy of a page in an archive that is nearest to the day on which it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from citekit.online.archive.copy import Copy
from citekit.online.archive.memento import ask_memento
from citekit.online.archive.wayback import ask_available, ask_cdx
from citekit.online.bases import Bases
from citekit.online.failure import Failure
from citekit.online.web import Web

_NEAR = 30
"""Days; a copy made so soon after the page was read shows what was read."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass
class Archives:
    """The archives of a run. One that cannot be reached, or has had enough, is not asked again in it."""

    web: Web
    bases: Bases
    _shut: dict[str, Failure] = field(default_factory=dict)

    async def find(self, url: str, wanted: str = "") -> Copy | Failure | None:
        """The copy nearest to a date (EDTF: the day of access, else of publication), the newest where there is none.

        None where every archive says that it has none; a failure where one that could not be asked may have one.
        """
        day = day_of(wanted)
        ways = ((ask_cdx, self.bases.cdx), (ask_available, self.bases.available), (ask_memento, self.bases.memento))
        trouble: Failure | None = None
        for ask, base in ways:
            copies = self._shut.get(base) or await ask(self.web, base, url, day)
            if not isinstance(copies, Failure):
                if copies:
                    return nearest(copies, day)
                continue
            trouble = replace(copies, detail=f"{base.partition('://')[2]} {copies.detail}".strip())
            if copies.is_of_network or copies.kind in {"network-down", "too-many", "refused"}:
                self._shut[base] = copies
        return trouble


def nearest(copies: Iterable[Copy], wanted: date | None) -> Copy:
    """The copy to cite: within a month after the date, else the nearest on either side; the newest without a date."""
    if wanted is None:
        return max(copies, key=lambda copy: copy.date)
    with_gaps = [replace(copy, gap=(date.fromisoformat(copy.date) - wanted).days) for copy in copies]
    return min(with_gaps, key=lambda copy: (not 0 <= (copy.gap or 0) <= _NEAR, abs(copy.gap or 0)))


def day_of(text: str) -> date | None:
    """The first day of a date such as ``2010``, ``2010-05`` or ``2010-05-06``; None where there is none."""
    found = _DAY.match(text)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return date(int(found[1]), 1, 1) if int(found[1]) else None
