"""``ders.``, ``dies.``, ``idem`` before a new title: the author of the citation before, and another work."""

from __future__ import annotations

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
