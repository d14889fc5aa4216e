"""An emendation as a finding: what a person reads of it, and where it stands."""

from __future__ import annotations

from citekit.model import Emendation, Finding, Severity
from citekit.romanise.emend.strings import RomanisedString, spot

SEVERITY: dict[str, Severity] = {
    "error": "warning",
    "orthography": "warning",
    "suspect": "warning",
    "style": "info",
    "proposal": "info",
}
_SHOWN = 4  # candidates in a line of help


def finding_of(one: Emendation, string: RomanisedString | None, source: str) -> Finding:
    """The finding of an emendation; ``string`` is the one that it stands in, ``source`` the text of the document."""
    return Finding(
        one.code,
        one.reason,
        "info" if one.made else SEVERITY[one.sort],
        note=string.note if string else None,
        citation=one.citation,
        span=spot(string, *one.span, source) if string else None,
        text=one.printed,
        help=_help(one),
        fix=one.new,
    )


def _help(one: Emendation) -> str:
    if one.made and one.decision:
        return "accepted: the record has it, and the printed form is kept among its variants"
    if one.made:
        return f"put right here; --reject {one.code} keeps what is printed"
    if one.decision == "accept":
        return "accepted, but the record has this in another form already: nothing is changed"
    parts = []
    if one.candidates:
        shown = ", ".join(one.candidates[:_SHOWN]) + (" …" if len(one.candidates) > _SHOWN else "")
        parts.append(f"perhaps {shown}")
    if one.new is not None:
        parts.append(f"--apply {one.code} makes the change")
    return "; ".join(parts)
