"""A line on the terminal that says how far a check of links is: a bar, how many a second, how many of each verdict."""

from __future__ import annotations

import sys
import time

from citekit.cli.terminal import width
from citekit.online.links import VERDICTS

_EVERY = 0.2
_BAR = 20


class Progress:
    """The line, drawn on a terminal only and five times a second at most; ``total`` is None where it is not known."""

    def __init__(self, total: int | None, *, quiet: bool) -> None:
        """Draw nothing yet."""
        self.counts: dict[str, int] = dict.fromkeys(VERDICTS, 0)
        self._total = total
        self._done = 0
        self._began = self._drawn = time.monotonic()
        self._is_shown = sys.stderr.isatty() and not quiet

    def done(self) -> None:
        """One more link is done."""
        self._done += 1
        now = time.monotonic()
        if self._is_shown and now - self._drawn > _EVERY:
            self._drawn = now
            sys.stderr.write(f"\r\x1b[K{self.line(now)[: width() - 1]}")
            sys.stderr.flush()

    def line(self, now: float) -> str:
        """The line as it stands."""
        rate = self._done / max(now - self._began, 0.001)
        verdicts = ", ".join(f"{count:,} {verdict}" for verdict, count in self.counts.items() if count)
        if not self._total:
            return f"{self._done:,} links  {rate:,.0f}/s  {verdicts}"
        filled = _BAR * self._done // self._total
        bar = "#" * filled + "-" * (_BAR - filled)
        return f"[{bar}] {self._done:,}/{self._total:,}  {rate:,.0f}/s  {verdicts}"

    def clear(self) -> None:
        """Take the line away, before something else is written on the terminal."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
