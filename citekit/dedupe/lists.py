r"""Fields that hold several values: what one record has beside another is added, and nothing is said twice.

====================  ======================  ================================================================
field                 parted by               as in
====================  ======================  ================================================================
``keyword``           ``;``, else ``,``       ``UN; peacekeeping``
``groups``            ``,``                   JabRef's groups
``ids``, ``related``  ``,``                   BibLaTeX's further keys of an entry, and the entries beside it
``file``              ``;`` not behind ``\``   JabRef's ``text:path:type;…``, and the paths of Zotero
``ris.*`` and alike   line end                tags of a reference that stand more than once: ``ris.L1``
``zotero.*``          a JSON array            ``zotero.collections``, ``zotero.tags``
``note``, ``annote``  a text of its own       what one note says beside another follows it
====================  ======================  ================================================================
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

_LINED = ("ris.", "endnote.")
_ARRAYS = "zotero."
_COMMENTS = re.compile(r"comments?|comment-.*|review|annotation|annotations?|notes?")


class _Parting(NamedTuple):
    cut: re.Pattern[str]
    join: str


_COMMA = _Parting(re.compile(r"\s*,\s*"), ", ")
_SEMICOLON = _Parting(re.compile(r"\s*;\s*"), "; ")
_FILES = _Parting(re.compile(r"\s*(?<!\\);\s*"), ";")
_LINES = _Parting(re.compile(r"\n"), "\n")
_EXTRA = {"groups": _COMMA, "ids": _COMMA, "related": _COMMA, "file": _FILES}


def is_joined(section: str, name: str) -> bool:
    """Whether a field holds what records have one beside the other: a list or a text of notes."""
    if section == "fields":
        return name in {"keyword", "note", "annote"}
    lists = name in _EXTRA or name.startswith((*_LINED, _ARRAYS))
    return section == "extra" and (lists or bool(_COMMENTS.fullmatch(name)))


def joined(name: str, held: str, other: str) -> str | None:
    """The value of a field with what another record's value has beside it; ``held`` itself where that is nothing.

    None where the values are no lists after all.
    """
    if name.startswith(_ARRAYS):
        return _arrays(held, other)
    ours, theirs = _parting(name, held), _parting(name, other)
    if not ours or not theirs:
        return _text(held, other)
    there = items(held, ours)
    fresh = [item for item in dict.fromkeys(items(other, theirs)) if item not in there]
    if not fresh:
        return held
    one_comma = name == "keyword" and ours == _COMMA and any("," in item for item in fresh)
    return _SEMICOLON.join.join([*there, *fresh]) if one_comma else ours.join.join([held, *fresh])


def items(value: str, parting: _Parting) -> list[str]:
    """The values in a list, in their order."""
    return [item for item in parting.cut.split(value.strip()) if item]


def with_items(name: str, held: str, fresh: Iterable[str]) -> str:
    """A list of the kind of ``ids`` with values added to it."""
    parting = _EXTRA[name]
    return parting.join.join(dict.fromkeys([*items(held, parting), *fresh]))


def listed(name: str, value: str) -> list[str]:
    """The values in a list of the kind of ``ids``."""
    return items(value, _EXTRA[name])


def _parting(name: str, value: str) -> _Parting | None:
    if name == "keyword":
        return _SEMICOLON if ";" in value else _COMMA
    return _LINES if name.startswith(_LINED) else _EXTRA.get(name)


def _arrays(held: str, other: str) -> str | None:
    try:
        ours, theirs = json.loads(held), json.loads(other)
    except ValueError:
        return None
    if not isinstance(ours, list) or not isinstance(theirs, list):
        return None
    fresh = [item for item in theirs if item not in ours]
    return json.dumps([*ours, *fresh], ensure_ascii=False) if fresh else held


def _text(held: str, other: str) -> str:
    """Two notes, of which one may hold the other."""
    if other in held:
        return held
    if held in other:
        return other
    return ("\n" if "\n" in held + other else "; ").join((held, other))
