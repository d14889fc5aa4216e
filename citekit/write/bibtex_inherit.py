"""What an entry has from others: by ``crossref``, ``xdata`` and the rules of BibLaTeX (3.17, appendix B of its manual).

A field that the entry has itself is never touched. ``title`` of a book becomes ``booktitle`` of what is in it, of a
periodical ``journaltitle``, of a work in volumes ``maintitle``; all else goes over under its own name, but for what
belongs to one entry alone. An entry inherits what its parent has inherited; one that is its own ancestor gets nothing
from itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Fields = Mapping[str, str]
"""Values by field, in lower case, without their outer braces."""

_BOOKS, _IN_BOOKS = ("book",), ("inbook", "bookinbook", "suppbook")
_COLLECTIONS = ("collection", "reference", "proceedings")
_IN_COLLECTIONS = ("incollection", "inreference", "suppcollection", "inproceedings", "conference")
_VOLUMES = ("mvbook", "mvcollection", "mvreference", "mvproceedings")
_ISSUES = ("article", "suppperiodical")
_TITLES = ("title", "subtitle", "titleaddon")

_TITLED: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (_VOLUMES, (*_BOOKS, *_COLLECTIONS, *_IN_BOOKS, *_IN_COLLECTIONS), ("maintitle", "mainsubtitle", "maintitleaddon")),
    (_BOOKS, _IN_BOOKS, ("booktitle", "booksubtitle", "booktitleaddon")),
    (_COLLECTIONS, _IN_COLLECTIONS, ("booktitle", "booksubtitle", "booktitleaddon")),
    (("periodical",), _ISSUES, ("journaltitle", "journalsubtitle", "journaltitleaddon")),
)
"""Types of the parent, types of the child, and what title, subtitle and addition of the one are in the other."""

_OWN = {
    *("crossref", "xref", "xdata", "ids", "entryset", "entrysubtype", "execute", "label", "options", "presort"),
    *("related", "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey"),
    *("verba", "annotation", "annote"),
}
_OF_A_TITLE = {"shorttitle", "sorttitle", "indextitle", "indexsorttitle"}
_TWINS = {"journal": "journaltitle", "address": "location", "school": "institution"}
_DATES = {"date", "year", "month", "day"}

Find = Callable[[str], tuple[str, Fields] | None]
"""Key → type and fields of the entry, or None where there is none."""


def whole(name: str, fields: Fields, find: Find, above: frozenset[str] = frozenset()) -> Fields:
    """The fields of an entry with those it has from others; ``above`` are the keys that are asked already."""
    if "crossref" not in fields and "xdata" not in fields:
        return fields
    found = dict(fields)
    for key in map(str.strip, fields.get("xdata", "").split(",")):
        for field, value in _of(key, find, above)[1].items():
            if field not in _OWN:
                _give(found, field, value, fields)
    parent, given = _of(fields.get("crossref", "").strip(), find, above)
    titles = _titles(parent, name)
    for field, value in given.items():
        if field in titles:
            _give(found, titles[field], value, fields)
    for field, value in given.items():
        if field not in _OWN and field not in titles and not (titles and field in _OF_A_TITLE):
            _give(found, field, value, fields)
    if "author" in given and parent in (*_BOOKS, "mvbook") and name in _IN_BOOKS:
        found.setdefault("bookauthor", given["author"])
    return found


def _of(key: str, find: Find, above: frozenset[str]) -> tuple[str, Fields]:
    other = find(key) if key and key not in above else None
    return (other[0], whole(*other, find, above | {key})) if other else ("", {})


def _titles(parent: str, name: str) -> dict[str, str]:
    for parents, children, names in _TITLED:
        if parent in parents and name in children:
            return dict(zip(_TITLES, names, strict=True))
    return {}


def _give(found: dict[str, str], field: str, value: str, own: Fields) -> None:
    """Add a field, unless there is one of that meaning; a date is one thing, whatever fields tell it."""
    twins = {field, _TWINS.get(field, field), *(old for old, new in _TWINS.items() if new == field)}
    if field in _DATES and not _DATES.isdisjoint(own):
        return
    if twins.isdisjoint(found):
        found[field] = value
