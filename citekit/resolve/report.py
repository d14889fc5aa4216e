"""Verdicts as findings: every refusal is one, and so is every answer that a person should look at."""

from __future__ import annotations

from citekit.model import Citation, Finding
from citekit.resolve.verdict import Answer, Refusal, listed, quoted

_HELP = {
    "RS001": "See which of them is meant, and cite it by name.",
    "RS002": "Find the lost note, or see which work is meant.",
    "RS003": "Look for the full citation, and see whether it stands in a lost note or a list of references.",
    "RS004": "See which of them is meant.",
    "RS005": "See whether a lost note cites another work that fits.",
    "RS006": "See which note is meant.",
    "RS007": "Look the work up further down.",
    "RS008": "See whether the note number or the name is meant.",
    "RS009": "See whether they are one work.",
}


def _finding(citation: Citation, code: str, message: str, *, info: bool) -> Finding:
    return Finding(
        code=code,
        message=message,
        severity="info" if info else "warning",
        note=citation.note,
        citation=citation.key,
        span=citation.span,
        text=citation.raw,
        help=_HELP[code],
    )


def finding_of(citation: Citation, refusal: Refusal) -> Finding:
    """A refusal as a finding, its candidates named in the message."""
    unnamed = [key for key in refusal.candidates if key not in refusal.reason]
    candidates = f"; candidates: {listed(unnamed)}" if unnamed else ""
    message = f"{quoted(citation.raw)} is not resolved: {refusal.reason}{candidates}."
    return _finding(citation, refusal.code, message, info=refusal.mild)


def findings_about(citation: Citation, answer: Answer) -> tuple[Finding, ...]:
    """What is worth a look in an answer: lost notes in which another work may stand, and a doubt of the rule's own."""
    what = f"{quoted(citation.raw)} is taken for {answer.target.key}: {answer.reason}"
    findings = []
    if answer.doubt:
        findings.append(_finding(citation, answer.doubt, f"{what}.", info=answer.doubt == "RS009"))
    if answer.lost:
        notes = f"note{'s' * (len(answer.lost) > 1)} {', '.join(answer.lost)}"
        message = f"{what}; another work that fits may stand among the lost {notes}."
        findings.append(_finding(citation, "RS005", message, info=True))
    return tuple(findings)
