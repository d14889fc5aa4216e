"""Several BibTeX texts become one: the first, and behind it each other one with all that is in it.

Entries keep their own text, and what stands between them its place: comments, free text, ``@string``, ``@preamble``,
``xdata``, broken entries. What the text before has to the letter is not said twice. What means something else there
is called otherwise, in its definition and wherever it is named: keys of entries, and macros of one name and different
values. A text has one set of JabRef's metadata of a kind, such as groups: a second one stays as a plain comment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile

from citekit.model import Document, Finding, Library, Work
from citekit.write.bibtex_fields import MONTHS
from citekit.write.bibtex_keep import keep_bibtex, line_end
from citekit.write.bibtex_parts import Part, parts, renamed
from citekit.write.load import NO_WORKS, value_of, works_in
from citekit.write.merge import with_links
from citekit.write.record import record

_META = re.compile(r"(@comment[ \t]*\{)\s*(jabref-meta:\s*([\w-]+))", re.IGNORECASE)
_SPACE = re.compile(r"[ \t]*(?:\r\n|\n|\r)?")
_RENAMED = "Nothing; the entries that named it go on having its value."
_ASIDE = "Make the groups or settings of that file again in JabRef where you want to have them."


@dataclass(slots=True)
class _Before:
    """What a text that others are put behind has already: its words, its keys, macros and kinds of metadata."""

    text: str
    keys: set[str] = field(default_factory=set)
    macros: dict[str, str] = field(default_factory=lambda: {month: month for month in MONTHS})
    defined: set[str] = field(default_factory=set)
    metadata: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, text: str) -> _Before:
        """What a text has."""
        before = cls(text)
        for part in parts(text):
            if part.kind == "entry":
                before.keys.add(part.key.casefold())
            elif part.kind == "macro":
                before.defined.add(part.key.casefold())
                before.macros[part.key.casefold()] = value_of(part.value, before.macros)
            elif found := _META.match(part.text):
                before.metadata.add(found[3].casefold())
        return before


@dataclass(frozen=True, slots=True)
class Share:
    """What a library gives: itself, its works in their order under keys that no other has, the format it was read from.

    ``gone`` are keys of its text that another work has now, with those that their own works have.
    """

    library: Library
    works: Sequence[Work]
    form: str
    gone: Mapping[str, str]


def join_bibtex(shares: Sequence[Share]) -> tuple[str, list[Finding]]:
    """The texts of libraries in one, and a finding for each macro and each kind of metadata that is called otherwise.

    The first was read from BibTeX. Of those that were not, the works alone are put behind. Reading what comes out
    gives all of the works.
    """
    first, *others = shares
    plain = list(takewhile(lambda share: share.form != "bibtex", others))
    works = chain(first.works, *(share.works for share in plain))
    text = keep_bibtex(replace(first.library, works=tuple(works)))
    findings = []
    for share in others[len(plain) :]:
        text, told = _behind(text, share)
        findings += told
    return text, findings


def _behind(text: str, share: Share) -> tuple[str, list[Finding]]:
    """A text with the works of a library behind it, and with all of its text where that is BibTeX."""
    if share.form != "bibtex":
        return _with_works(text, share.works), []
    own = _evened(keep_bibtex(share.library), line_end(text))
    join = _Join(_Before.of(text), share.library.document.source, share.gone)
    told = list(join.told(list(parts(own)), [work.key for work in share.works]))
    works = with_links(share.works, join.links)
    wanted = [*(one.work for one in works_in(text)), *works]
    whole = _put(text, "".join(said for _, said in told))
    if not _tells(whole, wanted):  # an entry names what is nothing in its own file, and something in the other
        alone = _with_works(text, works)
        whole = _put(alone, "".join(_without_works(told, idle=False)))
        whole = whole if _tells(whole, wanted) else _put(alone, "".join(_without_works(told, idle=True)))
    return whole, join.findings


def _without_works(told: Iterable[tuple[Part, str]], *, idle: bool) -> Iterator[str]:
    """What is no work; where it is to be ``idle``, entries that others may have fields from stand in a comment."""
    gone = False
    for part, said in told:
        if part.kind == "entry" and said and not _is_work(part) and idle:
            yield f"@comment{{{said.removeprefix('@')}}}"
        elif not _is_work(part):
            yield _SPACE.sub("", said, count=1) if gone and part.kind == "text" else said
        gone = _is_work(part)


def _tells(text: str, wanted: Sequence[Work]) -> bool:
    """Whether a text tells of these works."""
    read = [one.work for one in works_in(text)]
    return len(wanted) == len(read) and all(
        one == other or record(one) == record(other) for one, other in zip(wanted, read, strict=True)
    )


def _with_works(text: str, works: Sequence[Work]) -> str:
    there = (one.work for one in works_in(text))
    return keep_bibtex(Library(document=Document(source="", text=text), works=(*there, *works)))


def _put(text: str, other: str) -> str:
    """A text with another behind it, a blank line between them."""
    end = line_end(text)
    other = other.strip("\r\n")
    if not other.strip():
        return text
    before = text if not text or text.endswith(("\n", "\r")) else text + end
    return before + (end if before.strip() else "") + other + end


def _evened(text: str, end: str) -> str:
    """A text with its lines ended otherwise."""
    return text.replace("\r\n", "\n").replace("\n" if "\n" in text else "\r", end)


def _is_work(part: Part) -> bool:
    return part.kind == "entry" and part.name not in NO_WORKS


@dataclass(slots=True)
class _Join:
    """The parts of a text as they are put behind another one."""

    before: _Before
    source: str
    gone: Mapping[str, str]
    findings: list[Finding] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    """Entries that are no works, by their keys, and how they are called now."""

    def told(self, own: Sequence[Part], names: Iterable[str]) -> Iterator[tuple[Part, str]]:
        """Each part with its text as it is now; ``names`` are the final keys of the works, in their order."""
        macros = self._macros(own)
        keys, moved = self._keys(own, names)
        dropped = False
        for part, key in zip(own, keys, strict=True):
            now = renamed(part, macros.get(key.casefold(), key) if part.kind == "macro" else key, moved, macros)
            now = self._aside(part, now)
            if dropped and part.kind == "text":
                now = _SPACE.sub("", now, count=1)
            dropped = not _is_work(part) and self._has(part, now, macros)
            yield part, "" if dropped else now

    def _macros(self, own: Sequence[Part]) -> dict[str, str]:
        """The macros that mean something else in the text before, with the names that are free for them."""
        values: dict[str, str] = {month: month for month in MONTHS}
        found: dict[str, str] = {}
        for part in (one for one in own if one.kind == "macro"):
            name = part.key.casefold()
            values[name] = value_of(part.value, values)
            if name not in found and self.before.macros.get(name, values[name]) != values[name]:
                found[name] = _free(part.key, lambda key: self.before.macros.get(key, values[name]) != values[name])  # noqa: B023
                self._say("DU108", f"The macro {part.key} of {self.source} has another value in the files before; "
                          f"it is now {found[name]}.", part.key, _RENAMED)  # fmt: skip
        return found

    def _keys(self, own: Sequence[Part], names: Iterable[str]) -> tuple[list[str], dict[str, str]]:
        """The keys of the parts, in their order, and those that are others now."""
        left = iter(names)
        keys = [next(left, part.key) if _is_work(part) else part.key for part in own]
        moved = {part.key: key for part, key in reversed([*zip(own, keys, strict=True)]) if part.key != key}
        moved = {**self.gone, **moved}
        taken = self.before.keys | {key.casefold() for part, key in zip(own, keys, strict=True) if _is_work(part)}
        for place, part in enumerate(own):
            if part.kind == "entry" and not _is_work(part):
                if renamed(part, part.key, moved, {}).strip() not in self.before.text:
                    keys[place] = _free(part.key, lambda name: name in taken)
                    taken.add(keys[place].casefold())
                if keys[place] != part.key:
                    self.links[part.key] = keys[place]
        return keys, moved | self.links

    def _aside(self, part: Part, text: str) -> str:
        """The text of a comment; metadata of a kind that the text before has are metadata no longer."""
        meta = _META.match(text) if part.kind == "comment" else None
        if not meta or meta[3].casefold() not in self.before.metadata or text in self.before.text:
            return text
        self._say("DU109", f"The {meta[3]} of JabRef in {self.source} are not those of the files before; they are kept "
                  "as a comment.", "", _ASIDE)  # fmt: skip
        return f"{meta[1]}of {self.source}: {text[meta.start(2) :]}"

    def _has(self, part: Part, text: str, macros: Mapping[str, str]) -> bool:
        """Whether the text before has a part already: to the letter, a macro by its value."""
        if part.kind == "macro" and part.key.casefold() not in macros:
            return part.key.casefold() in self.before.defined
        said = text.strip()
        if part.kind == "text":
            return bool(said) and f"\n{said}\n" in f"\n{self.before.text}\n"
        return bool(said) and said in self.before.text

    def _say(self, code: str, message: str, text: str, what: str) -> None:
        self.findings.append(Finding(code, message, "info", text=text, help=what))


def _free(key: str, is_taken: Callable[[str], bool]) -> str:
    """A key, with the first number that is free behind it where it is taken; keys are asked for in small letters."""
    name, number = key, 1
    while is_taken(name.casefold()):
        number += 1
        name = f"{key}-{number}"
    return name
