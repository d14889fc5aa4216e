"""Romanised Chinese and Japanese: read strictly, told apart, made regular, with every change on record."""

from __future__ import annotations

from citekit.romanise.apart import faces_of, take_apart
from citekit.romanise.authority import Authorities, shipped
from citekit.romanise.authority_file import load_authorities
from citekit.romanise.authority_row import Authority
from citekit.romanise.check import check
from citekit.romanise.forms import FORMS, Form, Regular, regular
from citekit.romanise.language import language_of
from citekit.romanise.persons import Person, person
from citekit.romanise.read import read_word
from citekit.romanise.repair import HARMLESS, Repair, apply, disjoint, harmless, undo
from citekit.romanise.text import words
from citekit.romanise.word import Oddity, Part, Word

__all__ = [
    "FORMS",
    "HARMLESS",
    "Authorities",
    "Authority",
    "Form",
    "Oddity",
    "Part",
    "Person",
    "Regular",
    "Repair",
    "Word",
    "apply",
    "check",
    "disjoint",
    "faces_of",
    "harmless",
    "language_of",
    "load_authorities",
    "person",
    "read_word",
    "regular",
    "shipped",
    "take_apart",
    "undo",
    "words",
]
