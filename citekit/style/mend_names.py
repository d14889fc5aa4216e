"""A name variable as it came → CSL names, and what was wrong with it."""

from __future__ import annotations

from typing import Any, TypeAlias

from citekit.style.mend_text import mend_text

Name: TypeAlias = dict[str, Any]

_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_OTHERS = {"lastName": "family", "firstName": "given", "last": "family", "first": "given", "name": "literal"}
"""What other programs call the parts of a name."""


def mend_names(value: object) -> tuple[list[Name], list[str]]:
    """The names of a value and what is to be said of them, each sentence once."""
    said: dict[str, None] = {}
    if isinstance(value, list):
        pieces = value
    else:
        pieces = [value]
        said |= {} if isinstance(value, str) else {"was no list of names and is now one": None}
    names = [name for piece in pieces for name in _names(piece, said)]
    if not names and value != []:
        said["had no name in it and is left out"] = None
    return names, list(said)


def _names(piece: object, said: dict[str, None]) -> list[Name]:
    if isinstance(piece, dict):
        name = _person(piece, said)
        return [name] if name else []
    if isinstance(piece, str):
        said["had a name as text, which is cut at its commas"] = None
        return [name for text in split_names(piece) if (name := name_of(text))]
    if isinstance(piece, list):
        said["had a list in its list of names, whose names are taken"] = None
        return [name for inner in piece if not isinstance(inner, list) for name in _names(inner, said)]
    if piece is None:
        said["had an empty name (null), which is left out"] = None
        return []
    said["had something else than a name, which is kept as it reads"] = None
    return [{"literal": mend_text(piece)[0]}]


def _person(piece: dict[str, Any], said: dict[str, None]) -> Name:
    name: Name = {}
    for key, value in piece.items():
        part = _OTHERS.get(key, key) if _OTHERS.get(key) not in piece else key
        if part != key:
            said[f"called a part of a name {key}, which is {part} in CSL"] = None
        if value is None:
            said["had an empty part of a name (null), which is left out"] = None
        elif part not in _PARTS:
            name[part] = value
        else:
            text, fault = mend_text(value)
            if fault:
                said[f"had a part of a name that {fault}"] = None
            if text or not fault:
                name[part] = text
    if not any(name.get(part) for part in _PARTS):
        said["had a name with nothing in it, which is left out"] = None
        return {}
    return name


def split_names(text: str) -> list[str]:
    """The names of a text: parted by semicolons, or by "and" and "&" where each part has one comma.

    ``Zhao, Lei and Wang, Jun`` is two, ``Ministry of Trade and Industry`` is one.
    """
    pieces = [piece for piece in text.split(";") if piece.strip()]
    if len(pieces) == 1:
        parted = pieces[0].replace(" & ", " and ").split(" and ")
        if all(part.count(",") == 1 for part in parted):
            pieces = parted
    return [" ".join(piece.split()) for piece in pieces]


def name_of(text: str) -> Name:
    """``Zhao, Lei`` has a family and a given name; a text without a comma, or with several, is taken as it is."""
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and family and given and "," not in given:
        return {"family": family, "given": given}
    return {"literal": text} if text else {}
