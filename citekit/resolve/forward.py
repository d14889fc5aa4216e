"""What points further down the paper is left alone: references go backwards only."""

from __future__ import annotations

from citekit.resolve.verdict import Case, Refusal, Verdict


def forward(case: Case) -> Verdict | None:
    """``infra note 70``: what stands further down is not taken."""
    own = case.past.note_of(case.citation)
    ahead = own is not None and own.number is not None and any(number > own.number for number in case.clue.numbers)
    if case.clue.kind != "infra" and not ahead:
        return None
    note = f"note {case.clue.numbers[0]}" if case.clue.numbers else "what comes later"
    return Refusal("RS007", f"it points forward, to {note}", mild=True)
