"""Which citations are worth comparing: those that share a key; what shares none is never looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from citekit.dedupe.same import head
from citekit.dedupe.sketch import Sketch
from citekit.language.agree import squeeze
from citekit.language.people import name_key

_WHOLE = 40  # blocks up to this size are compared pair by pair
_WINDOW = 12  # larger ones within this many neighbours, sorted by what they print


def block_keys(one: Sketch) -> Iterator[tuple[str, ...]]:
    """The keys of a citation: identifiers, each title, author with title head or year, one issue of a periodical."""
    for kind, value in (("doi", one.doi), ("symbol", one.symbol), ("url", one.url)):
        if value:
            yield (kind, value)
    for title in {*one.titles} - {""}:
        yield ("title", title)
    year = one.date[:4]
    for name in one.author[:1]:
        if one.printed[0]:
            yield ("head", name_key(name), squeeze(head(one.printed[0])))
        if year:
            yield ("year", name_key(name), year)
    if one.container and year:
        yield ("issue", squeeze(one.container[0]), one.date, one.volume, one.issue)


def pairs(sketches: Sequence[Sketch]) -> set[tuple[int, int]]:
    """Index pairs (low, high) of sketches that share a key; the same whatever the order they come in."""
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, one in enumerate(sketches):
        for key in block_keys(one):
            blocks[key].append(place)
    found: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) > 1:
            found.update(_near(members, sketches))
    return found


def _near(members: list[int], sketches: Sequence[Sketch]) -> Iterable[tuple[int, int]]:
    window = len(members)
    if window > _WHOLE:
        members, window = sorted(members, key=lambda place: sketches[place].signature), _WINDOW
    for at, one in enumerate(members):
        for other in members[at + 1 : at + window]:
            yield (one, other) if one < other else (other, one)
