"""A journal whose name differs in capitals, accents or signs alone from that of other entries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from citekit.check.rule import Fault, Placed, Rule, Setting
from citekit.check.trace import Trace
from citekit.language import fold_ascii


def _check(traces: Sequence[Trace], _: Setting) -> Iterator[Placed]:
    counts = Counter(trace.journal for trace in traces if trace.journal)
    spellings: dict[str, list[str]] = defaultdict(list)
    for name, _count in counts.most_common():
        spellings[fold_ascii(name.replace("&", "and"))].append(name)
    odd = {name: names[0] for names in spellings.values() for name in names[1:]}
    for trace in traces if odd else ():
        if trace.journal in odd:
            usual = odd[trace.journal]
            message = f"Other entries spell this journal {usual}."
            yield Placed(Fault(message, "journaltitle", help="Spell it one way."), trace)


RULE = Rule("CK152", "info", library=_check)
