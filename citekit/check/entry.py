"""What a rule looks at: an entry as it stands, whatever format it came in, under the names of BibLaTeX.

Values are those between the outer braces of a .bib file, LaTeX and all; in other formats they are plain text. Names are
in the form of BibTeX (``Zhao, Lei and {United Nations}``) everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from citekit.check.people import Person, people
from citekit.model import Span

BIBTEX = "bibtex"
"""The form whose values are LaTeX."""

VERBATIM = frozenset(
    "url urlraw doi eprint file pdf verba verbb verbc crossref xref xdata entryset related ids options sortkey presort "
    "keywords citekit-ignore execute langidopts relatedoptions entrysubtype bdsk-file-1 bdsk-url-1 owner timestamp "
    "date-added date-modified creationdate modificationdate groups localfile".split()
)
"""Fields whose values are no text that anybody reads."""

ALIASES = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "hyphenation": "langid",
    "journal": "journaltitle",
    "pdf": "file",
    "primaryclass": "eprintclass",
    "school": "institution",
}
"""Name of classic BibTeX or of an older BibLaTeX → the name in BibLaTeX, for which biber takes it too."""

KINDS = {
    "conference": "inproceedings",
    "electronic": "online",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    "www": "online",
}
"""Entry type that is another one by its older name → that one."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An entry: type, key, values by field, and where it stands in the text of its file.

    ``kind`` is the type in BibLaTeX, ``given`` as it is printed, in lower case. ``fields`` are the entry's own,
    ``whole`` those with what it has from others by ``crossref`` and ``xdata``. ``twice`` are names of fields that stand
    more than once, ``macros`` the names that stand for a value and that no ``@string`` explains.
    """

    kind: str
    key: str
    fields: Mapping[str, str]
    whole: Mapping[str, str]
    form: str = BIBTEX
    span: Span = (0, 0)
    given: str = ""
    twice: tuple[str, ...] = ()
    macros: tuple[str, ...] = ()
    note: str | None = None
    plain: Callable[[str], str] = str
    _texts: dict[str, str] = field(default_factory=dict)

    @property
    def is_latex(self) -> bool:
        """Whether its values are LaTeX."""
        return self.form == BIBTEX

    def text(self, name: str) -> str:
        """The plain text of a value, the empty string where there is none; what it has from others counts."""
        if name not in self._texts:
            value = self.whole.get(name, "")
            self._texts[name] = self.plain(value) if value else ""
        return self._texts[name]

    def people(self, name: str) -> tuple[Person, ...]:
        """The people of a name field of its own."""
        return people(self.fields.get(name, ""))

    @property
    def year(self) -> int:
        """The year that it came out in, 0 where none is told in four digits."""
        for name in ("date", "year"):
            value = self.whole.get(name, "").strip(" {}")
            if value[:4].isdigit() and value.isascii() and not value[4:5].isdigit():
                return int(value[:4])
        return 0
