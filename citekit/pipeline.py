"""The order of the steps, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from citekit.dedupe import gather_works
from citekit.model import Document, Library
from citekit.parse import parse_notes
from citekit.recall import recall_citations, recall_works
from citekit.resolve import resolve

Step: TypeAlias = Callable[[Library], Library]


def find_emendations(library: Library) -> Library:
    """The library with what may be wrong with its romanised strings, see :mod:`citekit.romanise.emend.find`."""
    from citekit.romanise.emend import find_emendations as find  # noqa: PLC0415 - not every run asks for it

    return find(library)


def make_emendations(library: Library) -> Library:
    """The library with the harmless emendations made, see :mod:`citekit.romanise.emend.make`."""
    from citekit.romanise.emend import make_emendations as make  # noqa: PLC0415 - not every run asks for it

    return make(library)


STEPS: tuple[Step, ...] = (
    parse_notes,  # notes → citations with labelled spans
    recall_citations,  # what a reference manager stored in them, exactly
    resolve,  # short forms, ibid. → the citation that is meant
    find_emendations,  # romanised strings → what may be wrong with them
    gather_works,  # citations → works, as printed
    recall_works,  # all that the stored records say of them
    make_emendations,  # what is harmless or was accepted → the works
)

AS_PRINTED: tuple[Step, ...] = (parse_notes, recall_citations, resolve, gather_works, recall_works)
"""The steps for a run that asks nothing of romanised strings, and so needs no list of words."""


def steps(
    key_pattern: str | None = None,
    find: Step | None = find_emendations,
    make: Step | None = make_emendations,
) -> tuple[Step, ...]:
    """The same order: works named by a pattern of one's own, emendations found and made in one's own way or not."""
    named = gather_works if key_pattern is None else partial(gather_works, pattern=key_pattern)
    own: dict[Step, Step | None] = {gather_works: named, find_emendations: find, make_emendations: make}
    return tuple(wanted for step in STEPS if (wanted := own.get(step, step)))


def run(document: Document, steps: tuple[Step, ...] = AS_PRINTED, after: Callable[[], None] = lambda: None) -> Library:
    """A document as read → a library: its readings, works and findings; ``after`` is called after each step."""
    library = Library(document=document)
    for step in steps:
        library = step(library)
        after()
    return library
