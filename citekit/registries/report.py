"""What registries say of a work, as findings: one for the verdict, one for each field that could be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from citekit.model import Finding, Severity, Span, Work
from citekit.registries.checked import Checked, Difference, Verdict
from citekit.registries.differ import NAMES


class Spot(NamedTuple):
    """Where a work stands in its file: a stretch of the text, or of the note."""

    span: Span | None = None
    note: str | None = None
    text: str = ""


_CODES: dict[Verdict, tuple[str, Severity]] = {
    "differs": ("RG001", "warning"),
    "not-found": ("RG002", "warning"),
    "retracted": ("RG003", "error"),
    "corrected": ("RG004", "warning"),
    "published": ("RG005", "info"),
    "unchecked": ("RG006", "info"),
}
_HELP = {
    "RG001": "Compare the work itself: a registry can be wrong too.",
    "RG002": "Absence proves nothing: look at spelling, year and kind of work, or search a library catalogue.",
    "RG003": "Say in the citation that it was retracted, or do without it.",
    "RG004": "Read the notice, and cite it where it matters.",
    "RG005": "Cite the published version where that is what was used.",
    "RG006": "Look it up by hand, or ask again later.",
}


def findings_of(checked: Checked, work: Work, spot: Spot, *, fill: bool) -> Iterator[Finding]:
    """The findings of a work; none for one that is as it is registered."""
    if checked.verdict in _CODES:
        code, severity = _CODES[checked.verdict]
        label = _label(work)
        said = f"{label}: {_said(checked)}."
        yield Finding(
            code, said, severity, spot.note, work.key or None, spot.span, spot.text, help=_help(code, checked)
        )
    if fill:
        for one in checked.fills:
            yield _fill(one, checked, work, spot)


def _said(checked: Checked) -> str:
    told = "; ".join(map(_difference, checked.differences))
    return f"{checked.reason}: {told}" if told and checked.verdict == "differs" else checked.reason


def _difference(one: Difference) -> str:
    name = NAMES.get(one.field, one.field)
    return f"the {name} is cited as “{one.cited}” and registered as “{one.registered}”"


def _help(code: str, checked: Checked) -> str:
    doi = checked.candidate.doi if checked.candidate else ""
    return f"{_HELP[code]} The record: https://doi.org/{doi}." if doi else _HELP[code]


def _fill(one: Difference, checked: Checked, work: Work, spot: Spot) -> Finding:
    name = NAMES.get(one.field, one.field)
    registry = checked.candidate.registry if checked.candidate else "a registry"
    return Finding(
        "RG007",
        f"{_label(work)}: {registry} has a {name} for it, {one.registered}.",
        "info",
        spot.note,
        work.key or None,
        spot.span,
        spot.text,
        help="--fix takes it over; nothing is taken over unasked.",
        fix=f"{one.field} = {{{one.registered}}}",
    )


def _label(work: Work) -> str:
    """What a person knows the work by."""
    title = work.title.display
    return work.key or (title if len(title) <= 60 else f"{title[:59]}…")
