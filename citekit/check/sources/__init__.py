"""A file's text → its entries as the rules look at them, one module a kind of format, and where each value stands.

Only here the room takes something from ``write/``: what cuts a text into records and reads them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from citekit.check.entry import Entry
from citekit.model import Finding, Library, Note, Span


class Spot(NamedTuple):
    """Where a value stands: its stretch of the text, and whether that is the value, sign by sign.

    ``note`` is the note in whose text the stretch is counted, None for the text of the file.
    """

    span: Span
    exact: bool = False
    note: str | None = None


Locate = Callable[[Entry, str], Spot | None]
"""An entry and one of its fields → the spot, None where it cannot be told."""


class Source(NamedTuple):
    """A file to check: its name, its text, what was found when it was read, its entries and where their values are.

    ``entries`` takes the stretch of the text whose entries are wanted; one that cannot be read is a finding. ``escape``
    writes a text as a value of the format has it; None where nothing can be put right in the file. ``parts`` cuts the
    text so that no entry is cut, ``starts`` is where entries begin.
    """

    name: str
    text: str
    form: str
    entries: Callable[[int, int], Iterator[Entry | Finding]]
    locate: Locate
    escape: Callable[[str], str] | None = None
    findings: tuple[Finding, ...] = ()
    notes: tuple[Note, ...] = ()
    parts: Callable[[int], list[Span]] | None = None
    starts: Callable[[], Sequence[int]] = tuple

    def cut(self, count: int) -> list[Span]:
        """The text in about so many parts, one where it cannot be cut."""
        return self.parts(count) if self.parts and count > 1 else [(0, len(self.text))]

    def around(self, place: int) -> Span:
        """The stretch of the entry that a place is in."""
        starts = self.starts()
        at = bisect_right(starts, place)
        return (starts[at - 1] if at else 0), (starts[at] if at < len(starts) else len(self.text))


def open_source(name: str, text: str, form: str, load: Callable[[], Library]) -> Source:
    """The source of a text in a format; ``load`` reads it as a library where its entries are not read from the text."""
    if form in ("bibtex", "biblatex"):
        from citekit.check.sources.bibtex import open_bibtex  # noqa: PLC0415 - one format a file

        return open_bibtex(name, text)
    from citekit.check.sources.works import open_works  # noqa: PLC0415 - the same

    return open_works(name, text, form, load())
