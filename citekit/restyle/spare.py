"""Words of a citation that no field has: they may not go where the citation is set anew.

Behind the last field they stay as they stand ("(the Dearing report)", ", produced much comment but little action").
Between fields there is no place for them; a citation that has more there than the words that link fields stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from citekit.model import Citation, Name

_WORD = re.compile(r"[^\W_]+")
_CLOSERS = re.compile(r"[\s.,;:]*[)\]”’\"'»]+|[.,;:]+(?=\s*\Z)")
_BACK = re.compile(r"\b(?:op\.\s*cit|loc\.\s*cit|ibid|idem|id\.|supra|a\.\s*a\.\s*O|ebd)\b", re.IGNORECASE)
_FEW = 2
"""As many words that link nothing may stand between fields: a place in a date's brackets, a "forthcoming"."""

LINKING = frozenset(
    "a abgerufen accessed als am and appeared april as at auf august aus author authors available band bd by chap"
    " chapter comp compiled dans de december der die discussion doi ed edited edition editor editors edn eds et"
    " fasc february for from heft hg hrsg html http https i ii iii im in interview isbn issn issue its iv ix"
    " january july june la le line march may nd no nos november np nr number october of on online org page pages"
    " paper par para paragraph part pdf pp press print printed pub publication published qtd quoted repr reprinted"
    " retrieved rev revised s sec section see september ser series special suppl supplement tome tr trad trans"
    " transl translated translation translator und university url v vgl vi vii viii vol vols volume volumes von"
    " web with www x y zit zugriff".split()
)
"""Words that link the fields of a citation and say nothing beside them, and those of months."""


class Spare(NamedTuple):
    """Where what the fields have ends, and whether words before it would be lost."""

    end: int
    lost: bool = False


def spare(citation: Citation, text: str) -> Spare:
    """What of a citation no field has; ``text`` is that of its note. Of short forms everything is set anew."""
    spans = sorted(entry.evidence.span for entry in citation.fields.values() if entry.evidence.span)
    if citation.form != "full" or not spans:
        return Spare(citation.span[1])
    known = LINKING | {word.casefold() for value in _values(citation) for word in _WORD.findall(value)}
    last = max(end for _, end in spans)
    gaps = [text[one:two] for one, two in _between(spans)]
    lost = any(_unknown(gap, known) > _FEW or (_BACK.search(gap) and not _points_back(citation)) for gap in gaps)
    tail = _tail(text, last, citation.span[1])
    rest = text[tail : citation.span[1]]
    if not _unknown(rest, known):
        return Spare(citation.span[1], lost)
    return Spare(tail, lost or not _is_even(rest))


def _between(spans: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    at = spans[0][0]
    for start, end in spans:
        if start > at:
            yield at, start
        at = max(at, end)


def _tail(text: str, last: int, end: int) -> int:
    """Behind the last field and what closes it."""
    while (found := _CLOSERS.match(text, last, end)) and found.end() > last:
        last = found.end()
    return last


def _unknown(text: str, known: Iterable[str]) -> int:
    words = (word.casefold() for word in _WORD.findall(text))
    return sum((len(word) > 1 or word.isdecimal()) and word not in known for word in words)


def _values(citation: Citation) -> Iterable[str]:
    for entry in citation.fields.values():
        if isinstance(entry.value, str):
            yield entry.value
        else:
            yield from (_all(name) for name in entry.value)


def _all(name: Name) -> str:
    return f"{name.display} {name.translated} {name.original}"


def _points_back(citation: Citation) -> bool:
    return bool(citation.container_reference or citation.author_reference or citation.reference)


def _is_even(text: str) -> bool:
    """Whether its brackets are closed, and none that was opened before it."""
    depth = 0
    for char in text:
        depth += (char in "([") - (char in ")]")
        if depth < 0:
            return False
    return depth == 0
