"""Which part of a printed citation is which of the works in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from citekit.model import Citation, Span, StoredItem, Work
from citekit.recall.printed import printed_at

_SEMICOLON = re.compile(r";\s+")


def stretches(text: str, span: Span, works: Sequence[Work], parsed: Sequence[Citation]) -> list[Span]:
    """A stretch for each work, in their order: disjoint, and empty at the end for those that cannot be told apart.

    They are cut as the parser cut the text, or at its semicolons, where that gives as many as there are works. Whose
    each is, its words tell: a manager may print works in another order than they were cited in.
    """
    if len(works) == 1:
        return [span]
    cuts = [[one.span for one in parsed], _at_semicolons(text, span)]
    parts = next((_widened(found, span) for found in cuts if len(found) == len(works)), None)
    if parts is None:
        return [span, *[(span[1], span[1])] * (len(works) - 1)]
    return _matched(text, parts, works)


def _at_semicolons(text: str, span: Span) -> list[Span]:
    cuts = [span[0], *(found.end() for found in _SEMICOLON.finditer(text, *span)), span[1]]
    return list(pairwise(cuts))


def _widened(parts: Sequence[Span], span: Span) -> list[Span]:
    """The same with what stands between them given to the one before, and what stands before the first to that."""
    starts = [span[0], *(start for start, _ in parts[1:]), span[1]]
    return list(pairwise(starts))


def _matched(text: str, parts: Sequence[Span], works: Sequence[Work]) -> list[Span]:
    """For each work the part that prints most of it; at even terms they go in order."""
    free = list(parts)
    found: list[Span] = []
    for work in works:
        best = max(free, key=lambda part: (_printed(text, part, work), -part[0]))
        free.remove(best)
        found.append(best)
    return found


def _printed(text: str, part: Span, work: Work) -> int:
    values = (work.title.display, work.fields.get("title_short", ""), work.author[0].family if work.author else "")
    return sum(bool(value and printed_at(text, part, value)) for value in (*values, work.year))


def inner(text: str, part: Span, item: StoredItem) -> Span:
    """The citation itself: without the words typed before and behind it, and without punctuation at its end."""
    start, end = part
    while start < end and text[start].isspace():
        start += 1
    prefix = " ".join(item.prefix.split())
    if prefix and text[start:end].startswith(prefix):
        start += len(prefix)
        while start < end and text[start] in " ,;:":
            start += 1
    while end > start and text[end - 1] in " .;,":
        end -= 1
    suffix = " ".join(item.suffix.split()).strip(" .;,")
    if suffix and text[start:end].endswith(suffix) and end - len(suffix) > start:
        end -= len(suffix)
        while end > start and text[end - 1] in " .;,":
            end -= 1
    return start, end
