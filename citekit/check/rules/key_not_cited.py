"""An entry that none of the texts cites (``--cited-in``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.check.rule import Fault, Placed, Rule, Setting
from citekit.check.trace import Trace


def _check(traces: Sequence[Trace], setting: Setting) -> Iterator[Placed]:
    if setting.cited is None:
        return
    cited = {key for keys in setting.cited.values() for key in keys}
    parents = {key for trace in traces for _, key in trace.links}
    for trace in traces if "*" not in cited else ():
        if trace.kind != "xdata" and cited.isdisjoint((trace.key, *trace.ids)) and trace.key not in parents:
            message = f"No text cites {trace.key}."
            yield Placed(Fault(message, help="Nothing, or take the entry out of the list."), trace)


RULE = Rule("CK154", "info", library=_check)
