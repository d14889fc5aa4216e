"""Brackets and quotes of a note: which are left open, which are closed without having been opened."""

from __future__ import annotations

import re

_PAIRS = {
    "(": ")",
    "[": "]",
    "“": "”",
    "«": "»",
    "《": "》",
    "「": "」",
    "『": "』",
    "（": "）",
    "【": "】",
    "〔": "〕",
}
PARTNERS = {closer: opener for opener, closer in _PAIRS.items()}
"""What each closing sign closes."""

_ITEM = re.compile(r"(?<!\w)[0-9A-Za-z]{1,2}\)")
_QUOTES = frozenset('“”«»„‟「」『』《》"')
_SIGNS = re.compile("[" + re.escape("".join({*_PAIRS, *PARTNERS, "„", '"'})) + "]")


class Balance:
    """The signs of a text that have no partner: those that stay open, those that close nothing."""

    __slots__ = ("closed", "opened")

    def __init__(self, text: str) -> None:
        """Pair the signs of a text."""
        self.opened: list[tuple[str, int]] = []
        self.closed: list[tuple[str, int]] = []
        pairs, closers = (_PAIRS, PARTNERS) if "„" not in text else _german(text)
        items = {found.end() - 1 for found in _ITEM.finditer(text)}
        for found in _SIGNS.finditer(text):
            sign, at = found[0], found.start()
            if sign in pairs:
                self.opened.append((sign, at))
            elif sign in closers:
                self._close(closers[sign], sign, at, is_item=at in items)
        if text.count('"') % 2:
            self.opened.append(('"', text.rindex('"')))

    def _close(self, opener: str, sign: str, at: int, *, is_item: bool) -> None:
        """The nearest open partner is closed; an item of a list, ``a)``, closes nothing."""
        for index in range(len(self.opened) - 1, -1, -1):
            if self.opened[index][0] == opener:
                del self.opened[index]
                return
        if not is_item:
            self.closed.append((sign, at))

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


def _german(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Where „ opens, “ closes, and ” too where no “ does."""
    closer = "“" if "“" in text else "”"
    pairs = {opener: close for opener, close in _PAIRS.items() if opener != "“"} | {"„": closer}
    return pairs, {close: opener for opener, close in pairs.items()}
