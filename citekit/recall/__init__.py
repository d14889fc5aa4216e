"""Citations that a reference manager stored in a note → citations and works as they were recorded, nothing parsed."""

from __future__ import annotations

from citekit.model import Library

__all__ = ["recall_citations", "recall_works"]


def recall_citations(library: Library) -> Library:
    """The library with the citations that a reference manager stored, as they were recorded.

    Everything else stays as it was parsed; citations are numbered anew in their notes. A record cited again points
    back to its first citation. Where print and record differ a finding says so.
    """
    if not any(note.stored for note in library.document.passages):
        return library
    from citekit.recall.citations import recalled  # noqa: PLC0415 - few files have any, and records need the writers
    from citekit.recall.keys import with_records  # noqa: PLC0415 - the same

    return recalled(with_records(library))


def recall_works(library: Library) -> Library:
    """The library with each work that has a stored record made of it; keys, places and variants stay."""
    if not any(citation.record for citation in library.citations):
        return library
    from citekit.recall.works import recalled  # noqa: PLC0415 - the same

    return recalled(library)
