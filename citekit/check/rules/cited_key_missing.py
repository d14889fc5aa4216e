"""A key that a text cites (``--cited-in``) and that no entry has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from citekit.check.rule import Fault, Placed, Rule, Setting
from citekit.check.trace import Trace


def _check(traces: Sequence[Trace], setting: Setting) -> Iterator[Placed]:
    known = {name for trace in traces for name in (trace.key, *trace.ids)}
    for text, keys in (setting.cited or {}).items():
        for key, span in keys.items():
            if key not in known and key != "*":
                close = get_close_matches(key, known, 1, 0.8)
                advice = f"Perhaps {close[0]} is meant." if close else "Add the entry, or correct the key."
                yield Placed(Fault(f"{key} is cited and is the key of no entry.", at=span, help=advice), text=text)


RULE = Rule("CK155", "error", library=_check)
