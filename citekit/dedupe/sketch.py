"""A citation reduced to what tells one work from another, evened out once so that comparing is cheap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from citekit.dedupe import blank
from citekit.language.agree import squeeze
from citekit.model import Citation, Form, Name

Signature: TypeAlias = tuple[str, ...]

_FACES = ("", "_translation", "_original")
_ALIKE = ("date", "event_date", "event_place", "volume", "issue", "pages", "edition", "publisher", "isbn")


@dataclass(frozen=True, slots=True)
class Sketch:
    """The comparable side of a citation; titles are squeezed and stand romanised (or only), translated, original."""

    key: str
    titles: tuple[str, str, str]
    printed: tuple[str, str, str]
    author: tuple[Name, ...]
    container: tuple[str, ...]
    publisher: str
    date: str
    volume: str
    issue: str
    pages: str
    edition: str
    symbol: str
    doi: str
    url: str
    form: Form
    damaged: bool
    signature: Signature

    @property
    def titled(self) -> bool:
        """Whether a title is printed in any face."""
        return any(self.titles)


def _faces(citation: Citation, name: str) -> tuple[str, str, str]:
    main, translation, original = (blank.text(citation, name + face) for face in _FACES)
    return main, translation, original


def plain_doi(text: str) -> str:
    """A DOI without resolver and in one case: ``https://doi.org/10.1000/A%281%29`` is ``10.1000/a(1)``."""
    low = text.casefold().replace("%28", "(").replace("%29", ")").replace("%3c", "<").replace("%3e", ">")
    at = low.find("10.")
    return low[at:].strip(" .,;") if at >= 0 else ""


def plain_url(text: str) -> str:
    """A URL without scheme, ``www.``, fragment and closing slash."""
    low = text.strip().partition("#")[0]
    for start in ("https://", "http://", "www."):
        low = low.removeprefix(start)
    return low.rstrip("/")


def sketch(citation: Citation) -> Sketch:
    """The comparable side of a citation."""
    printed = _faces(citation, "title")
    titles = (squeeze(printed[0]), squeeze(printed[1]), squeeze(printed[2]))
    container = _faces(citation, "container")
    author = blank.names(citation, "author") or blank.names(citation, "editor")
    symbol, doi = squeeze(citation.text("document_symbol")), plain_doi(citation.text("doi"))
    url = plain_url(citation.text("url"))
    signature = (
        *titles,
        squeeze(container[0] or container[1] or container[2]),
        "|".join(squeeze(name.display) for name in author),
        *(squeeze(blank.text(citation, name)) for name in _ALIKE),
        symbol,
        doi,
        url,
    )
    return Sketch(
        key=citation.key,
        titles=titles,
        printed=printed,
        author=author,
        container=tuple(face for face in container if face),
        publisher=blank.text(citation, "publisher"),
        date=citation.text("date"),
        volume=citation.text("volume"),
        issue=citation.text("issue"),
        pages=citation.text("pages"),
        edition=citation.text("edition"),
        symbol=symbol,
        doi=doi,
        url=url,
        form=citation.form,
        damaged=citation.damaged,
        signature=signature,
    )
