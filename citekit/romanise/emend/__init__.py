"""Romanised strings of a library: what may be wrong with them, what was decided, and what is made of it."""

from __future__ import annotations

from citekit.romanise.emend.choice import Choice
from citekit.romanise.emend.find import emendations_of, find_emendations
from citekit.romanise.emend.make import make_emendations
from citekit.romanise.emend.strings import RomanisedString, spot, strings_of

__all__ = [
    "Choice",
    "RomanisedString",
    "emendations_of",
    "find_emendations",
    "make_emendations",
    "spot",
    "strings_of",
]
