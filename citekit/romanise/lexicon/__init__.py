"""Words of Chinese with frequencies and English glosses, built once from installed packages, never shipped."""

from __future__ import annotations

from citekit.romanise.lexicon.cache import kept_lexicon, load_lexicon
from citekit.romanise.lexicon.packages import Source, cutter, is_full, sources
from citekit.romanise.lexicon.words import Entry, Lexicon

__all__ = ["Entry", "Lexicon", "Source", "cutter", "is_full", "kept_lexicon", "load_lexicon", "sources"]
