"""Misprints in names of persons: near twins in the paper, a person on the list, no pinyin, turned round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz.distance import OSA

from citekit.data import rows, words
from citekit.language.wade_giles import readings
from citekit.romanise.misprints.printed import Token, tokens
from citekit.romanise.misprints.slips import slips
from citekit.romanise.repair import Repair

_CHEAP = 4.5  # what a slip may cost that makes one name out of another: n for ng, two letters swapped
_LETTERS = 4  # a given name shorter than this has too many neighbours


def name_misprints(names: Sequence[str]) -> Iterator[tuple[int, Repair]]:
    """The repairs of names by their index: ``Tang Yongshen`` beside ``Tang Yongsheng``, ``Jinag``, ``Yin He``.

    Names that are not two words, the surname first and known or amiss, have none.
    """
    cut = [_parts(name) for name in names]
    counts = Counter((one[0].key, one[1].key) for one in cut if one)
    for index, one in enumerate(cut):
        if one:
            found = next(_repairs(names[index], one, counts), None)
            if found:
                yield index, found


def _parts(name: str) -> tuple[Token, Token] | None:
    found = tokens(name)
    return (found[0], found[1]) if len(found) == 2 and all(token.capital for token in found) else None


def _is_chinese(family: str, given: Token) -> bool:
    foreign = words("given-western.txt")
    return family in words("surnames-zh.txt") and given.key not in foreign


@cache
def _persons() -> dict[tuple[str, str], str]:
    """Family and given name, as keys → the characters."""
    found = {}
    for characters, romanised in rows("persons-zh.tsv"):
        family, given = tokens(romanised)
        found[family.key, given.key] = characters
    return found


def _repairs(name: str, parts: tuple[Token, Token], counts: Counter[tuple[str, str]]) -> Iterator[Repair]:
    family, given = parts
    here = (family.key, given.key)
    if here in _persons():
        return
    if not family.syllables:
        yield from _surname(name, parts, counts)
        return
    sure = not _is_chinese(family.key, given)
    if _is_chinese(given.key, family) and _is_second(here, counts, sure=sure):
        yield _turned(name, family, given, sure=sure)
    if not sure:
        yield from _given(name, parts, counts)


def _is_second(here: tuple[str, str], counts: Counter[tuple[str, str]], *, sure: bool) -> bool:
    """Whether the paper has the name turned round too: as often at least, and where both orders may be right, first."""
    turned = here[::-1]
    if turned == here or counts[turned] < max(1, counts[here]):
        return False
    order = list(counts)
    return sure or counts[turned] > counts[here] or order.index(turned) < order.index(here)


def _surname(name: str, parts: tuple[Token, Token], counts: Counter[tuple[str, str]]) -> Iterator[Repair]:
    """What a surname that is no pinyin may be meant to be: by the paper, the list of persons, or surnames alone."""
    family, given = parts
    near = sorted(((cost, key) for key, cost in slips(family.key) if cost <= _CHEAP))
    for _, key in near:
        if (key, given.key) in counts:
            yield _repair(name, family, key, "near-twin", f"the paper has {_capital(key)} with this given name")
    for _, key in near:
        if (key, given.key) in _persons():
            known = _persons()[key, given.key]
            yield _repair(name, family, key, "person-list", f"the list of persons has {known}")
    surnames = [key for _, key in near if key in words("surnames-zh.txt")]
    if surnames and given.syllables and len(family.key) >= _LETTERS and not readings(family.key):
        yield _repair(name, family, surnames[0], "surname", f"{_capital(surnames[0])} is a surname")


def _given(name: str, parts: tuple[Token, Token], counts: Counter[tuple[str, str]]) -> Iterator[Repair]:
    """What the given name of a known surname may have been meant to be."""
    family, given = parts
    near = {key: cost for key, cost in slips(given.key) if len(key) >= _LETTERS}
    twins = [
        (counts[family.key, key], key)
        for key, cost in near.items()
        if counts[family.key, key] >= counts[family.key, given.key] and (cost <= _CHEAP and len(key) > _LETTERS)
    ]
    if twins:
        times, key = max(twins)
        yield _repair(name, given, key, "near-twin", f"the paper has this name as {_capital(key)} too ({times} times)")
    listed = [key for key in near if (family.key, key) in _persons()]
    if listed:
        characters = _persons()[family.key, listed[0]]
        yield _repair(name, given, listed[0], "person-list", f"the list of persons has {characters}")
    if not given.syllables:
        reason = f"{name[given.start : given.end]} behind a surname is no pinyin."
        yield Repair(
            "PY020", given.start, given.end, name[given.start : given.end], None, "no-pinyin", reason, "error", 0.9
        )


def _repair(name: str, token: Token, key: str, rule: str, evidence: str) -> Repair:
    old = name[token.start : token.end]
    new = _capital(key)
    reason = f"{old} is probably a misprint of {new}: {evidence}."
    confidence = round(0.5 + 0.5 * (1 - OSA.normalized_distance(token.key, key)), 2)
    return Repair("PY021", token.start, token.end, old, new, rule, reason, "suspect", confidence, (evidence,), (new,))


def _turned(name: str, family: Token, given: Token, *, sure: bool) -> Repair:
    """The finding for a name that the paper has in both orders; put right where only one of them begins a surname."""
    old = name[family.start : given.end]
    new = f"{name[given.start : given.end]} {name[family.start : family.end]}"
    reason = f"{old} and {new} are both in the paper: one of them is turned round."
    told = new if sure else None
    return Repair(
        "PY022", family.start, given.end, old, told, "turned-round", reason, "suspect", 0.8, (reason,), (new,)
    )


def _capital(key: str) -> str:
    return key[:1].upper() + key[1:].replace("v", "ü")
