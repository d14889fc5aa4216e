"""One record as a style prints it: its note, the note that follows, a later one, and the entry of the bibliography."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.restyle.desk import Desk
from citekit.style.context import FIRST, IBID, SUBSEQUENT, Cite
from citekit.style.node import Span
from citekit.style.positions import Cluster, Place

_KINDS = (("note", FIRST), ("short note", SUBSEQUENT), ("ibid.", IBID))
"""What is shown of a style for notes; a style for citations in the text has one form."""


def preview(desk: Desk, identity: str, locator: str = "") -> Iterator[tuple[str, Span]]:
    """What is printed of the item, each with its kind: ``note``, ``short note``, ``ibid.``; ``citation``; ``entry``."""
    processor = desk.processor
    cluster = Cluster((Cite(identity, locator=locator),), 1)
    kinds = _KINDS if processor.style.is_note else (("citation", FIRST),)
    for kind, position in kinds:
        yield kind, processor.cluster(cluster, [Place(position, first_note=1)])
    for entry in processor.bibliography():
        if entry.id == identity:
            yield "entry", entry.tree
