"""What was lost of a note: its end, its beginning, lines in its middle; what its author or a machine left uneven."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.read.balance import Balance, opens
from citekit.read.genre import breaks_off, ends_sentence

_MOST_SEAMS = 50
"""Page marks in one note that are looked at; no printed note crosses more."""
_ENDS_IN_URL = re.compile(r"(?:https?://|www\.)[^\s<>]+/$")
_LOOK = 400
_QUOTES = frozenset('”»“"')


@dataclass(frozen=True, slots=True)
class Damage:
    """Offsets in the note's text where text is lost, and flags in the order of their weight."""

    gaps: tuple[int, ...] = ()
    flags: tuple[str, ...] = ()


def damage(text: str, seams: tuple[int, ...] = (), *, headless: bool = False) -> Damage:
    """The damage of a note's text.

    ``seams`` are the offsets at which a page mark stands within the note; ``headless`` tells that its beginning and
    its number are lost.
    """
    balance = Balance(text)
    lost = tuple(seam for seam in seams[:_MOST_SEAMS] if text_is_lost(text, seam))
    ending = end_is_lost(text, balance)
    if not text:
        return Damage((0,), ("truncated",))
    gaps = (0,) * headless + lost + (len(text),) * ending
    flags = ("truncated",) * (ending or headless) + ("lines-lost",) * bool(lost)
    flags += ("quote-unbalanced",) * balance.quotes + ("paren-unbalanced",) * balance.brackets
    return Damage(gaps, flags)


def end_is_lost(text: str, balance: Balance | None = None) -> bool:
    """Whether the text stops in the middle: at a comma, at "see", or within a quote or bracket and without a stop.

    A quote that the author never closed is none: such a note ends with a full stop all the same.
    """
    if _ENDS_IN_URL.search(text, max(0, len(text) - _LOOK)):
        return False  # a stroke at the end is the address's own
    if breaks_off(text, 0, len(text)):
        return True
    if ends_sentence(text, len(text), marked=False):
        return False
    return bool((balance or Balance(text)).opened)


def text_is_lost(text: str, seam: int) -> bool:
    """Whether the text does not run on over a page mark: a sign closes after it that was not opened before it."""
    return bool(_unopened(text, seam))


def may_be_anothers(text: str, seam: int) -> bool:
    """Whether what follows a gap need not be of the same note: it closes a quote, and none is open before the gap."""
    return not _QUOTES.isdisjoint(_unopened(text, seam))


def _unopened(text: str, seam: int) -> list[str]:
    """The signs that close after a seam and were opened neither after nor before it."""
    left = {sign for sign, _ in Balance(text[:seam]).opened}
    return [sign for sign, _ in Balance(text[seam:]).closed if left.isdisjoint(opens(sign))]
