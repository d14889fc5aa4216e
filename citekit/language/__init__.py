"""Which language and script a string is in: the ground that several rooms stand on."""

from __future__ import annotations

from citekit.language.fold import fold, fold_ascii
from citekit.language.pinyin import is_pinyin, syllable_count
from citekit.language.tell import is_chinese, is_english_word, is_romanised, script, tell

__all__ = [
    "fold",
    "fold_ascii",
    "is_chinese",
    "is_english_word",
    "is_pinyin",
    "is_romanised",
    "script",
    "syllable_count",
    "tell",
]
