"""Romanised Chinese and Japanese: read strictly, told apart, made regular, with every change on record."""

from __future__ import annotations

from citekit.romanise.read import read_word
from citekit.romanise.text import words
from citekit.romanise.word import Oddity, Part, Word

__all__ = ["Oddity", "Part", "Word", "read_word", "words"]
