"""Two records → the parts of all fields, weighed together, and the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from citekit.dedupe.comparison import Comparison, Part, Verdict
from citekit.dedupe.record import Record
from citekit.dedupe.relation import relation
from citekit.dedupe.say import container, identifiers, numbers, people, title, together

Rule: TypeAlias = Callable[[Record, Record], Iterator[Part]]

SAME = 3.2
"""The score from which two records are one work."""
LOOK = 1.0
"""The score from which a person should look."""

_THEN: tuple[Rule, ...] = (people.say, container.say, numbers.say_date, numbers.say_volume, numbers.say_pages)
UNLIKE = -5.0
"""The weight of titles so unlike that only an identifier or a place in a volume can still make them one work's."""
KNOWN = frozenset({"doi", "pmid", "symbol"})
"""The identifiers that one work alone has."""


def score(left: Record, right: Record) -> Comparison:
    """The verdict on two records, with the parts it is made of; the order of the two does not matter."""
    if left.signature and left.signature == right.signature:
        return Comparison(0, 1, "same", 99.0, (Part("record", 99.0, "the records say the same"),))
    parts = (*identifiers.say(left, right), *title.say(left, right))
    if parts and min(part.weight for part in parts) <= UNLIKE and not _anchored(left, right, parts):
        total = round(sum(part.weight for part in parts), 2)
        return Comparison(0, 1, "different", total, parts, relation(left, right, parts))
    for rule in _THEN:
        parts = (*parts, *rule(left, right))
    parts = (*parts, *together.say(left, right, parts))
    total = sum(part.weight for part in parts)
    found = verdict(left, right, parts, total)
    return Comparison(0, 1, found, round(total, 2), parts, "" if found == "same" else relation(left, right, parts))


def _anchored(left: Record, right: Record, parts: Sequence[Part]) -> bool:
    """Whether something holds two records together whose titles do not: an identifier, or volume and page."""
    known = any(part.weight > 0 and part.field in KNOWN for part in parts)
    pages = left.pages.first and right.pages.first and left.pages.first[1] == right.pages.first[1]
    return known or bool(pages and left.volume and left.volume == right.volume)


def verdict(left: Record, right: Record, parts: Sequence[Part], total: float) -> Verdict:
    """``same`` needs the score, no veto, and something beside the title that agrees; two things where text was lost."""
    if total < LOOK:
        return "different"
    support, known, titled = 0.0, False, False
    for part in parts:
        if part.field == "title":
            titled = True
        elif part.weight > 0:
            support += part.weight
            known = known or part.field in KNOWN
    if any(part.veto and not (known and part.field == "title") for part in parts):
        return "look"
    if not titled:
        enough = total >= (SAME if known else SAME + 1.5) or _named_by_year(left, right, parts)
    else:
        enough = total >= SAME and support >= (1.5 if left.damaged or right.damaged else 0.7)
    return "same" if enough else "look"


def _named_by_year(left: Record, right: Record, parts: Sequence[Part]) -> bool:
    """Whether both are ``Geiger 1964``: short forms of a work that is nowhere cited in full."""
    agreed = {part.field for part in parts if part.weight > 0}
    short = all(one.form == "short" and not one.title.main and not one.title.translation for one in (left, right))
    return short and {"author", "date"} <= agreed
