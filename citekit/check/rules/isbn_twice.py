"""One book number on two books; the parts of a book share the book's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.check.rule import Fault, Placed, Rule, Setting
from citekit.check.trace import Trace

_WHOLE = frozenset({"book", "collection", "proceedings", "reference", "manual", "booklet"})


def _check(traces: Sequence[Trace], _: Setting) -> Iterator[Placed]:
    seen: dict[str, Trace] = {}
    for trace in traces:
        for number in trace.isbns if trace.kind in _WHOLE else ():
            first = seen.setdefault(number, trace)
            if first is not trace and first.file == trace.file:
                message = f"The entry {first.key} has this ISBN as well."
                help_ = "If both are one book, keep one; volumes of a set may share a number."
                yield Placed(Fault(message, "isbn", help=help_), trace)
                break


RULE = Rule("CK156", "warning", library=_check)
