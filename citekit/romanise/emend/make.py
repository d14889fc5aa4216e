"""The step that makes what is harmless or was accepted: the works change, the citations stay as printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from citekit.model import Citation, Emendation, Finding, Library, Work
from citekit.romanise.authority import Authorities
from citekit.romanise.emend.choice import Choice
from citekit.romanise.emend.decide import decided
from citekit.romanise.emend.find import repair_of
from citekit.romanise.emend.originals import listed_originals
from citekit.romanise.emend.strings import RomanisedString, strings_of
from citekit.romanise.emend.told import finding_of
from citekit.romanise.emend.work import by_key, emended, with_original
from citekit.romanise.repair import apply

ORIGINAL = "_original"
_HARMLESS = Choice()


class _Place(NamedTuple):
    """A string of one work: the work's place in the library, the field, what is printed."""

    work: int
    field: str
    printed: str


def make_emendations(library: Library, choice: Choice = _HARMLESS, authorities: Authorities | None = None) -> Library:
    """The library with the emendations made that ``choice`` names, and a finding for each that is not rejected.

    A record that changes keeps its printed form among its variants. Decisions that find nothing are findings.
    """
    strings = strings_of(library, authorities)
    known, stale = decided(library.emendations, choice.decisions, strings)
    wanted = tuple(one for one in known if choice.makes(one))
    works, done = _made(library, wanted)
    marked = tuple(replace(one, made=one in done) for one in known)
    findings = tuple(_findings(marked, strings, library.document.text))
    told = tuple(dict.fromkeys((*library.findings, *findings, *stale)))
    settled = replace(library, works=works, findings=told, emendations=marked)
    return with_listed_originals(settled, authorities) if choice.originals else settled


def _findings(marked: Sequence[Emendation], strings: Sequence[RomanisedString], source: str) -> Iterator[Finding]:
    by_place = {(one.place, one.field, one.text): one for one in strings}
    for one in marked:
        if one.decision != "reject":
            place = (one.where, one.field.removesuffix(ORIGINAL), one.printed)
            yield finding_of(one, by_place.get(place), source)


def _made(library: Library, wanted: Sequence[Emendation]) -> tuple[tuple[Work, ...], set[Emendation]]:
    """The works with the emendations made, and which those are."""
    citations, holders = by_key(library.citations), _Holders(library)
    groups: defaultdict[_Place, list[Emendation]] = defaultdict(list)
    for one in wanted:
        field = one.field.removesuffix(ORIGINAL)
        for number in holders.of(one.citation, one.where, field):
            groups[_Place(number, one.field, one.printed)].append(one)
    works = list(library.works)
    done: set[Emendation] = set()
    # characters first: they are looked for beside what is printed
    for place, members in sorted(groups.items(), key=lambda group: not group[0].field.endswith(ORIGINAL)):
        now = _changed(works[place.work], place, members, citations)
        if now:
            works[place.work] = now
            done.update(members)
    return tuple(works), done


class _Holders:
    """Which works have a string in their record: that of its citation, and those that took it from there."""

    def __init__(self, library: Library) -> None:
        """Index the works of a library by their keys and by what they have inherited."""
        self._work = {citation.key: citation.work for citation in library.citations}
        self._by_key: defaultdict[str | None, list[int]] = defaultdict(list)
        self._heirs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for number, work in enumerate(library.works):
            self._by_key[work.key].append(number)
            for field, citation in work.inherited.items():
                self._heirs[field, citation].append(number)

    def of(self, citation: str | None, key: str, field: str) -> list[int]:
        """The places of the works; ``key`` names the work where no citation prints the string."""
        if citation is None:
            return self._by_key[key]
        return list(dict.fromkeys((*self._by_key[self._work[citation]], *self._heirs[field, citation])))


def _changed(work: Work, place: _Place, members: Sequence[Emendation], citations: dict[str, Citation]) -> Work | None:
    if place.field.endswith(ORIGINAL):
        first = members[0]
        return with_original(work, place.field.removesuffix(ORIGINAL), place.printed, first.new or "", first.rule)
    new = apply(place.printed, map(repair_of, dict.fromkeys(members)))
    return emended(work, place.field, place.printed, new, citations)


def rewritten(library: Library, finals: Iterable[tuple[RomanisedString, str]]) -> Library:
    """The library with each string as it is wanted now; the printed forms stay among the variants of their works."""
    citations, holders = by_key(library.citations), _Holders(library)
    works = list(library.works)
    for string, text in finals:
        if text != string.text:
            for number in holders.of(string.citation, string.place, string.field):
                works[number] = emended(works[number], string.field, string.text, text, citations) or works[number]
    return replace(library, works=tuple(works))


def with_originals(library: Library, emendations: Iterable[Emendation]) -> Library:
    """The library with characters set where emendations propose them."""
    works, _ = _made(library, [one for one in emendations if one.field.endswith(ORIGINAL)])
    return replace(library, works=works)


def with_listed_originals(library: Library, authorities: Authorities | None = None) -> Library:
    """The library with the characters of its periodicals, publishers and bodies that the authority list is sure of.

    Each is an emendation that was made, at its work, and a work says of each by what rule it has it.
    """
    of_works = replace(library, readings=())
    wanted = tuple(listed_originals(strings_of(of_works, authorities), authorities))
    works, done = _made(of_works, wanted)
    made = tuple(replace(one, made=True) for one in wanted if one in done)
    return replace(library, works=works, emendations=(*library.emendations, *made))
