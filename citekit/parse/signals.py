"""Words that introduce a citation: "See also,", "cf.", "Vgl.", "参见", and those at the end of a sentence's lead-in."""

from __future__ import annotations

import re
from functools import cache

from citekit.data import rows

_LOOSE = (
    r"(?:(?<![\w’'])(?:see|cf\.?|vgl\.?|voir|siehe|cfr\.?|ver|véase"
    r"|si ved(?:a|ano)(?:\s+(?:anche|in generale|sul tema))?)(?:,?\s*(?:also|auch|for example|for instance|e\.g\.))?)"
)


@cache
def _opening() -> re.Pattern[str]:
    words = sorted((signal for _, signal in rows("signals.tsv")), key=len, reverse=True)
    latin = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words if word.isascii() or word[0] < "⺀")
    cjk = "|".join(re.escape(word) for word in words if word[0] >= "⺀")
    return re.compile(rf"\s*\(?(?P<signal>(?:{latin})(?![\w’])|(?:{cjk}))\s*[,:：]?\s*", re.IGNORECASE)


@cache
def _inside() -> re.Pattern[str]:
    """A signal in mid-sentence, so that what stands before it is commentary: "…, see, Mao Luipeng, “…”"."""
    return re.compile(
        rf"(?<=[\w,:.)’”])\s+(?P<signal>(?:for example,\s+|for instance,\s+)?{_LOOSE})(?![\w])\s*[,:]?\s+",
        re.IGNORECASE,
    )


def opening_signal(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """The signal a stretch opens with: (start, end of the signal, where the citation begins)."""
    match = _opening().match(text, start, end)
    return (*match.span("signal"), match.end()) if match else None


def inner_signals(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Signals in the middle of a stretch: (start, end of the signal, where the citation begins), in order."""
    return [(*match.span("signal"), match.end()) for match in _inside().finditer(text, start, end)]
