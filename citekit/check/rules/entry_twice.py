"""Two entries of one work: same title, first name, year, volume, number and first page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.check.rule import Fault, Placed, Rule, Setting
from citekit.check.trace import Trace


def _check(traces: Sequence[Trace], _: Setting) -> Iterator[Placed]:
    seen: dict[int, Trace] = {}
    for trace in traces:
        first = seen.setdefault(trace.twin, trace) if trace.twin else trace
        if first is not trace and not (first.doi and trace.doi):  # two DOIs are two works, one DOI is told elsewhere
            message = f"The entry {first.key} tells of the same work."
            yield Placed(
                Fault(message, help="Keep one of them, once it is seen what the other tells beside it."), trace
            )


RULE = Rule("CK151", "warning", library=_check)
