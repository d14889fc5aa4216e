"""Repairs put into a text: each in its place, none over another, all else to the byte as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from citekit.check.registry import BY_CODE
from citekit.model import Finding

_ROUNDS = 10
"""One repair may lay open the next; so many times at most."""


def is_made(finding: Finding, *, offered: bool) -> bool:
    """Whether a finding's repair is made: a safe one, and with ``offered`` one that wants a look as well."""
    rule = BY_CODE.get(finding.code)
    wanted = ("safe", "offered") if offered else ("safe",)
    return bool(rule and rule.fix in wanted and finding.fix is not None and finding.span and finding.note is None)


def repaired(text: str, findings: Iterable[Finding]) -> str:
    """The text with the repairs of findings; of two that overlap the first is made."""
    pieces, at = [], 0
    for start, end, fix in sorted(
        (*finding.span, finding.fix) for finding in findings if finding.span and finding.fix is not None
    ):
        if start >= at:
            pieces += [text[at:start], fix]
            at = end
    return "".join([*pieces, text[at:]])


def mended(text: str, find: Callable[[str], Sequence[Finding]], *, offered: bool) -> str:
    """The text with every repair made that is to be made, and what these lay open; ``find`` checks a text."""
    for _ in range(_ROUNDS):
        now = repaired(text, (finding for finding in find(text) if is_made(finding, offered=offered)))
        if now == text:
            return text
        text = now
    return text
