"""What is said where a style cannot have its way: citations left as printed, works without an entry, mended records."""

from __future__ import annotations

from citekit.model import Citation, Finding, Work
from citekit.style.mend import Repair


def left_as_printed(citation: Citation, *, known: bool) -> Finding:
    """A citation that stays as the source prints it: a part of it is lost, its work is not known or has no print."""
    meant = "the style prints nothing of its work" if known else "which work it means is not known"
    why = "a part of it is lost" if citation.damaged else meant
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
