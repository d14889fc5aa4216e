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

STEPS: tuple[Step, ...] = (
    parse_notes,  # notes → citations with labelled spans
    recall_citations,  # what a reference manager stored in them, exactly
    resolve,  # short forms, ibid. → the citation that is meant
    gather_works,  # citations → works
    recall_works,  # all that the stored records say of them
)


def steps(key_pattern: str) -> tuple[Step, ...]:
    """The same order, works named by a pattern of one's own."""
    named = partial(gather_works, pattern=key_pattern)
    return tuple(named if step is gather_works else step for step in STEPS)


def run(document: Document, steps: tuple[Step, ...] = STEPS, after: Callable[[], None] = lambda: None) -> Library:
    """A document as read → a library: its readings, works and findings; ``after`` is called after each step."""
    library = Library(document=document)
    for step in steps:
        library = step(library)
        after()
    return library
