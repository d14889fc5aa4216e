"""The places that cite a work, in words: ``note 8, p. 44; note 50; reference 3``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from citekit.model import Place
from citekit.write.record import Record

_PLACE = re.compile(r"(?:note (?P<note>\S+?)|reference (?P<entry>\d+))(?:, (?P<words>pp?\. |at )(?P<locator>.+))?")
_ENTRY = re.compile(r"r(?P<number>\d+)")
"""The id of an entry of a list of references."""
_PAGES = re.compile(r"\d[\w.]*(?P<more>[-–,]\s*[\w.]+)*")


def tell(cited: Iterable[Place]) -> str:
    """The places in one line, page numbers marked as such, any other pinpoint after "at"."""
    return "; ".join(_tell(place) for place in cited if place.note)


def is_entry(place: Place) -> bool:
    """Whether a place is an entry of a list of references and no note."""
    return bool(_ENTRY.fullmatch(place.note))


def _tell(place: Place) -> str:
    entry = _ENTRY.fullmatch(place.note)
    where = f"reference {entry['number']}" if entry else f"note {place.note}"
    return f"{where}, {_words(place.locator)}{place.locator}" if place.locator else where


def _words(locator: str) -> str:
    pages = _PAGES.fullmatch(locator)
    if not pages:
        return "at "
    return "pp. " if pages["more"] else "p. "


def read(line: str) -> Record:
    """The places that a line tells, numbered, the citation named by custom (``n8.1``); {} where it tells other things.

    The first place is taken to cite in full, the rest to be short.
    """
    found: Record = {}
    for number, piece in enumerate(line.split("; "), 1):
        place = _PLACE.fullmatch(piece)
        if not place:
            return {}
        form = "short" if found else "full"
        locator = {"locator": place["locator"]} if place["locator"] else {}
        note = place["note"] or f"r{place['entry']}"
        found[str(number)] = {"citation": f"n{note}.1", "note": note, "form": form, **locator}
    return found
