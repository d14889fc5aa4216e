"""An outcome of a link as findings: one for its verdict where there is something to say, one for each remark."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.model import Finding, Severity
from citekit.online.archive.copy import Copy
from citekit.online.links import Outcome
from citekit.online.links.link import Reason, Remark

_SAYS_NONE = frozenset({"soft-404", "home-page", "empty"})
_WALLS = frozenset({"login", "forbidden", "cookie-wall", "robot-check", "too-many"})
_REMARKS: dict[Remark, tuple[str, Severity]] = {
    "joined": ("UR009", "info"),
    "trimmed": ("UR010", "warning"),
    "fragment": ("UR007", "warning"),
    "not-looked-for": ("UR007", "info"),
}


def findings_of(outcome: Outcome) -> tuple[Finding, ...]:
    """The findings of an outcome.

    None for an address that is well, and none where the network is down: that is one sentence and not one for each.
    """
    if outcome.result.reason == "network-down":
        return ()
    return (*_of_verdict(outcome), *_of_remarks(outcome))


def _of_verdict(outcome: Outcome) -> Iterator[Finding]:
    result = outcome.result
    code = _code(outcome)
    if code:
        message = f"{outcome.url}: {result.message}."
        yield _finding(outcome, code, message, _severity(outcome), _help(outcome), result.proposed or None)


def _of_remarks(outcome: Outcome) -> Iterator[Finding]:
    for name, text in outcome.result.remarks:
        code, severity = _REMARKS[name]
        fix = outcome.url if name == "trimmed" else None
        yield _finding(outcome, code, f"{outcome.url}: {text}.", severity, "", fix)


def _finding(  # noqa: PLR0913, PLR0917 - the parts of a finding
    outcome: Outcome, code: str, message: str, severity: Severity, advice: str, fix: str | None
) -> Finding:
    link = outcome.link
    return Finding(
        code,
        message,
        severity,
        note=link.note,
        citation=link.key or None,
        span=link.span,
        text=link.printed,
        line=link.line,
        help=advice,
        fix=fix,
    )


def _code(outcome: Outcome) -> str:
    """The code of the finding that a verdict is; empty for one that is well."""
    verdict, reason = outcome.result.verdict, outcome.result.reason
    if verdict == "alive":
        return ""
    if verdict == "moved":
        return "UR002"
    if reason == "unregistered":
        return "UR012"
    if reason in _SAYS_NONE:
        return "UR005"
    if verdict == "dead":
        return "UR001"
    if verdict == "unchecked":
        return "UR011"
    return _DOUBTS.get(reason, "UR006" if reason in _WALLS else "UR003")


_DOUBTS: dict[Reason, str] = {"tls": "UR004", "media-type": "UR008"}


def _severity(outcome: Outcome) -> Severity:
    if outcome.result.verdict == "dead":
        return "error"
    return "info" if outcome.result.verdict == "unsure" and outcome.result.reason in _WALLS else "warning"


def _help(outcome: Outcome) -> str:
    """What to do: the address to cite instead, the copy in an archive."""
    parts = []
    if outcome.result.proposed:
        parts.append(f"cite {outcome.result.proposed}")
    if outcome.copy:
        parts.append(f"archive_url = {{{outcome.copy.url}}}, {_made(outcome.copy)}")
    elif outcome.archive_trouble:
        parts.append(f"whether an archive has a copy is not known: {outcome.archive_trouble}")
    elif outcome.result.verdict == "dead" and outcome.link.sort == "url":
        parts.append("no archive that was asked has a copy" if outcome.was_looked_for else "")
    return "; ".join(filter(None, parts))


def _made(copy: Copy) -> str:
    """When a copy was made, and how far from the day that was wanted."""
    if copy.gap is None:
        return f"made on {copy.date}"
    if copy.gap == 0:
        return f"made on {copy.date}, the day it was read"
    days = f"{abs(copy.gap)} day{'s' if abs(copy.gap) > 1 else ''}"
    return f"made on {copy.date}, {days} {'after' if copy.gap > 0 else 'before'} the date of the citation"
