"""Styles made of the few elements that a test is about, and what they print for a few items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from citekit.style.context import Cite
from citekit.style.locales import Locales
from citekit.style.output.html import write_entry
from citekit.style.positions import Cluster
from citekit.style.processor import Processor
from citekit.style.style import Style

NAMESPACE = "http://purl.org/net/xbiblio/csl"
LOCALES = Locales()


def style(
    layout: str,
    *,
    entry: str = "",
    before: str = "",
    options: str = "",
    citation: str = "",
    bibliography: str = "",
    around: str = "",
    sort: str = "",
    kind: str = "in-text",
) -> str:
    """The XML of a style.

    ``layout`` and ``entry`` are what the layouts of citations and of the bibliography hold, ``sort`` what both sort
    by, ``before`` macros and locales, ``options``, ``citation``, ``bibliography`` and ``around`` attributes of the
    style, its citation, its bibliography and the layout of its citation.
    """
    keys = f"<sort>{sort}</sort>" if sort else ""
    listed = f"<bibliography {bibliography}>{keys}<layout>{entry}</layout></bibliography>" if entry else ""
    return (
        f'<style xmlns="{NAMESPACE}" class="{kind}" version="1.0" {options}><info><title>Made</title></info>{before}'
        f"<citation {citation}>{keys}<layout {around}>{layout}</layout></citation>{listed}</style>"
    )


def processor(xml: str, items: Sequence[Mapping[str, Any]], *, language: str = "", **more: Any) -> Processor:
    """The processor of a style for items; an item without an id is called by its number, from 1."""
    named = [{"id": str(number), **item} for number, item in enumerate(items, 1)]
    return Processor(Style(xml, LOCALES, language=language), named, **more)


def cited(xml: str, *items: Mapping[str, Any], **more: Any) -> str:
    """The HTML of one cluster that cites all items, in their order."""
    made = processor(xml, items, **more)
    return write_entry(made.cite([Cluster(tuple(Cite(each) for each in made.items))])[0])


def printed(layout: str, item: Mapping[str, Any], *, language: str = "", before: str = "", **cite: Any) -> str:
    """The HTML of one item in a layout, cited with a locator, a prefix … if they are given."""
    made = processor(style(layout, before=before), [item], language=language)
    return write_entry(made.cite([Cluster((Cite("1", **cite),))])[0])


def document(xml: str, items: Sequence[Mapping[str, Any]], *clusters: Cluster, **more: Any) -> list[str]:
    """The HTML of each cluster of a document."""
    return [write_entry(tree) for tree in processor(xml, items, **more).cite(clusters)]


def entries(xml: str, *items: Mapping[str, Any], **more: Any) -> list[str]:
    """The HTML of each entry of the bibliography."""
    return [write_entry(entry.tree) for entry in processor(xml, items, **more).bibliography()]
