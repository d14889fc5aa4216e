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
"""What each sign closes, the likeliest first; “ closes a German quote and opens an English one."""
_ITEM = re.compile(r"(?<!\w)[0-9A-Za-z]{1,2}\)")
_QUOTES = frozenset('“”«»„‟「」『』《》"')
_SIGNS = re.compile("[" + re.escape("".join({*_OPENERS, *_CLOSES})) + "]")


class Balance:
    """The signs of a text that have no partner: those that stay open, those that close nothing."""

    __slots__ = ("closed", "opened")

    def __init__(self, text: str) -> None:
        """Pair the signs of a text."""
        self.opened: list[tuple[str, int]] = []
        self.closed: list[tuple[str, int]] = []
        items = {found.end() - 1 for found in _ITEM.finditer(text)}
        for found in _SIGNS.finditer(text):
            sign, at = found[0], found.start()
            closes = next((opener for opener in _CLOSES.get(sign, "") if self._close(opener)), "")
            if not closes and sign in _OPENERS:
                self.opened.append((sign, at))
            elif not closes and at not in items:
                self.closed.append((sign, at))
        if text.count('"') % 2:
            self.opened.append(('"', text.rindex('"')))

    def _close(self, opener: str) -> bool:
        """Close the nearest sign of this kind that is open, if one is."""
        for index in range(len(self.opened) - 1, -1, -1):
            if self.opened[index][0] == opener:
                del self.opened[index]
                return True
        return False

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


def opens(sign: str) -> str:
    """The signs that a closing sign may close."""
    return _CLOSES.get(sign, "")
