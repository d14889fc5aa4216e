"""The authority list as the search for misprints asks it: names that a name is, or that lie near."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.romanise.authority import Authorities, shipped
from citekit.romanise.misprints.listed import Known, Lookup

_FACES = frozenset({"romanised", "alalc", "variant"})


def known_names(authorities: Authorities | None = None) -> Lookup:
    """A look-up of Chinese names in an authority list, else in the one that comes with citekit."""

    def lookup(name: str) -> Iterator[Known]:
        for match in (authorities or shipped()).find(name):
            if match.authority.language == "zh" and match.face in _FACES and match.printed.isascii():
                printed = match.authority.romanised if match.face == "alalc" else match.printed
                yield Known(printed, match.authority.characters)

    return lookup
