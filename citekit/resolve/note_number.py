"""By note number: ``supra note 12``, ``n. 8``, ``(FN 12)``, ``wie Anm. 4``, ``前引注12``, ``见注12``."""

from __future__ import annotations

from citekit.model import Citation
from citekit.resolve.named import author_before, named, who
from citekit.resolve.narrow import narrow, nicknamed
from citekit.resolve.verdict import Answer, Case, Refusal, Verdict, keys, listed


def forward(case: Case) -> Verdict | None:
    """``infra note 70``: what stands further down is not taken."""
    own = case.past.note_of(case.citation)
    ahead = own is not None and own.number is not None and any(number > own.number for number in case.clue.numbers)
    if case.clue.kind != "infra" and not ahead:
        return None
    note = f"note {case.clue.numbers[0]}" if case.clue.numbers else "what comes later"
    return Refusal("RS007", f"it points forward, to {note}", mild=True)


def _cited_in(case: Case) -> list[Citation] | Refusal:
    """The works of the notes named, or why there are none."""
    own = case.past.note_of(case.citation)
    works: list[Citation] = []
    for number in case.clue.numbers:
        note = case.past.places.numbered(number, own)
        if note is None:
            return Refusal("RS006", f"there is no note {number}")
        if note.status == "missing":
            return Refusal("RS006", f"note {number} is lost")
        works += case.past.works(case.past.in_note(note.id))
    if not works:
        return Refusal("RS006", f"note {listed(map(str, case.clue.numbers))} cites nothing")
    return works


def _elsewhere(case: Case, works: list[Citation]) -> Verdict:
    """The note named holds nothing by the author named: the author's only work, if there is one, is probably meant."""
    names = named(case)
    others = narrow(case, case.past.works(case.past.by(names)))
    number = listed(map(str, case.clue.numbers))
    if not others and len(works) == 1:
        reason = f"it names note {number}, whose only work is {works[0].key}, though nothing there says {who(names)}"
        return Answer(works[0], "note-number", reason, probable=True, doubt="RS009")
    if len(others) != 1:
        reason = f"note {number} cites nothing by {who(names)}; it cites {listed(keys(works))}"
        return Refusal("RS008", reason, keys(others) or keys(works))
    reason = f"note {number} cites nothing by {who(names)}, whose only fitting work before is {others[0].key}"
    return Answer(others[0], "note-number", reason, probable=True, doubt="RS008")


def _narrowed(case: Case, works: list[Citation]) -> list[Citation]:
    """The works of the note that fit the name and the title given."""
    names = named(case)
    if not names:
        return nicknamed(case, works) if case.clue.head and not case.citation.text("title") else narrow(case, works)
    theirs = {citation.key for citation in case.past.works(case.past.by(names))}
    fitting = [work for work in works if work.key in theirs] or nicknamed(case, works)
    return narrow(case, fitting) or fitting


def _first_cited_there(case: Case, works: list[Citation]) -> list[Citation]:
    """Of several works those that the note cites itself, not by a short form for an earlier note."""
    own = case.past.note_of(case.citation)
    named_notes = {note.id for number in case.clue.numbers if (note := case.past.places.numbered(number, own))}
    return [work for work in works if work.note in named_notes] or works


def by_note_number(case: Case) -> Verdict | None:
    """The citation in the note named; of several the one whose author or title is given."""
    if not case.clue.numbers:
        return None
    works = _cited_in(case)
    if isinstance(works, Refusal):
        return works
    number = listed(map(str, case.clue.numbers))
    fitting = _narrowed(case, works)
    if not fitting and named(case):
        return _elsewhere(case, works)
    fitting = _first_cited_there(case, fitting or works)
    if len(fitting) > 1:
        reason = f"note {number} cites several works: {listed(keys(fitting))}"
        return Refusal("RS004", reason, keys(fitting))
    return Answer(fitting[0], "note-number", f"it names note {number}, which cites {fitting[0].key}")


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
