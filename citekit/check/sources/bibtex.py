"""A BibTeX text to entries: cut quickly, macros and inheritance resolved, every value findable in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from citekit.check.entry import ALIASES, BIBTEX, KINDS, Entry
from citekit.check.sources import Source, Spot
from citekit.model import Finding, Span
from citekit.write.bibtex_cut import BRACED, FIELD, HEAD, Cut, cut
from citekit.write.bibtex_fields import MONTHS
from citekit.write.bibtex_inherit import whole
from citekit.write.latex import decode
from citekit.write.load import BROKEN, BROKEN_HELP, value_of

_MACRO = re.compile(r"^[ \t]*@string\b", re.IGNORECASE | re.MULTILINE)
_BLOCK = re.compile(r"^[ \t]*@(?=\w*[ \t]*[{(])", re.MULTILINE)
_PART = re.compile(rf'{BRACED}|"(?:[^"{{}}]++|{BRACED})*+"|[^\s#{{}}"]++')
_ASSIGNED = r"(?i)[\s,{{]{name}\s*=\s*"
_PARENTS = ("crossref", "xdata")


def open_bibtex(name: str, text: str) -> Source:
    """The source of a BibTeX text; an entry that cannot be cut is a finding among the entries."""
    reader = Reader(text)
    return Source(name, text, BIBTEX, reader.entries, reader.locate, str, parts=reader.parts, starts=reader.starts)


class Reader:
    """A BibTeX text with what its entries need from each other: macros and parents."""

    def __init__(self, text: str) -> None:
        """Look through the text for macros and, where an entry has a parent, for parents."""
        self.text = text
        self._macros = {month: month for month in MONTHS}
        small = text.lower()  # a plain search in it is quicker than any pattern
        for found in _MACRO.finditer(text) if "@string" in small else ():
            following = _BLOCK.search(text, found.end())
            for piece in cut(text[found.start() : following.start() if following else len(text)]):
                if piece.kind == "macro":
                    self._macros[piece.key.casefold()] = value_of(piece.fields[0][1], self._macros)
        self._parents = self._found_parents() if any(name in small for name in _PARENTS) else {}

    def _found_parents(self) -> dict[str, Cut]:
        wanted: set[str] = set()
        pieces: dict[str, Cut] = {}
        for piece in cut(self.text):
            fields = {field.casefold(): value for field, value in piece.fields}
            wanted.update(key for field in _PARENTS for key in _keys(fields.get(field, "")))
            for key in (piece.key, *_keys(fields.get("ids", ""))):
                pieces.setdefault(key, piece)
        return {key: pieces[key] for key in wanted if key in pieces}

    def parts(self, count: int) -> list[Span]:
        """The text in so many parts of about one length, each beginning where an entry does."""
        size = len(self.text) // count + 1
        cuts = (_BLOCK.search(self.text, size * number) for number in range(1, count))
        starts = sorted({0, *(found.start() for found in cuts if found)})
        return list(pairwise([*starts, len(self.text)]))

    @cache  # noqa: B019 - a reader lives as long as its text
    def starts(self) -> tuple[int, ...]:
        """Where entries and macros begin."""
        return tuple(found.start() for found in _BLOCK.finditer(self.text))

    def entries(self, start: int, end: int) -> Iterator[Entry | Finding]:
        """The entries of a stretch in their order."""
        for piece in cut(self.text[start:end]):
            span = (piece.span[0] + start, piece.span[1] + start)
            if piece.kind == "entry":
                yield self._entry(piece._replace(span=span) if start else piece)
            elif piece.kind == "broken":
                yield Finding("RD101", BROKEN, "error", span=_trimmed(self.text, *span), help=BROKEN_HELP)

    def _entry(self, piece: Cut) -> Entry:
        fields, twice, macros = self._fields(piece)
        full: Mapping[str, str] = fields
        if "crossref" in fields or "xdata" in fields:
            full = _canonical(whole(piece.name, fields, self._find, frozenset({piece.key})))
        kind = KINDS.get(piece.name, piece.name)
        return Entry(
            kind, piece.key, fields, full, BIBTEX, piece.span, piece.name, tuple(twice), tuple(macros), plain=decode
        )

    def _find(self, key: str) -> tuple[str, Mapping[str, str]] | None:
        piece = self._parents.get(key)
        return (piece.name, self._fields(piece)[0]) if piece else None

    def _fields(self, piece: Cut) -> tuple[dict[str, str], list[str], list[str]]:
        """Values by BibLaTeX name, the names that stand twice, and the macros that nothing explains."""
        fields: dict[str, str] = {}
        twice, macros = [], []
        for printed, value in piece.fields:
            name = printed.lower()
            name = ALIASES.get(name, name)
            if value[:1] != "{" or "#" in value:
                macros += self._unknown(value)
                value = value_of(value, self._macros)  # noqa: PLW2901 - the value it stands for
            else:
                value = value[1:-1]  # noqa: PLW2901 - the same
            if name not in fields:
                fields[name] = value
            elif printed.lower() != name or name in ALIASES.values():
                fields.setdefault(printed.lower(), value)
                twice += [name] if fields[name] != value else []
            else:
                twice.append(name)
        return fields, twice, macros

    def _unknown(self, value: str) -> list[str]:
        return [
            word
            for word in _PART.findall(value)
            if word[0] not in '{"' and not word.isdecimal() and word.casefold() not in self._macros
        ]

    def locate(self, entry: Entry, name: str) -> Spot | None:
        """Where a value stands, without what encloses it; a value of several pieces is no exact one."""
        start, end = entry.span
        head = HEAD.match(self.text, start, end)
        if not name:
            return Spot((start, head.end() if head else _line_end(self.text, start, end)))
        at = head.end() if head else start
        while found := FIELD.match(self.text, at, end):
            if ALIASES.get(found[1].lower(), found[1].lower()) == name:
                return _inside(self.text, *found.span(2))
            at = found.end()
        return self._searched(name, start, end)

    def _searched(self, name: str, start: int, end: int) -> Spot | None:
        """The value in an entry that only the careful reader could cut."""
        names = [name, *(old for old, new in ALIASES.items() if new == name)]
        for printed in names:
            found = re.compile(_ASSIGNED.format(name=re.escape(printed))).search(self.text, start, end)
            value = _PART.match(self.text, found.end(), end) if found else None
            if found:
                return _inside(self.text, *(value.span() if value else (found.end(), end)))
        return None


def _canonical(fields: Mapping[str, str]) -> dict[str, str]:
    return {ALIASES.get(name, name): value for name, value in fields.items()}


def _keys(value: str) -> list[str]:
    return re.findall(r'[^\s,{}"]+', value)


def _inside(text: str, start: int, end: int) -> Spot:
    value = text[start:end].rstrip()
    end = start + len(value)
    found = _PART.match(text, start)
    if found and found.end() == end and value[0] in '{"':
        return Spot((start + 1, end - 1), exact=True)
    return Spot((start, end), exact=value.isdecimal())


def _line_end(text: str, start: int, end: int) -> int:
    stop = text.find("\n", start, end)
    return len(text[start : stop if stop >= 0 else end].rstrip()) + start


def _trimmed(text: str, start: int, end: int) -> Span:
    return start, start + len(text[start:end].rstrip())
