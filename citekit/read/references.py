"""The list of references at the end of a paper: under which headings it stands, and where its entries begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from citekit.language.repeated import repeated_author
from citekit.model import Note, Region
from citekit.read.captions import heads_references
from citekit.read.genre import ends_sentence, starts_lower
from citekit.read.join import joined, pieces
from citekit.read.layout import Layout
from citekit.read.lines import Lines

REFERENCE = "reference"
"""The kind of a note that is an entry of a list, and of its region."""

_NUMBERED = re.compile(r"[\[(（［]?\d{1,3}[\])）］.]\s+\S|\[\w{1,12}\d{2}\w?\]\s+\S")
_NAMED = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][\w’'.\-]*(?:\s(?:[a-z]{1,4}\s)?[^\W\d_a-zß-öø-ÿ][\w’'.\-]*){0,3},\s+(?:[^\W\d_a-zß-öø-ÿ]|and\b|&|eds?\b)"
    r"|[^\W\d_a-zß-öø-ÿ][\w’'\-]+(?:\s[^\W\d_a-zß-öø-ÿ][\w’'\-]*\.?){1,3}[.,:](?:\s|$)"
    r"|[^\W\d_][^.,()]{2,70}[.,]?\s\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]"
    r"|[⺀-\U0003ffff]{2,12}\s?[：:，,.．。《（(\[]"
)
_BODY = re.compile(r"[^\W\d_a-zß-öø-ÿ][^.]{3,80}\.\s|[“\"‘«„]")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|n\.d\.|forthcoming|o\.\s?J\.", re.IGNORECASE)
_ENDS = re.compile(r"(?:https?://|www\.|doi[:.]?\s?10)\S*[\w/]$|\d[\])]?$")
_FEWEST = 2
_WIDE = 160
_START = 2.2
"""What a row must be worth to open an entry."""
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of a document's lists of references, as notes of kind ``reference``, and their regions."""

    entries: tuple[Note, ...] = ()
    regions: tuple[Region, ...] = ()


def references(
    layout: Layout, regions: Sequence[Region], pages: Sequence[int] = (), *, paragraphs: bool = False
) -> Listed:
    """The entries that stand below a heading of references, where no note stands; nothing where they look like none.

    ``regions`` say what is a note or furniture already; ``pages`` are the rows that open a page; ``paragraphs`` tells
    that each row is a paragraph, and so an entry. The regions that come
    back are the same with the rows of the entries taken out of the body.
    """
    lines = layout.lines
    sections = list(list_sections(layout))
    free = _free_rows(lines, regions) if sections else frozenset()
    entries: list[Note] = []
    for start, stop in sections:
        rows = [row for row in range(start, stop) if row in free]
        found = [[row] for row in rows] if paragraphs else list(_entries(lines, rows))
        if _is_list(lines, found):
            entries += [_note(lines, entry, number, pages) for number, entry in enumerate(found, len(entries) + 1)]
    owned = {lines.at(span[0]): entry.id for entry in entries for span in entry.spans}
    return Listed(tuple(entries), tuple(_with_entries(lines, regions, owned)) if owned else tuple(regions))


def list_sections(layout: Layout) -> Iterator[tuple[int, int]]:
    """From below each heading of references to the next heading, or to the end."""
    headings = sorted({*layout.furniture.notes_headings, *layout.furniture.closing_headings})
    for row, following in pairwise([*headings, len(layout.lines)]):
        if heads_references(layout.lines.words(row)):
            yield row + 1, following


def _free_rows(lines: Lines, regions: Sequence[Region]) -> frozenset[int]:
    """The rows with words of the body."""
    return frozenset(
        row
        for region in regions
        if region.kind == "body"
        for row in range(lines.at(region.start), lines.at(region.end - 1) + 1)
        if not lines.is_blank(row)
    )


def _entries(lines: Lines, rows: Sequence[int]) -> Iterator[list[int]]:
    """The rows of each entry.

    A numbered list is cut at its numbers, one with blank lines or hanging indents at these where they agree with what
    an entry looks like; any other by the end of the line before, the names that open an entry, and the alphabet.
    """
    starts = _starts(lines, rows)
    entry: list[int] = []
    for row in rows:
        if row in starts and entry:
            yield entry
            entry = []
        entry.append(row)
    if entry:
        yield entry


def _starts(lines: Lines, rows: Sequence[int]) -> frozenset[int]:
    if not rows:
        return frozenset()
    numbered = [row for row in rows if _NUMBERED.match(lines.words(row))]
    if len(numbered) >= _FEWEST and rows[0] == numbered[0]:
        return frozenset(numbered)
    return frozenset(rows[at] for at in _chain(_Section.of(lines, rows)))


@dataclass(frozen=True, slots=True)
class _Section:
    """The rows of a list with what the choice of the first ones hangs on: worth alone, head, whether a year stands."""

    worth: Sequence[float]
    heads: Sequence[str]
    dated: Sequence[bool]

    @classmethod
    def of(cls, lines: Lines, rows: Sequence[int]) -> _Section:
        words = [lines.words(row) for row in rows]
        outdented, apart = _outdented(lines, rows), _apart(lines, rows)
        widths = sorted(map(len, words))
        full = widths[int(0.9 * (len(widths) - 1))]
        worth = [0.0]
        for at in range(1, len(rows)):
            told = _ending(words[at - 1], words[at], full) + _opening(words[at])
            told += 1.5 * (rows[at] in apart)
            told += (1.6 if rows[at] in outdented else -1.6) if outdented else 0.0
            worth.append(told + 1.0 * (full > _WIDE))
        return cls(worth, list(map(_head, words)), [bool(_YEAR.search(one)) for one in words])


def _chain(section: _Section) -> list[int]:
    """The places of the first rows that are together worth most."""
    count = len(section.worth)
    best: list[tuple[float, int]] = [(0.0, -1)]
    for stop in range(1, count + 1):
        values = []
        dated = False
        for start in range(stop - 1, max(-1, stop - 1 - _LONGEST), -1):
            dated = dated or section.dated[start]
            value = best[start][0] + (0.6 if dated else -1.0)
            if stop < count:
                value += section.worth[stop] - _START + _alphabet(section.heads[start], section.heads[stop])
            values.append((value, start))
        best.append(max(values))
    found, at = [], best[count][1]
    while at >= 0:
        found.append(at)
        at = best[at][1]
    return found[::-1]


def _ending(before: str, words: str, full: int) -> float:
    """What the end of the row before says: a full stop or an address, and whether more would have fitted there."""
    score = 1.0 if ends_sentence(before, len(before), marked=False) or _ENDS.search(before) else -0.8
    room = full - len(before) - 1 - len(words.split(maxsplit=1)[0])
    return score + (1.1 if room > 0.08 * full else 0.3 if room >= 0 else -0.4)


def _opening(words: str) -> float:
    """What the beginning of a row says: names open an entry, lower case does not."""
    if starts_lower(words, 0):
        return -3.0
    if repeated_author(words):
        return 2.5
    return 1.2 if _NAMED.match(words) else 0.3 if _BODY.match(words) else -0.6


def _alphabet(head: str, following: str) -> float:
    """Whether one head may follow another in a list by the alphabet."""
    if not head or not following:
        return 0.0
    if following < head and following[0] != head[0]:
        return -0.9
    return 0.6 if ord(following[0]) - ord(head[0]) in (0, 1) else 0.3 if following > head else -0.3


def _head(words: str) -> str:
    """The word that an entry is sorted by; a dash is sorted with the entry before."""
    found = _WORD.search(words) if not repeated_author(words) else None
    return found[0].casefold() if found else ""


def _outdented(lines: Lines, rows: Sequence[int]) -> frozenset[int]:
    """The rows that stand to the left of others, where entries hang; none where all stand alike."""
    depth = {row: lines.heads[row] - lines.starts[row] for row in rows}
    left = min(depth.values(), default=0)
    deep = [row for row in rows if depth[row] > left + 1]
    if len(deep) < _FEWEST or len(deep) == len(rows):
        return frozenset()
    return frozenset(row for row in rows if depth[row] <= left + 1)


def _apart(lines: Lines, rows: Sequence[int]) -> frozenset[int]:
    """The rows that a blank line stands before."""
    return frozenset(row for row in rows if row and lines.is_blank(row - 1))


def _is_list(lines: Lines, entries: Sequence[Sequence[int]]) -> bool:
    """Whether most of what was cut looks like references: a year, no more lines than a reference has."""
    if len(entries) < _FEWEST:
        return False
    texts = [" ".join(lines.words(row) for row in entry) for entry in entries]
    return sum(bool(_YEAR.search(text)) and len(text) < 900 for text in texts) >= 0.6 * len(texts)


def _note(lines: Lines, rows: Sequence[int], number: int, pages: Sequence[int]) -> Note:
    spans = pieces(lines.text, [(lines.heads[row], lines.tails[row]) for row in rows])
    first, last = lines.number(rows[0]), lines.number(rows[-1])
    page = (sum(turn <= rows[0] for turn in pages) + 1, sum(turn <= rows[-1] for turn in pages) + 1) if pages else None
    return Note(
        f"r{number}",
        None,
        joined(lines.text, spans),
        kind=REFERENCE,
        spans=spans,
        lines=(first, last),
        pages=page,
        reasons=(f"line {first} opens an entry of the list of references",),
    )


def _with_entries(lines: Lines, regions: Sequence[Region], owned: dict[int, str]) -> Iterator[Region]:
    """The regions with the rows of entries cut out of the body."""
    for region in regions:
        if region.kind != "body":
            yield region
            continue
        made: list[Region] = []
        for row in range(lines.at(region.start), lines.at(region.end - 1) + 1):
            start, end = max(region.start, lines.starts[row]), min(region.end, lines.starts[row + 1])
            kind, note = ("note", owned[row]) if row in owned else ("body", None)
            if made and (made[-1].kind, made[-1].note) == (kind, note):
                made[-1] = replace(made[-1], end=end)
            else:
                made.append(Region(kind, start, end, note))
        yield from made
