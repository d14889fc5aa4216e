"""One DOI on two entries of a file; the parts of a book may share the book's, so a part and its whole are let pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.check.rule import Fault, Placed, Rule, Setting
from citekit.check.trace import Trace


def _check(traces: Sequence[Trace], _: Setting) -> Iterator[Placed]:
    seen: dict[str, Trace] = {}
    for trace in traces:
        first = seen.setdefault(trace.doi, trace) if trace.doi else trace
        if first is not trace and first.kind == trace.kind:
            message = f"The entry {first.key} has this DOI as well."
            yield Placed(Fault(message, "doi", help="If both are one work, keep one; else look the DOI up."), trace)


RULE = Rule("CK150", "warning", library=_check)
