"""Decisions laid on emendations: what is decided, what is a change of the user's own, what finds nothing any more."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Emendation, Finding
from citekit.romanise.emend.decisions import Decision, as_words, plain
from citekit.romanise.emend.strings import RomanisedString

_OWN = "decision"
"""The rule of a change that no rule but the user's own row proposes."""


def decided(
    emendations: Sequence[Emendation], decisions: Sequence[Decision], strings: Sequence[RomanisedString]
) -> tuple[tuple[Emendation, ...], tuple[Finding, ...]]:
    """The emendations with what was decided of them, those of the user's own behind, and the findings of stale rows."""
    known = list(emendations)
    by_where: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(known):
        by_where[one.where].append(place)
    printed: defaultdict[str, list[RomanisedString]] = defaultdict(list)
    for string in strings if decisions else ():
        printed[string.place].append(string)
    findings: list[Finding] = []
    for decision in decisions:
        here = by_where[decision.where]
        places = [place for place in here if decision.fits(known[place]) and _is_meant(known[place], decision)]
        for place in places:
            known[place] = _with(known[place], decision)
        own = [] if places else [one for string in printed[decision.where] for one in _own(string, decision)]
        known += own if decision.decision == "accept" else []
        if not places and not own:
            findings.append(_stale(decision))
    return tuple(known), tuple(findings)


def _is_meant(one: Emendation, decision: Decision) -> bool:
    """Of several proposals for the characters of a title a row means its own."""
    return not one.field.endswith("_original") or one.new == decision.new


def _with(one: Emendation, decision: Decision) -> Emendation:
    """The emendation as it was decided; where the row has another form than was proposed, that one is put."""
    span, old, new = as_words(one)
    if decision.decision == "reject" or plain(new or "") == decision.new:
        return replace(one, decision=decision.decision)
    reason = f"{old} is {decision.new} by decision."
    own = replace(one, span=span, old=old, new=decision.new, decision="accept", rule=_OWN, reason=reason)
    return replace(own, evidence=(decision.source,), confidence=1.0)


def _own(string: RomanisedString, decision: Decision) -> list[Emendation]:
    """The changes of a row that nothing proposes: the word, or the words, where the string has them."""
    field = decision.field.removesuffix("_original")
    if string.place != decision.where or (field and field != string.field):
        return []
    if decision.printed and plain(decision.printed) != plain(string.text):
        return []
    if decision.field.endswith("_original"):
        whole = plain(string.text) == plain(decision.old)
        return [_emendation(string, decision, (0, len(string.text)))] if whole else []
    words = r"\s+".join(map(re.escape, decision.old.split()))
    found = re.finditer(rf"(?<!\w){words}(?!\w)", string.text)
    return [_emendation(string, decision, one.span()) for one in found]


def _emendation(string: RomanisedString, decision: Decision, span: tuple[int, int]) -> Emendation:
    old, characters = string.text[slice(*span)], decision.field.endswith("_original")
    return Emendation(
        code="PY030" if characters else "PY020",
        where=string.place,
        field=f"{string.field}_original" if characters else string.field,
        printed=string.text,
        span=span,
        old=old,
        new=decision.new,
        rule=_OWN,
        reason=f"{plain(old)} is {decision.new} by decision.",
        evidence=(decision.source,),
        sort="proposal" if characters else "error",
        citation=string.citation,
        decision=decision.decision,
    )


def _stale(decision: Decision) -> Finding:
    place = f"{decision.where}, {decision.field}" if decision.field else decision.where
    return Finding(
        "PY104",
        f"{decision.source}: {place} has no “{decision.old}” any more; the row decides nothing.",
        "warning" if decision.decision == "accept" else "info",
        text=decision.printed or decision.old,
        help="Take the row out, or put its place and its old form right.",
    )
