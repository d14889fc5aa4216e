"""What was found and what merging would do, as a person reads it.

one work: library.bib:tang2002, new.bib:tang2002a
  Tang, Zhongguo yu Lianheguo weihe xingdong, Shijie Jingji yu Zhengzhi, 2002
  Tang, Zhongguo yu lienheguo weihe xingdong, Shijie Jingji yu Zhengzhi, 2002
  because titles alike; same author; same year
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

import click

from citekit.cli.dedupe_brief import brief, cut, padded
from citekit.cli.dedupe_desk import Desk
from citekit.cli.terminal import cells
from citekit.dedupe.combine import Change
from citekit.dedupe.comparison import Comparison, Part
from citekit.dedupe.duplicates import is_doubt
from citekit.dedupe.plan import Plan
from citekit.model import Work

_SIGNS = {"filled": "+", "joined": "+", "beside": "≠", "alias": "="}
_SAID = {"filled": "", "joined": "joined", "beside": "kept beside", "alias": "a further key"}
_NAME = 20


def found_text(desk: Desk, width: int) -> str:
    """The clusters with the reasons, the pairs to look at, and how many there are of each."""
    joined = {member: number for number, cluster in enumerate(desk.found.clusters) for member in cluster}
    inside: dict[int, Comparison] = {}
    for pair in desk.found.pairs:
        if pair.verdict == "same" and joined.get(pair.first, -1) == joined.get(pair.second, -2):
            inside.setdefault(joined[pair.first], pair)
    blocks = [_cluster(desk, cluster, inside.get(number), width) for number, cluster in enumerate(desk.found.clusters)]
    doubts = [pair for pair in desk.found.pairs if is_doubt(pair, joined)]
    akin = [pair for pair in desk.found.pairs if pair.relation]
    blocks += [_pair(desk, pair, "to look at", width) for pair in doubts]
    blocks += [_pair(desk, pair, pair.relation, width) for pair in akin]
    return "".join(f"{block}\n\n" for block in blocks)


def counted(desk: Desk) -> str:
    """How many records, clusters and doubts there are, in one line."""
    clusters = desk.found.clusters
    more = sum(map(len, clusters)) - len(clusters)
    joined = {member: number for number, cluster in enumerate(clusters) for member in cluster}
    doubts = sum(is_doubt(pair, joined) for pair in desk.found.pairs)
    return (
        f"{_many(len(desk.entries), 'record')}: {_many(len(clusters), 'work')} more than once "
        f"({_many(more, 'record')} too many), {_many(doubts, 'pair')} to look at"
    )


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _cluster(desk: Desk, cluster: tuple[int, ...], pair: Comparison | None, width: int) -> str:
    lines = [click.style("one work: ", fg="yellow", bold=True) + ", ".join(desk.entries[at].name for at in cluster)]
    lines += [f"  {cut(brief(desk.entries[at].work), width - 2)}" for at in cluster]
    return "\n".join([*lines, *(_because(pair, width) if pair else ["  because you decided so"])])


def _pair(desk: Desk, pair: Comparison, what: str, width: int) -> str:
    one, other = desk.entries[pair.first], desk.entries[pair.second]
    head = click.style(f"{what}: ", fg="cyan", bold=True) + f"{one.name}, {other.name}"
    lines = [f"  {cut(brief(entry.work), width - 2)}" for entry in (one, other)]
    return "\n".join([head, *lines, *_because(pair, width)])


def _because(pair: Comparison, width: int) -> list[str]:
    reasons = "; ".join(map(_reason, pair.parts))
    return wrap(f"because {reasons}", width, initial_indent="  ", subsequent_indent="    ") if reasons else []


def _reason(part: Part) -> str:
    return part.reason if part.field == "record" else f"{part.field} {part.reason}"


def plan_text(plan: Plan, width: int) -> str:
    """What each merge would do, value by value; a blank line between two of them."""
    return "".join(
        merge_text([plan.entries[at].name for at in merge.members], merge.work, merge.changes, width)
        for merge in plan.merges
    )


def merge_text(names: Sequence[str], work: Work, changes: Sequence[Change], width: int) -> str:
    """What one merge would do: the records by name, the leading one first, the work they become, the changes."""
    return "\n".join(_merge(names, work, changes, width)) + "\n\n"


def _merge(names: Sequence[str], work: Work, changes: Sequence[Change], width: int) -> Iterator[str]:
    lead, *others = names
    yield click.style(lead, bold=True) + f" takes in {', '.join(others)}"
    yield f"  {cut(brief(work), width - 2)}"
    sources = max((cells(change.source) for change in changes), default=0)
    room = max(width - _NAME - sources - 22, 20)
    for change in changes:
        said = _SAID[change.how]
        yield (
            f"  {_SIGNS[change.how]} {padded(change.field, _NAME - 4)} {padded(change.value, room)}  "
            f"{padded(change.source, sources)}  {said}"
        ).rstrip()
    if not changes:
        yield "  nothing to add: the records say the same"
