"""By note number: ``supra note 12``, ``n. 8``, ``(FN 12)``, ``wie Anm. 4``, ``前引注12``, ``见注12``."""

from __future__ import annotations

from citekit.model import Citation, Note
from citekit.resolve.named import named, who
from citekit.resolve.narrow import narrow, nicknamed
from citekit.resolve.verdict import Answer, Case, Refusal, Verdict, keys, listed


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
    there = {note.id for note in _notes(case)}
    return [work for work in works if work.note in there] or works


def _notes(case: Case) -> list[Note]:
    """The notes named, as far as they are there."""
    own = case.past.note_of(case.citation)
    return [note for number in case.clue.numbers if (note := case.past.places.numbered(number, own))]


def _unsure(case: Case, target: Citation) -> bool:
    """Whether a part of the note is lost and nothing but its number is given, or it is only probable itself."""
    cut = any(note.gaps for note in _notes(case)) and not named(case) and not case.citation.text("title")
    cited = (citation.reference for note in _notes(case) for citation in case.past.in_note(note.id))
    pointing = (one for one in cited if one and one.target == target.key)
    return cut or any(one.certainty == "probable" for one in pointing)


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
    reason = f"it names note {number}, which cites {fitting[0].key}"
    unsure = _unsure(case, fitting[0])
    return Answer(fitting[0], "note-number", reason, probable=unsure, doubt="RS009" if unsure else "")
