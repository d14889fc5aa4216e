"""Romanised Chinese and Japanese: read strictly, told apart, made regular, with every change on record."""

from __future__ import annotations

from citekit.romanise.apart import faces_of, take_apart
from citekit.romanise.language import language_of
from citekit.romanise.read import read_word
from citekit.romanise.text import words
from citekit.romanise.word import Oddity, Part, Word

__all__ = ["Oddity", "Part", "Word", "faces_of", "language_of", "read_word", "take_apart", "words"]
