"""Brackets and quotes of a note: which are left open, which are closed without having been opened."""

from __future__ import annotations

import re

_OPENERS = frozenset("([“„«《「『（【〔")
_CLOSES = {
    ")": "(",
    "]": "[",
    "»": "«",
    "》": "《",
    "」": "「",
    "』": "『",
    "）": "（",
    "】": "【",
    "〕": "〔",
    "”": "“„",
    "“": "„",
}
"""What each sign closes; “ closes a German quote and opens an English one."""
_ITEM = re.compile(r"(?<!\w)[0-9A-Za-z]{1,2}\)$")
"""An item of a list, ``a)``, closes nothing."""
_QUOTES = frozenset('“”«»„‟「」『』《》"')
_SIGNS = re.compile("[" + re.escape("".join({*_OPENERS, *_CLOSES})) + "]")


class Balance:
    """The signs of a text that have no partner: those that stay open, those that close nothing."""

    __slots__ = ("_open", "closed")

    def __init__(self, text: str) -> None:
        """Pair the signs of a text."""
        self._open: dict[str, list[int]] = {}
        self.closed: list[tuple[str, int]] = []
        for found in _SIGNS.finditer(text):
            sign, at = found[0], found.start()
            if sign in _CLOSES and self._close(_CLOSES[sign]):
                continue
            if sign in _OPENERS:
                self._open.setdefault(sign, []).append(at)
            elif not _ITEM.search(text, max(0, at - 3), at + 1):
                self.closed.append((sign, at))
        if text.count('"') % 2:
            self._open['"'] = [text.rindex('"')]

    def _close(self, openers: str) -> bool:
        """Close the nearest of these signs that is open, if one is."""
        nearest = max((places for opener in openers if (places := self._open.get(opener))), key=_last, default=None)
        if nearest:
            nearest.pop()
        return nearest is not None

    @property
    def opened(self) -> list[tuple[str, int]]:
        """The signs that stay open, and where they stand."""
        return [(sign, at) for sign, places in self._open.items() for at in places]

    @property
    def quotes(self) -> bool:
        """Whether a quote has no partner."""
        return any(sign in _QUOTES for sign, _ in self.opened + self.closed)

    @property
    def brackets(self) -> bool:
        """Whether a bracket has no partner."""
        return any(sign not in _QUOTES for sign, _ in self.opened + self.closed)

    def lonely(self, *, quotes: bool) -> int:
        """The offset of the first quote (or bracket) without a partner; 0 for none."""
        return min((at for sign, at in self.opened + self.closed if (sign in _QUOTES) == quotes), default=0)


def _last(places: list[int]) -> int:
    return places[-1]


def opens(sign: str) -> str:
    """The signs that a closing sign may close."""
    return _CLOSES.get(sign, "")
