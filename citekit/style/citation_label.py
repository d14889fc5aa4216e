"""The label of an item for styles of the kind "[Doe65]": four letters of one author, two or one of each of several."""

from __future__ import annotations

from citekit.style.item import NAMES, Item
from citekit.style.person import Person


def citation_label(item: Item) -> str:
    """``Doe65``, ``RoNo78``, ``DEFG26``; the item's own ``citation-label`` when it has one."""
    own = item.text("citation-label")
    if own:
        return own
    people = item.names("author") or next((item.names(name) for name in sorted(NAMES) if item.names(name)), ())
    families = [_letters(person) for person in people[:4]]
    width = {0: 0, 1: 4, 2: 2}.get(len(families), 1)
    letters = "".join(family[:width] for family in families)
    issued = item.date("issued")
    year = f"{abs(issued.start.year) % 100:02}" if issued and issued.start else ""
    return letters + year


def _letters(person: Person) -> str:
    return (person.family or person.literal).replace(" ", "")
