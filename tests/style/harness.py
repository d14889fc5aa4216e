"""The official CSL fixtures: what a file holds, what our processor makes of it, and when two answers are the same.

A fixture has sections ``>>===== NAME =====>>`` … ``<<===== NAME =====<<``; text outside them is comment. Documents
(``CITATIONS``) are told as steps; ours formats documents whole, so that it is given the one of the last step.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from citekit.style.context import Cite
from citekit.style.output.html import write_bibliography, write_entry
from citekit.style.positions import Cluster, Place
from citekit.style.processor import Processor
from citekit.style.style import LocaleFiles, Style

KNOWN = {"MODE", "CSL", "INPUT", "RESULT", "VERSION", "CITATION-ITEMS", "CITATIONS", "DESCRIPTION"}
_SECTION = re.compile(r">>=+ (?P<name>[A-Z-]+) =+>>\n(?P<text>.*?)\n?<<=+ (?P=name) =+<<", re.DOTALL)


class Answer(NamedTuple):
    """What our processor prints for a fixture, and what is expected."""

    ours: str
    expected: str

    @property
    def same(self) -> bool:
        """Whether the two differ in nothing but line ends and the white space between tags."""
        return fair(self.ours) == fair(self.expected)


def sections(text: str) -> dict[str, str]:
    """The sections of a fixture by name; one we know nothing of is no reason to pass over it."""
    found = {section["name"]: section["text"] for section in _SECTION.finditer(text)}
    if strange := found.keys() - KNOWN:
        raise ValueError(f"This fixture has sections that the harness does not know: {', '.join(sorted(strange))}.")
    return found


def fair(text: str) -> str:
    """A result without what the fixtures are uneven in: line ends, indents, marks of what a step has changed."""
    text = re.sub(r"^(>>|\.\.)\[", "[", text.replace("\r", "").strip(), flags=re.MULTILINE)
    text = re.sub(r"\s*\n\s*", "\n", re.sub(r">\s+<", "><", text))
    return re.sub(r"\s*(</?div[^>]*>)\s*", r"\1", text)


def answer(path: Path, locales: LocaleFiles) -> Answer:
    """What our processor makes of a fixture."""
    told = sections(path.read_text(encoding="utf-8"))
    items = json.loads(told["INPUT"])
    for number, item in enumerate(items):
        item.setdefault("id", f"ITEM-{number}")  # four fixtures go without
    clusters = _document(json.loads(told["CITATIONS"])) if "CITATIONS" in told else []
    if clusters:
        items = _cited(items, clusters)
    processor = Processor(Style(told["CSL"], locales), items)
    ours = {"bibliography": lambda: _bibliography(processor), "citation": lambda: _citations(processor, told, clusters)}
    return Answer(ours[told["MODE"].strip()](), told["RESULT"])


def _bibliography(processor: Processor) -> str:
    return write_bibliography(entry.tree for entry in processor.bibliography())


def _citations(processor: Processor, told: Mapping[str, str], clusters: Sequence[Cluster]) -> str:
    """A line a cluster: of the document, of a list without positions, or of all items in the order of the entries."""
    if clusters:
        lines = [f"[{at}] {write_entry(tree)}" for at, tree in enumerate(processor.cite(clusters))]
    elif "CITATION-ITEMS" in told:
        lines = [_alone(processor, cites) for cites in json.loads(told["CITATION-ITEMS"])]
    else:
        lines = [_alone(processor, [{"id": each} for each in processor.order])]
    return "\n".join(lines)


def _alone(processor: Processor, cites: Sequence[Mapping[str, Any]]) -> str:
    """A cluster by itself: a cite of it says its position, or stands for the first of its item."""
    cluster = Cluster(tuple(map(_cite, cites)))
    return write_entry(processor.cluster(cluster, [Place()] * len(cites)))


def _document(steps: Sequence[Sequence[Any]]) -> list[Cluster]:
    """The document of the last step: what stands before, the citation itself, what stands after."""
    latest = {citation["citationID"]: citation for citation, _, _ in steps}
    last, before, after = steps[-1]
    note = last.get("properties", {}).get("noteIndex", 0)
    order = [*before, [last["citationID"], note], *after]
    return [Cluster(tuple(map(_cite, latest[each]["citationItems"])), number) for each, number in order]


def _cited(items: Sequence[dict[str, Any]], clusters: Sequence[Cluster]) -> list[dict[str, Any]]:
    """The items that a document cites, in the order of their first cites."""
    by_id = {str(item["id"]): item for item in items}
    ids = dict.fromkeys(cite.id for cluster in clusters for cite in cluster.cites)
    return [by_id[each] for each in ids if each in by_id]


def _cite(told: Mapping[str, Any]) -> Cite:
    form = "author-only" if told.get("author-only") else "suppress-author" if told.get("suppress-author") else ""
    return Cite(
        str(told["id"]),
        locator=str(told.get("locator") or ""),
        label=(told.get("label") or "page").replace(" ", "-"),
        prefix=told.get("prefix") or "",
        suffix=told.get("suffix") or "",
        form=form,
        position=None if told.get("position") is None else int(told["position"]),
        near=None if "near-note" not in told else bool(told["near-note"]),
    )
