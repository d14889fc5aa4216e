"""A page that was seen before it came out."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting
from citekit.check.values import ends


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    seen = ends(value)
    out = ends(entry.whole.get("date", "") or entry.whole.get("year", ""))
    if not seen or not out or not seen[0].year:
        return
    parts = [(a, b) for a, b in zip(seen[0], out[0], strict=True) if (a and b and b <= 31) or a > 99]
    if tuple(a for a, _ in parts) < tuple(b for _, b in parts) and out[0].month < 21:
        message = f"The page was seen on {value.strip()}, before it came out."
        yield Fault(message, name, help="See which of the two dates is misprinted.")


RULE = Rule("CK055", "warning", on=("urldate",), value=_check)
