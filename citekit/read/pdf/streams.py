"""Two languages side by side, each with notes of its own: the numbers are counted column by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from citekit.read.candidates import Candidate
from citekit.read.numbering import Chain, Numbering
from citekit.read.pdf.rows import NOTE, Rows

_FEWEST = 2
_SHARE = 0.5


def are_parallel(rows: Rows, labels: Iterable[Candidate]) -> bool:
    """Whether both columns of page after page bear the same numbers."""
    found: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for label in labels:
        row = rows.rows[rows.layout.lines.at(label.start)]
        if row.kind == NOTE:
            found[row.page][row.right].add(label.number)
    both = [left & right for left, right in found.values() if left and right]
    alike = sum(bool(shared) for shared in both)
    return alike >= _FEWEST and alike > _SHARE * len(both)


def streams(rows: Rows, places: Sequence[int]) -> list[list[int]]:
    """Rows as they are read: in one stream, or those of the left-hand column and those of the right-hand one."""
    if not rows.parallel:
        return [list(places)]
    return [[at for at in places if rows.rows[at].right == right] for right in (False, True)]


def of_stream(rows: Rows, candidates: Sequence[Candidate], right: bool | None) -> list[Candidate]:  # noqa: FBT001
    """The candidates of one column; of both where ``right`` is None."""
    at = rows.layout.lines.at
    return [one for one in candidates if right is None or rows.rows[at(one.start)].right == right]


def merged(numberings: Sequence[Numbering]) -> Numbering:
    """The numberings of all streams as one, each with series of its own."""
    labels: list[tuple[Candidate, int]] = []
    markers: list[tuple[Candidate, int]] = []
    passed = 0
    for one in numberings:
        labels += [(item, series + passed) for item, series in zip(one.labels.items, one.labels.series, strict=True)]
        markers += [
            (item, series + passed if series > 0 else series)
            for item, series in zip(one.markers.items, one.markers.series, strict=True)
        ]
        passed += max((*one.labels.series, *one.markers.series), default=0)
    return Numbering(_chain(labels), _chain(markers))


def _chain(items: list[tuple[Candidate, int]]) -> Chain:
    items.sort(key=lambda item: item[0].start)
    return Chain(tuple(item for item, _ in items), tuple(series for _, series in items))
