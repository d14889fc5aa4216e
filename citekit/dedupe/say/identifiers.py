"""What identifiers say: DOI, PMID, document symbol, address, ISBN, and the publisher's name."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from citekit.dedupe.comparison import Part
from citekit.dedupe.record import Record

_DECISIVE = (("doi", "DOI", 3.5), ("pmid", "PMID", 3.5), ("symbol", "document symbol", 4.0))


def say(left: Record, right: Record) -> Iterator[Part]:
    """The parts of all identifiers that both have."""
    for field, name, weight in _DECISIVE:
        ours, theirs = getattr(left, field), getattr(right, field)
        if ours and theirs:
            if ours == theirs:
                yield Part(field, weight, f"the same {name}")
            else:
                yield Part(field, -2.2, f"{name} {ours} and {theirs}", veto=True)
    if left.url and left.url == right.url:
        yield Part("url", 1.5, "the same address")
    if left.isbn and right.isbn:
        yield Part("isbn", 1.0, "the same") if left.isbn & right.isbn else Part("isbn", -0.3, "another")
    if left.publisher and right.publisher:
        ratio = fuzz.partial_ratio(left.publisher, right.publisher)
        yield Part("publisher", 0.5, "the same") if ratio > 85 else Part("publisher", -0.2, "another")
