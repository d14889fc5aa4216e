"""What is said where a style cannot have its way: citations left as printed, works without an entry, mended records."""

from __future__ import annotations

from collections.abc import Collection

from citekit.model import Citation, Finding, Work
from citekit.style.mend import Repair


def left_as_printed(citation: Citation, works: Collection[str]) -> Finding:
    """A citation that stays as the source prints it; ``works`` are the keys of the works that the style can cite."""
    if citation.damaged:
        why = "a part of it is lost"
    elif citation.work is None:
        why = "which work it means is not known"
    elif citation.work not in works:
        why = "too little of its work is known for this style"
    else:
        why = "it has words that are in no field"
    return Finding(
        "ST001",
        f"A citation in note {citation.note} stays as it was printed: {why}.",
        note=citation.note,
        citation=citation.key,
        span=citation.span,
        text=citation.raw,
        help="Set it by hand, from the printed paper or from the work itself.",
    )


def without_entry(work: Work, style: str) -> Finding:
    """A work that the bibliography of a style leaves out."""
    where = work.cited[0].note if work.cited else None
    return Finding(
        "ST002",
        f"{style} prints no entry for {work.key}.",
        "info",
        note=where,
        citation=work.cited[0].citation if work.cited else None,
        text=work.title.display or work.key,
        help="Where the work should be listed, give it a type, or the publisher, number or address that it has.",
    )


def mended(repair: Repair) -> Finding:
    """A record that was mended before it was styled."""
    message = f"{repair.id}: {repair.message}" if repair.id else repair.message
    return Finding("ST003", message, repair.level, text=repair.was, help="Put it right in the library.")
