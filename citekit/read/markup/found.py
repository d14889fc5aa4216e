"""A note as a file holds it, before it has its place in a document."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.read.markup.prose import Prose


@dataclass(frozen=True, slots=True)
class Found:
    """A note as a file holds it.

    ``number`` is None for a label that is none; ``prose`` is None where the file calls the note and does not hold it;
    ``places`` are the offsets in the body at which it is called, none where nothing calls it. ``restarts`` tells that
    the count begins anew with it, ``because`` why it is taken for a note.
    """

    label: str
    number: int | None
    kind: str = "foot"
    prose: Prose | None = None
    places: tuple[int, ...] = ()
    restarts: bool = False
    because: str = ""
