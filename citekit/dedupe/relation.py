"""What two works are to each other that are not one: preprint, version, edition, translation, part, erratum."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.dedupe.comparison import Part, Relation
from citekit.dedupe.containers import container_words
from citekit.dedupe.record import Record

PARTS = frozenset({"chapter", "conference-paper", "speech"})
"""Types of works that stand in another."""


def relation(left: Record, right: Record, parts: Sequence[Part]) -> Relation:
    """The relation that the parts and the kinds of two records tell, or none."""
    by: dict[str, float] = {}
    for part in parts:
        by[part.field] = by.get(part.field, 0.0) + part.weight
    if _is_part(left, right) or _is_part(right, left):
        return "part-of"
    if _translates(left, right) or _translates(right, left):
        return "translation-of"
    titled = max((part.weight for part in parts if part.field == "title"), default=0.0) > 0
    people = by.get("author", 0.0)
    if titled and {left.title.marker, right.title.marker} == {"erratum", ""}:
        return "erratum-of"
    if not titled or people < 0:
        return ""
    if (left.container.host == "preprint") != (right.container.host == "preprint") and people > 0:
        return "preprint-of"
    if left.translated != right.translated and people > 0:
        return "translation-of"
    if by.get("edition", 0.0) < 0 or (by.get("date", 0.0) < 0 and left.type == right.type == "book" and people > 0):
        return "edition-of"
    return "version-of" if people > 0 and _are_versions(left, right) else ""


def _are_versions(left: Record, right: Record) -> bool:
    """Whether one came out in proceedings or as a report, the other in a journal."""
    hosts = {left.container.host, right.container.host}
    return "journal" in hosts and bool(hosts & {"proceedings", "report"})


def _translates(one: Record, other: Record) -> bool:
    """Whether one says that it is a translation of what the other is called."""
    return bool(one.translates) and one.translates == other.title.main.letters


def _is_part(inner: Record, outer: Record) -> bool:
    """Whether one stands in a volume that the other is: the container of the first has the title of the second."""
    if inner.type not in PARTS or outer.type in PARTS or outer.container.keys or not outer.title.main:
        return False
    years = not inner.year or not outer.year or inner.year == outer.year
    title = "".join(container_words(" ".join(outer.title.main.words)))
    return years and any(len(key) > 4 and title.startswith(key) for key in inner.container.keys)
