"""Ibid.: the citation just before, in this note or as the only work of the note before."""

from __future__ import annotations

from citekit.model import Citation, Note
from citekit.resolve.places import ends_lost, starts_lost
from citekit.resolve.verdict import Answer, Case, Refusal, Verdict, keys, listed


def in_this_note(case: Case) -> Citation | None:
    """The citation just before in the same note."""
    earlier = case.past.in_note(case.citation.note)
    return earlier[-1] if earlier else None


def _lost(note: Note, before: Note) -> str:
    """Why the citation just before may be lost, or the empty string."""
    if starts_lost(note):
        return f"the beginning of note {note.id} is lost"
    if before.status == "missing":
        return f"the note before, {before.id}, is lost"
    if ends_lost(before):
        return f"the end of the note before, {before.id}, is lost"
    return ""


def last_citing(case: Case) -> tuple[Note | None, int]:
    """The last note before that cites anything, and how many notes without citations lie between."""
    note = case.past.note_of(case.citation)
    before, skipped = (case.past.places.before(note), 0) if note else (None, 0)
    while before and before.status != "missing" and not ends_lost(before) and not case.past.in_note(before.id):
        before, skipped = case.past.places.before(before), skipped + 1
    return before, skipped


def _unsure(cited: Citation) -> bool:
    """Whether what a citation stands for is itself only probable."""
    return cited.reference is not None and cited.reference.certainty == "probable"


def _reason(what: str, cited: Citation, target: Citation) -> str:
    through = "" if cited.key == target.key else f", which is {target.key}"
    return f"it stands for {what}, {cited.key}{through}"


def previous(case: Case) -> Answer | Refusal:
    """The citation just before: certain, or refused after a note with several works and after a lost one."""
    earlier = in_this_note(case)
    if earlier is not None:
        target = case.past.target(earlier)
        reason = _reason("the citation just before in the same note", earlier, target)
        return Answer(target, "ibid", reason, probable=_unsure(earlier))
    note, (before, skipped) = case.past.note_of(case.citation), last_citing(case)
    if note is None or before is None:
        return Refusal("RS003", "nothing is cited before it")
    if lost := _lost(note, before):
        return Refusal("RS002", f"{lost}, and what it stands for with it")
    works = case.past.works(case.past.in_note(before.id))
    if len(works) > 1:
        reason = f"the note before, {before.id}, cites several works: {listed(keys(works))}"
        return Refusal("RS001", reason, keys(works))
    passed = "" if not skipped else f" that cites anything, {before.id}"
    cited = case.past.in_note(before.id)[-1]
    reason = _reason(f"the only work of the note before{passed}", cited, works[0])
    return Answer(
        works[0],
        "ibid",
        reason,
        probable=bool(skipped or before.gaps) or _unsure(cited),
        doubt="RS009" if skipped else "",
    )


def ibid(case: Case) -> Verdict | None:
    """``Ibid., p. 5``; ``Ebd.``; ``同上``; and ``op. cit.`` or ``loc. cit.`` where nobody is named."""
    if case.clue.kind in {"ibid", "loc-cit"}:
        return previous(case)
    if case.clue.kind != "op-cit":
        return None
    found = previous(case)
    if isinstance(found, Refusal):
        return found
    return Answer(found.target, "op-cit", f"it names nobody, and {found.reason}", probable=True, doubt=found.doubt)
