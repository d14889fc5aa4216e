"""Misprints in names of periodicals, publishers and bodies: a name of the list or of the paper that lies near."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from citekit.romanise.misprints.printed import Token, tokens
from citekit.romanise.repair import Repair

_PER = 10  # letters to one slip


class Known(NamedTuple):
    """A name that is known: romanised, and in characters where a list has them."""

    romanised: str
    characters: str = ""


Lookup = Callable[[str], Iterable[Known]]
"""A name → the names of a list that it is, or that lie within one slip in ten letters."""


def listed_misprints(names: Sequence[str], lookup: Lookup) -> Iterator[tuple[int, Repair]]:
    """The repairs of names by their index: ``Remin Ribao`` where the list or the paper has ``Renmin Ribao``.

    Words are compared one by one, so that how a name is parted, or a word that is left out, is no misprint.
    """
    cut = [tokens(name) for name in names]
    counts = Counter(_keys(one) for one in cut)
    own = [(Known(name), one) for name, one in dict(zip(names, cut, strict=True)).items()]
    for index, (name, here) in enumerate(zip(names, cut, strict=True)):
        listed = [(known, tokens(known.romanised)) for known in lookup(name)]
        if not here or any(_is_same(one, here) for _, one in listed):
            continue
        often = [(known, one) for known, one in own if counts[_keys(one)] > counts[_keys(here)]]
        for known, one in (*listed, *often):
            repair = _repair(name, here, known, one)
            if repair:
                yield index, repair
                break


def is_listed(name: str, lookup: Lookup) -> bool:
    """Whether the list has the name as it is printed, however it is parted into words."""
    here = tokens(name)
    return any(_is_same(tokens(known.romanised), here) for known in lookup(name))


def _is_same(there: Sequence[Token], here: Sequence[Token]) -> bool:
    return _joined(there) == _joined(here)


def _keys(parts: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.key for token in parts)


def _joined(parts: Sequence[Token]) -> str:
    return "".join(token.key for token in parts).replace("'", "")


def _repair(name: str, here: Sequence[Token], known: Known, there: Sequence[Token]) -> Repair | None:
    """The one word that differs, put right; None where more differs than slips explain."""
    if len(here) != len(there):
        return None
    unlike = [pair for pair in zip(here, there, strict=True) if pair[0].key != pair[1].key]
    slips = sum(OSA.distance(one.key, other.key) for one, other in unlike)
    if len(unlike) != 1 or slips > max(1, len(_joined(here)) // _PER) or slips > 2:
        return None
    token, meant = unlike[0]
    old, new = name[token.start : token.end], known.romanised[meant.start : meant.end]
    new = new[:1].upper() + new[1:] if token.capital else new.lower()
    source = (
        f"the list has {known.romanised} {known.characters}" if known.characters else f"the paper has {known.romanised}"
    )
    reason = f"{old} is probably a misprint of {new}: {source}."
    return Repair("PY023", token.start, token.end, old, new, "known-name", reason, "error", 0.9, (source,), (new,))
