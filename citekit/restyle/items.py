"""Works → the items that a style is given: those of CSL-JSON, put so that good styles print them as scholars would.

The records that are exchanged stay as they are; this is for printing only, and each rule says what it is for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from citekit.model import Work
from citekit.restyle.manners import Manners
from citekit.write.csl_beside import beside_of
from citekit.write.csl_item import natural_item
from citekit.write.csl_kept import restored

Item: TypeAlias = dict[str, Any]

PLAIN = Manners()
"""The manners of a style that takes everything as it is."""

_SHORTEST = 4


def style_items(works: Iterable[Work], manners: Manners = PLAIN) -> list[Item]:
    """The items of works, in their order, for a style of these manners."""
    return [style_item(work, manners) for work in works]


def style_item(work: Work, manners: Manners = PLAIN) -> Item:
    """The item of a work, ready to be printed."""
    item: Item = {**restored(natural_item(work), work), "custom": {"citekit": beside_of(work)}}
    for rule in (_instrument, _dated_magazine, _printed_speech, _short_title):
        rule(work, item)
    if work.type == "interview" and not work.title:
        item = {**manners.interview, **item}
    if work.type == "press-release" and item.get("number"):
        item["type"] = manners.release
    if work.type == "other" and item["type"] == "document":
        item["type"] = manners.unsorted
    return item


def _instrument(work: Work, item: Item) -> None:
    """A document known by its symbol alone (S/RES/1706) is cited as an instrument: upright, with its whole date."""
    if work.type == "un-document" and not work.title and item.get("number"):
        item |= {"type": "treaty", "title": f'<span class="nodecor">{item.pop("number")}</span>'}


def _dated_magazine(work: Work, item: Item) -> None:
    """A magazine told by number and year (No. 51, 1988) is cited as a journal, which keeps the number."""
    if work.type == "article-magazine" and item.get("issue") and len(work.fields.get("date", "")) == len("1988"):
        item["type"] = "article-journal"


def _printed_speech(work: Work, item: Item) -> None:
    """A speech that was printed is cited as what it was printed in: an article in a periodical, a chapter in a book."""
    if work.type != "speech" or not work.container:
        return
    if work.publisher:
        item["type"] = "chapter"
    elif item.get("issue") or item.get("volume"):
        item["type"] = "article-journal"


def _short_title(work: Work, item: Item) -> None:
    """A title with a subtitle is repeated without it: "Jiangou Heping: Zhongguo dui …" as "Jiangou Heping"."""
    short, colon, _ = work.title.main.text.partition(": ") if work.title.main else ("", "", "")
    known = work.fields.get("title_short", "") or (short if colon and len(short) >= _SHORTEST else "")
    if known:
        item.setdefault("title-short", known)
