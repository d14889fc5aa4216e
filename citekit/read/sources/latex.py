r"""LaTeX: ``\footnote``, ``\footnotemark`` with ``\footnotetext``, endnotes, ``\footcite`` and its kin, ``\input``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from citekit.model import Document, StoredItem
from citekit.read.bytes import decode
from citekit.read.markup.assemble import assemble
from citekit.read.markup.found import Found
from citekit.read.markup.prose import Prose
from citekit.read.options import NONE, Options
from citekit.read.sources.include import Includes, with_absent
from citekit.read.sources.latex_macros import expanded, group, without_comments
from citekit.read.sources.latex_scan import Scan, is_cite

_NOTES = {"footnote": "foot", "endnote": "end", "sidenote": "foot", "tablefootnote": "foot", "footnotetext": "foot"}
_NOTES |= {"endnotetext": "end", "thanks": "author"}
_MARKS = {"footnotemark": "foot", "endnotemark": "end"}
_INCLUDES = frozenset({"input", "include", "subfile", "subfileinclude"})
_KEPT = frozenset({*_NOTES, *_MARKS, *_INCLUDES})
_BEGIN = re.compile(r"\\begin\s*\{document\}")
_TITLE = re.compile(r"\\(?:title|author)\s*(?:\[[^\]]*\]\s*)?\{")
_CHAPTERS = re.compile(
    r"\\documentclass\s*(?:\[[^\]]*\])?\s*\{(?:scr)?(?:book|report|memoir|scrreprt|scrbook|thesis)\}"
)
_PINPOINT = re.compile(
    r"(?:pp?\.|S\.|\\pp?no)?[\s~]*(?P<pages>\d+[a-z]?(?:\s*(?:--?|–|,)\s*\d+[a-z]?)*|[ivxlc]+)(?:ff?\.?)?"
)
_RESOURCE = re.compile(r"\\(?:addbibresource|bibliography|addglobalbib)\s*(?:\[[^\]]*\])?\s*\{(?P<names>[^{}]*)\}")
_KEYS = re.compile(r"\s*,\s*")


def read_latex(data: bytes, source: str, options: Options = NONE) -> Document:
    """Read the notes of a LaTeX file and of those beside it that it takes in.

    Raises :class:`CitekitError` where the bytes are no text.
    """
    decoded = decode(data, source)
    text = without_comments(decoded.text.removeprefix("\ufeff"))
    desk = _Desk(Includes(options.folder, (".tex",)), chapters=bool(_CHAPTERS.search(text)))
    desk.read(text)
    document = assemble(list(desk.found()), desk.body, source, decoded.encoding)
    named = [name for found in _RESOURCE.finditer(text) for name in _KEYS.split(found["names"].strip()) if name]
    cites = any(note.stored for note in document.notes)
    beside = desk.includes.beside(named, ".bib") if cites else {}
    return with_absent(replace(document, bibliographies=beside), desk.includes)


def _pages(after: str) -> str:
    """The pinpoint of what stands behind a key: biblatex takes numbers alone for pages."""
    found = _PINPOINT.fullmatch(after.strip())
    return found["pages"].replace("--", "-").replace("–", "-") if found else ""


@dataclass(slots=True)
class _Note:
    """A note: its kind, number, place in the body, text if it is there, and whether the count begins anew with it."""

    kind: str
    number: int | None
    place: int | None
    prose: Prose | None
    restarts: bool = False


@dataclass(slots=True)
class _Desk:
    """The body and the notes as they are put together."""

    includes: Includes
    chapters: bool = False
    body: Prose = field(default_factory=lambda: Prose(lines=True))
    notes: list[_Note] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    fresh: bool = False

    def read(self, text: str) -> None:
        """Go through a file: what stands before the document proper prints nothing but defines commands."""
        whole = expanded(text, _KEPT)
        begin = _BEGIN.search(whole)
        for named in _TITLE.finditer(whole, 0, begin.start()) if begin else ():
            Scan(whole[named.end() - 1 : group(whole, named.end() - 1)], self.body, self).read()
            self.body.break_line()
        Scan(whole[begin.end() :] if begin else whole, self.body, self).read()

    def found(self) -> Iterator[Found]:
        """The notes in the order in which they are called."""
        for note in sorted(self.notes, key=lambda one: (one.place is None, one.place or 0)):
            label = str(note.number) if note.number is not None else "*"
            why = (
                f"the file has it as an {note.kind}note"
                if note.kind == "end"
                else f"the file has it as a {note.kind}note"
            )
            places = () if note.place is None else (note.place,)
            yield Found(label, note.number, note.kind, note.prose, places, note.restarts, why)

    def command(self, name: str, scan: Scan) -> bool:
        """Take a command that calls a note, cites, takes in a file or counts."""
        bare = name.rstrip("*")
        if bare in _NOTES and (scan.into is self.body or bare.endswith("text")):
            self._note(bare, scan)
        elif bare in _NOTES:
            scan.options()
            scan.inside(scan.argument())
        elif bare in _MARKS:
            self._mark(_MARKS[bare], scan)
        elif bare in _INCLUDES:
            scan.into.break_line()
            self.includes.within(scan.argument(), self._included)
        elif bare == "setcounter":
            self._set(scan.argument(), scan.argument())
        elif bare == "chapter" and self.chapters:
            self.counts["foot"], self.fresh = 0, True
            return False
        elif is_cite(name):
            self._cite(name, scan)
        else:
            return False
        return True

    def _included(self, text: str) -> None:
        self.read(without_comments(text))

    def _set(self, counter: str, value: str) -> None:
        kind = {"footnote": "foot", "endnote": "end"}.get(counter)
        if kind and value.strip().isdecimal():
            self.fresh = self.fresh or int(value) < self.counts.get(kind, 0)
            self.counts[kind] = int(value)

    def _number(self, kind: str, options: list[str]) -> int | None:
        """The number that is given, else the next one; thanks are counted by signs."""
        if kind == "author":
            return None
        if options and options[0].strip().isdecimal():
            return int(options[0])
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self.counts[kind]

    def _add(self, kind: str, options: list[str], place: int | None, prose: Prose | None) -> _Note:
        note = _Note(kind, self._number(kind, options), place, prose, self.fresh and kind == "foot")
        self.fresh = self.fresh and kind != "foot"
        self.notes.append(note)
        return note

    def _note(self, name: str, scan: Scan) -> None:
        kind, options = _NOTES[name], scan.options()
        prose = Prose()
        if name.endswith("text"):
            waiting = [note for note in self.notes if note.kind == kind and note.prose is None]
            given = int(options[0]) if options and options[0].strip().isdecimal() else None
            fitting = [note for note in waiting if given is None or note.number == given]
            note = fitting[-1 if given is None and len(waiting) == 1 else 0] if fitting else None
            (note or self._add(kind, options, None, prose)).prose = prose
        else:
            self._add(kind, options, self.body.length, prose)
        Scan(scan.argument(), prose, self, scan.depth + 1).read()

    def _mark(self, kind: str, scan: Scan) -> None:
        options = scan.options()
        given = int(options[0]) if options and options[0].strip().isdecimal() else None
        again = given is not None and any(note.kind == kind and note.number == given for note in self.notes)
        if scan.into is self.body and not again:
            self._add(kind, options, self.body.length, None)

    def _cite(self, name: str, scan: Scan) -> None:
        r"""A citation by key: a note of its own for ``\\footcite``, else where it stands."""
        if name.casefold().startswith("foot") and scan.into is self.body:
            prose = Prose()
            self._add("foot", [], self.body.length, prose)
            self._keys(name, scan, prose)
        else:
            self._keys(name, scan, scan.into)

    def _keys(self, name: str, scan: Scan, into: Prose) -> None:
        r"""The keys as pandoc writes them (``see @zhao2007, p. 12``), one group after the other for ``\\footcites``."""
        self._group(scan, into)
        while name.rstrip("*").endswith("cites") and (scan.has_options() or scan.has_argument()):
            into.write("; ")
            self._group(scan, into)

    def _group(self, scan: Scan, into: Prose) -> None:
        options = scan.options()
        before, after = (options if len(options) > 1 else ["", *options, ""])[:2]
        keys = [key for key in _KEYS.split(scan.argument().strip()) if key]
        for number, key in enumerate(keys):
            first, last = number == 0, number == len(keys) - 1
            into.write("" if first else "; ")
            start = into.length
            said = self._scanned(f"{before} " if first and before else "", scan, into)
            into.write(f"@{key}")
            self._scanned(f", {after}" if last and after else "", scan, into)
            if into is not self.body and key != "*":
                into.keep(start, StoredItem({"id": key}, _pages(after) if last else "", prefix=said), "bibtex")

    def _scanned(self, text: str, scan: Scan, into: Prose) -> str:
        """Read what is typed before or behind a key; what it prints."""
        start = into.length
        Scan(text, into, self, scan.depth + 1).read()
        return into.text[start:].strip()
