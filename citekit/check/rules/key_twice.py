"""A key that names two entries: BibTeX stops there, biber takes the first. ``ids`` are names of an entry as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.check.rule import Fault, Placed, Rule, Setting
from citekit.check.trace import Trace


def _check(traces: Sequence[Trace], _: Setting) -> Iterator[Placed]:
    seen: dict[tuple[int, str], Trace] = {}
    for trace in traces:
        for name in dict.fromkeys((trace.key, *trace.ids)):
            first = seen.setdefault((trace.file, name), trace)
            if name and first is not trace:
                message = f"The key {name} names an earlier {first.kind} as well."
                yield Placed(Fault(message, help="Give one of them another key."), trace)


RULE = Rule("CK002", "error", library=_check, latex=True)
