"""An entry that has its fields, over one ``crossref`` or ``xdata`` or several, from itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.check.rule import Fault, Placed, Rule, Setting
from citekit.check.trace import Trace

_PARENTS = ("crossref", "xdata")


def _check(traces: Sequence[Trace], _: Setting) -> Iterator[Placed]:
    parents = {trace.key: trace for trace in traces if any(field in _PARENTS for field, _ in trace.links)}
    for trace in parents.values():
        for field, key in trace.links:
            if field in _PARENTS and trace.key in _ancestors(key, parents):
                message = f"Over its {field} the entry inherits from itself."
                yield Placed(Fault(message, field, help="Take one of the links out."), trace)


def _ancestors(key: str, parents: dict[str, Trace]) -> set[str]:
    found, waiting = set(), [key]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            links = parents[one].links if one in parents else ()
            waiting += [other for field, other in links if field in _PARENTS]
    return found


RULE = Rule("CK016", "error", library=_check, latex=True)
