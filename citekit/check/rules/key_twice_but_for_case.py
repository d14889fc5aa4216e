"""Two keys that differ in capitals alone: BibTeX takes them for one and stops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.check.rule import Fault, Placed, Rule, Setting
from citekit.check.trace import Trace


def _check(traces: Sequence[Trace], _: Setting) -> Iterator[Placed]:
    seen: dict[tuple[int, str], Trace] = {}
    for trace in traces:
        first = seen.setdefault((trace.file, trace.key.casefold()), trace)
        if first.key != trace.key:
            message = f"The key {trace.key} differs from {first.key} in its capitals alone."
            yield Placed(Fault(message, help="Give one of them another key."), trace)


RULE = Rule("CK003", "warning", library=_check, latex=True)
