"""Two records → the parts of all fields, weighed together, and the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from citekit.dedupe.comparison import Comparison, Part, Verdict
from citekit.dedupe.record import Record
from citekit.dedupe.relation import relation
from citekit.dedupe.say import container, identifiers, numbers, people, title

Rule: TypeAlias = Callable[[Record, Record], Iterator[Part]]

SAME = 3.2
"""The score from which two records are one work."""
LOOK = 1.0
"""The score from which a person should look."""

_FIRST: tuple[Rule, ...] = (identifiers.say, title.say)
_THEN: tuple[Rule, ...] = (people.say, container.say, numbers.say_date, numbers.say_volume, numbers.say_pages)
UNLIKE = -5.0
"""The weight of titles so unlike that only an identifier or a place in a volume can still make them one work's."""
_KNOWN = frozenset({"doi", "pmid", "symbol"})
_SHORT = 30  # letters of a title that a conflict in the numbers makes two works of


def score(left: Record, right: Record) -> Comparison:
    """The verdict on two records, with the parts it is made of; the order of the two does not matter."""
    if left.signature and left.signature == right.signature:
        return Comparison(0, 1, "same", 99.0, (Part("record", 99.0, "the records say the same"),))
    parts = tuple(part for rule in _FIRST for part in rule(left, right))
    if any(part.weight <= UNLIKE for part in parts) and not _anchored(left, right, parts):
        total = round(sum(part.weight for part in parts), 2)
        return Comparison(0, 1, "different", total, parts, relation(left, right, parts))
    parts = (*parts, *(part for rule in _THEN for part in rule(left, right)))
    parts = (*parts, *_together(left, right, parts))
    total = sum(part.weight for part in parts)
    found = verdict(left, right, parts, total)
    return Comparison(0, 1, found, round(total, 2), parts, "" if found == "same" else relation(left, right, parts))


def _anchored(left: Record, right: Record, parts: Sequence[Part]) -> bool:
    """Whether something holds two records together whose titles do not: an identifier, or volume and page."""
    known = any(part.weight > 0 and part.field in _KNOWN for part in parts)
    placed = left.volume and left.volume == right.volume and left.pages.first and left.pages.first == right.pages.first
    return known or bool(placed)


def verdict(left: Record, right: Record, parts: Sequence[Part], total: float) -> Verdict:
    """``same`` needs the score, no veto, and something beside the title that agrees; two things where text was lost."""
    if total < LOOK:
        return "different"
    support = sum(part.weight for part in parts if part.field != "title" and part.weight > 0)
    known = any(part.weight > 0 and part.field in _KNOWN for part in parts)
    if any(part.veto and not (known and part.field == "title") for part in parts):
        return "look"
    if not any(part.field == "title" for part in parts):
        enough = total >= SAME + 1.5 or _named_by_year(left, right, parts)
    else:
        enough = total >= SAME and support >= (1.5 if left.damaged or right.damaged else 0.7)
    return "same" if enough else "look"


def _named_by_year(left: Record, right: Record, parts: Sequence[Part]) -> bool:
    """Whether both are ``Geiger 1964``: short forms of a work that is nowhere cited in full."""
    agreed = {part.field for part in parts if part.weight > 0}
    short = all(one.form == "short" and not one.title.main and not one.title.translation for one in (left, right))
    return short and {"author", "date"} <= agreed


def _together(left: Record, right: Record, parts: tuple[Part, ...]) -> Iterator[Part]:
    """What fields say together: a place in a volume outweighs a title; a recurring title bears no conflict."""
    by: dict[str, float] = {}
    for part in parts:
        by[part.field] = by.get(part.field, 0.0) + part.weight
    placed = by.get("volume", 0) > 0 and by.get("pages", 0) > 1 and by.get("author", 0) > 1.5
    if placed and by.get("title", 0) < -1.5 and not any(part.veto for part in parts) and _long(left) and _long(right):
        yield Part("place", min(5.0, -by["title"]) + 1.0, "volume, pages and authors are the same")
    doi = by.get("doi", 0) > 0 or by.get("pmid", 0) > 0
    if doi and by.get("title", 0) < -1.5:
        yield Part("place", -by["title"] - 1.5, "an identifier outweighs the title")
    against = [field for field in ("volume", "issue", "pages", "date", "container") if by.get(field, 0) < -0.2]
    if doi or not against:
        return
    if by.get("date", 0) < -0.7 and not any(by.get(field, 0) > 0 for field in ("container", "volume", "pages", "url")):
        yield Part("date", -1.5, "and nothing but title and names in common")
    if (left.title.recurring or right.title.recurring) and by.get("title", 0) > 0:
        yield Part("title", -3.0, f"a recurring title, and another {against[0]}", veto=True)
    elif "pages" in against and title.fullness(left.title, right.title) < 0.35 + 0.65 * _SHORT / 40:
        yield Part("pages", -1.0, "a short title on other pages", veto=True)
    elif len(against) > 1 and ("pages" in against or "volume" in against):
        yield Part("pages", -1.5, f"{' and '.join(against)} differ together")


def _long(one: Record) -> bool:
    """Whether an article has pages enough to be no note among others on its page."""
    first = one.pages.first
    return first is not None and one.pages.last - first[1] >= 2
