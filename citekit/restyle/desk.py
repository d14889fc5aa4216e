"""A library laid out in a style: the processor with the library's works as its items, and what was mended for it."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.model import Finding, Library, Work
from citekit.restyle.capital import capital
from citekit.restyle.findings import mended, without_entry
from citekit.restyle.items import style_items
from citekit.restyle.manners import manners_of
from citekit.style.context import View
from citekit.style.mend import mend
from citekit.style.processor import Entry, Processor
from citekit.style.style import Style


@dataclass(frozen=True, slots=True)
class Desk:
    """A library, a processor with its works, and findings; ``works`` are the works by the ids of the items."""

    library: Library
    processor: Processor
    works: dict[str, Work]
    findings: tuple[Finding, ...] = ()


def lay_out(library: Library, style: Style, view: View, *, links: bool = False) -> Desk:
    """A library in a style."""
    items, repairs = mend(style_items(library.works, manners_of(style, (work.type for work in library.works))))
    ids = [item["id"] for item in items]
    processor = Processor(style, items, view=view, links=links, tidy=True)
    works = dict(zip(ids, library.works, strict=True))
    return Desk(library, processor, works, tuple(map(mended, repairs)))


def entries(desk: Desk) -> tuple[list[Entry], list[Finding]]:
    """The bibliography, and a finding for each work that the style leaves out of it."""
    found = [Entry(entry.id, capital(entry.tree)) for entry in desk.processor.bibliography()]
    if desk.processor.style.bibliography is None:
        return [], []
    printed = {entry.id for entry in found}
    left = (work for identity, work in desk.works.items() if identity not in printed)
    return found, [without_entry(work, desk.processor.style.title) for work in left]
