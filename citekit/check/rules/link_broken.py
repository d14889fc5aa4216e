"""A ``crossref``, ``xdata``, ``related`` … that names an entry which is in none of the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.check.rule import Fault, Placed, Rule, Setting
from citekit.check.trace import Trace


def _check(traces: Sequence[Trace], _: Setting) -> Iterator[Placed]:
    linked = [trace for trace in traces if trace.links]
    if not linked:
        return
    known = {name for trace in traces for name in (trace.key, *trace.ids)}
    for trace in linked:
        for field, key in trace.links:
            if key not in known:
                message = f"The {field} names {key}, and there is no such entry."
                yield Placed(Fault(message, field, help="Correct the key, or add the entry."), trace)


RULE = Rule("CK015", "warning", library=_check, latex=True)
