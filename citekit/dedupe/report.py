"""What gathering works brings to light, as findings."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.dedupe.glosses import Gloss, Glosses
from citekit.dedupe.spelling import spellings_agree
from citekit.dedupe.variants import Difference
from citekit.model import Citation, Finding, Work

_NAMES = {
    "container": "container",
    "publisher": "publisher",
    "body": "body",
    "title_translation": "translated title",
    "title_original": "original title",
}


def _about(citation: Citation, name: str, text: str) -> tuple[tuple[int, int] | None, str]:
    """Where a field stands, and its words."""
    entry = citation.fields.get(name)
    return (entry.evidence.span if entry else None), text


def differing(work: Work, difference: Difference) -> Finding:
    """A value of one work printed in two ways: two spellings are a notice, two values a warning."""
    citation = difference.citation
    span, text = _about(citation, difference.field, difference.printed)
    what = _NAMES.get(difference.field, difference.field.replace("_", " "))
    verb = "spelt" if difference.spelling else "given as"
    message = (
        f"The {what} “{difference.printed}” in {citation.key} is {verb} “{difference.held}” elsewhere; "
        f"{work.key} keeps both."
    )
    return Finding(
        code="DU001" if difference.spelling else "DU002",
        message=message,
        severity="info" if difference.spelling else "warning",
        note=citation.note,
        citation=citation.key,
        span=span,
        text=text,
        help="See which spelling is right."
        if difference.spelling
        else "See whether they are one work, and what is right.",
    )


def _gloss_field(gloss: Gloss) -> str:
    return "author" if gloss.kind == "body" else f"{gloss.kind}_{gloss.face}"


def glossed_twice(first: Gloss, other: Gloss) -> Finding:
    """A name glossed in two ways."""
    spelling = spellings_agree(first.text, other.text) == "near"
    span, text = _about(other.citation, _gloss_field(other), other.text)
    return Finding(
        code="DU003",
        message=(
            f"“{other.name}” is glossed “{other.text}” in {other.citation.key} and “{first.text}” in "
            f"{first.citation.key}; both stay, and works without a gloss take the first."
        ),
        severity="info",
        note=other.citation.note,
        citation=other.citation.key,
        span=span,
        text=text,
        help="One of them is a misprint." if spelling else "See whether they are one periodical, publisher or body.",
    )


def torn(citation: Citation, fits: Sequence[Citation]) -> Finding:
    """A citation that would tie works together which contradict each other."""
    keys = " and ".join(one.key for one in fits)
    return Finding(
        code="DU004",
        message=f"{citation.key} fits {keys}, which are different works; it is kept as a work of its own.",
        severity="warning",
        note=citation.note,
        citation=citation.key,
        span=citation.span,
        text=citation.raw,
        help="See which of them it cites, and give it the same date, volume or pages.",
    )


def findings_of(
    works: Sequence[tuple[Work, Sequence[Difference]]],
    glosses: Glosses,
    doubts: Sequence[tuple[Citation, Sequence[Citation]]],
) -> tuple[Finding, ...]:
    """All findings of a gathering, work by work, then the glosses, then what could not be placed."""
    return (
        *(differing(work, one) for work, found in works for one in found),
        *(glossed_twice(first, other) for first, other in glosses.differing),
        *(torn(citation, fits) for citation, fits in doubts),
    )
