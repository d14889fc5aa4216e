"""``ders.``, ``dies.``, ``idem`` before a new title, a dash in a list: the author before, and another work."""

from __future__ import annotations

from citekit.language.repeated import repeated_author
from citekit.resolve.named import author_before
from citekit.resolve.verdict import Answer, Case, Refusal, Verdict


def same_author(case: Case) -> Verdict | None:
    """``ders., Recht, Köln 1980``: another work by the author of the citation before."""
    another = case.citation.text("title") or case.citation.text("publisher") or case.citation.text("date")
    if case.clue.kind != "idem" or not another:
        return None
    before = author_before(case)
    if before is None:
        return Refusal("RS003", "no author is named just before it", relation="author")
    reason = f"its author is that of the citation before, {before.key}"
    return Answer(before, "idem", reason, relation="author")


def dashed(case: Case) -> Verdict | None:
    """``———. Worlds at War. 2011.`` in a list of references: the author of the entry before."""
    entry = case.past.places.entry(case.citation.note)
    if entry is None or case.citation.names("author") or not repeated_author(entry.text):
        return None
    above = case.past.places.entry_before(entry.id)
    before = next(iter(case.past.in_note(above.id)), None) if above else None
    if before is None:
        return Refusal("RS003", "no entry stands before it whose author the dash could repeat", relation="author")
    reason = f"its dash stands for the author of the entry before, {before.key}"
    return Answer(before, "dash", reason, relation="author")
