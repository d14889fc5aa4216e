"""What a rule is, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from citekit.check.entry import Entry
from citekit.check.trace import Trace
from citekit.model import Severity, Span

EVERY = ("*",)
"""In the place of fields: every field that holds a text."""

TITLES = ("title", "subtitle", "booktitle", "booksubtitle", "maintitle", "titleaddon", "issuetitle", "eventtitle")
"""Fields that hold a title."""

NAMES = ("author", "editor", "editora", "editorb", "editorc", "translator", "bookauthor", "holder", "annotator")
"""Fields that hold names."""

DATES = ("date", "urldate", "eventdate", "origdate")
"""Fields that hold a date in EDTF."""

Matches: TypeAlias = Sequence[tuple[str, int]]
"""Names that a list has for a periodical, each with the slips between; none of 0 slips where it is misprinted."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may have to know beside the entry.

    ``today`` and ``published`` (of the citing paper, None where nobody says) are days. ``dialect`` is ``biblatex`` or
    ``bibtex``. ``key_pattern`` is a regular expression that keys must match. ``periodicals`` looks a name up.
    ``exists`` tells whether a path is there. ``cited`` are the keys that texts cite, by text.
    """

    today: date
    published: date | None = None
    dialect: str = "biblatex"
    key_pattern: str = ""
    periodicals: Callable[[str], Matches] | None = None
    exists: Callable[[str], bool] | None = None
    cited: Mapping[str, Mapping[str, Span]] | None = None


class Fault(NamedTuple):
    """What a rule has found: what it says, and where.

    ``field`` is the field that it stands in, empty for the entry as a whole; ``at`` is a stretch of its value, None for
    all of it. ``fix`` is the text for that stretch.
    """

    message: str
    field: str = ""
    at: Span | None = None
    fix: str | None = None
    help: str = ""


class Placed(NamedTuple):
    """A fault that a rule about a whole library has found: in an entry, or in a text that cites."""

    fault: Fault
    trace: Trace | None = None
    text: str = ""


ValueCheck: TypeAlias = Callable[[str, Entry, str, Setting], Iterable[Fault]]
EntryCheck: TypeAlias = Callable[[Entry, Setting], Iterable[Fault]]
LibraryCheck: TypeAlias = Callable[[Sequence[Trace], Setting], Iterable[Placed]]


class Rule(NamedTuple):
    """A rule: its code, how severe a breach is, and what looks for one.

    ``value`` looks at each of the fields ``on``, as it stands; ``sign`` is a pattern without which a value needs no
    look. Of a rule on :data:`EVERY` field ``marks`` are the characters of ASCII that its sign begins with, none where
    it is about others. ``entry`` looks at an entry, with ``on`` at one that has such a field, ``library`` at the traces
    of all. ``plain`` is True for rules that have something to say of names as they ought to be (``Zhao, Lei``).

    ``fix`` says whether its repairs are ``safe``, only ``offered``, or none. ``latex`` is True for rules that only .bib
    files can break, False for those that only others can. A rule that is not ``usual`` is followed only when it is
    selected by its code.
    """

    code: str
    severity: Severity
    on: tuple[str, ...] = ()
    value: ValueCheck | None = None
    entry: EntryCheck | None = None
    library: LibraryCheck | None = None
    sign: str = ""
    marks: str = ""
    fix: str = ""
    latex: bool | None = None
    usual: bool = True
    plain: bool = False
