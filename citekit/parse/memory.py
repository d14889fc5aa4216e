"""What a document shows elsewhere about its names: "He Yin" in the prose tells how to read "Yin He"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from citekit.language import is_pinyin

_PAIR = re.compile(r"(?<![\w’'.-])(?=([A-Z][a-z’'-]+)\s+([A-Z][a-z’'-]+)(?![\w’'-]))")


@dataclass(frozen=True, slots=True)
class Memory:
    """How often two capitalised pinyin words stand side by side in a document, in that order."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def seen(self, first: str, second: str) -> int:
        """How often the pair is printed in this order."""
        return self.pairs[(first.casefold(), second.casefold())]


def remember(texts: Iterable[str]) -> Memory:
    """Gather the pairs of capitalised pinyin words of a document's texts."""
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for first, second in _PAIR.findall(text):
            if is_pinyin(first) and is_pinyin(second):
                pairs[(first.casefold(), second.casefold())] += 1
    return Memory(pairs)
