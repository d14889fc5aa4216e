"""Several earlier works narrowed down: by the title printed with the short form, by its year, by a name given there."""

from __future__ import annotations

import re

from citekit.language.agree import dates_agree, squeeze
from citekit.model import Citation
from citekit.resolve.past import Past
from citekit.resolve.titles import GRADES, repeats
from citekit.resolve.verdict import Case

_PARTS = re.compile(r"[\[\](),;“”„\"‘’]")


def by_title(title: str, works: list[Citation]) -> list[Citation]:
    """The works whose title is repeated in the surest way there is; none where none is."""
    graded = [(repeats(title, work), work) for work in works]
    best = next((grade for grade in GRADES if any(found == grade for found, _ in graded)), "")
    return [work for found, work in graded if best and found == best]


def narrow(case: Case, works: list[Citation]) -> list[Citation]:
    """The works that the title, then the date, then the words before the short form leave."""
    title, date = case.citation.text("title"), case.citation.text("date")
    if title:
        works = by_title(title, works)
    if len(works) > 1 and date:
        works = [work for work in works if dates_agree(date, work.text("date")) == "same"] or works
    if len(works) > 1 and not title:
        works = _by_words_before(case, works) or nicknamed(case, works) or works
    return works


def _by_words_before(case: Case, works: list[Citation]) -> list[Citation]:
    """The works whose title stands unread before the word: ``POSNER [THE ECONOMICS OF JUSTICE], supra note 2``."""
    parts = (part.strip() for part in _PARTS.split(case.clue.head))
    found = (by_title(part, works) for part in parts if " " in part)
    return next((fitting for fitting in found if fitting), [])


def _passage(citation: Citation, past: Past) -> str:
    """A citation with the words that follow it up to the next one: ``… (1997) (the Dearing report)``."""
    note = past.note_of(citation)
    if note is None or not note.text:
        return citation.raw
    later = [other.span[0] for other in past.in_note(note.id) if other.span[0] > citation.span[0]]
    return note.text[citation.span[0] : min(later, default=len(note.text))]


def nicknamed(case: Case, works: list[Citation]) -> list[Citation]:
    """The works that are called so where they are cited: ``Dearing`` after ``(the Dearing report)``."""
    names = [name.display for name in case.clue.names] or [case.clue.head]
    wanted = [squeeze(name) for name in names if len(squeeze(name)) > 3]
    return [work for work in works if wanted and all(name in squeeze(_passage(work, case.past)) for name in wanted)]
