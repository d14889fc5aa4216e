"""All misprints of a paper's romanised strings, each a repair with ranked proposals and their evidence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from citekit.romanise.keep import kept
from citekit.romanise.lexicon.stems import stems
from citekit.romanise.lexicon.words import Lexicon
from citekit.romanise.misprints.guesses import Guesser
from citekit.romanise.misprints.listed import Known, Lookup, is_listed, listed_misprints
from citekit.romanise.misprints.names import name_misprints
from citekit.romanise.misprints.printed import Printed, Token, paper_of, tokens
from citekit.romanise.misprints.weigh import MARGIN, Line, Proposal, proposals
from citekit.romanise.read import read_word
from citekit.romanise.repair import Repair
from citekit.romanise.spell import APOSTROPHE, recase

_SURE = 0.98
_SHORT = 3
_FAR = 6.0
"""Nats behind the first proposal from which on one is not worth showing: a quarter of a per cent of its likelihood."""
_LISTED = frozenset({"periodical", "publisher", "body"})


def _nothing(_: str) -> Iterable[Known]:
    return ()


def misprints(
    strings: Sequence[Printed], lexicon: Lexicon, lookup: Lookup = _nothing, margin: float = MARGIN
) -> tuple[tuple[Repair, ...], ...]:
    """The repairs of each string, in order of place; a string without misprints has none.

    ``strings`` are all romanised Chinese strings of one paper, for each is evidence for the others. ``lookup`` finds a
    name on an authority list. ``margin`` is by how many nats a proposal must beat a word that is pinyin.
    """
    found: list[list[Repair]] = [[] for _ in strings]
    known = cache(lambda name: tuple(lookup(name)))
    named = [index for index, one in enumerate(strings) if one.role == "name"]
    for place, repair in name_misprints([strings[index].text for index in named]):
        found[named[place]].append(repair)
    listed = [index for index, one in enumerate(strings) if one.role in _LISTED]
    for place, repair in listed_misprints([strings[index].text for index in listed], known):
        found[listed[place]].append(repair)
    right = {index for index in listed if is_listed(strings[index].text, known)}
    for index, repair in _in_titles(strings, lexicon, margin):
        if index not in right and not any(one.start < repair.end and repair.start < one.end for one in found[index]):
            found[index].append(repair)
    return tuple(tuple(sorted(one, key=lambda repair: repair.start)) for one in found)


def _in_titles(strings: Sequence[Printed], lexicon: Lexicon, margin: float) -> Iterator[tuple[int, Repair]]:
    """Misprints in titles, and in names of bodies and periodicals, which are words as titles are."""
    cut = {index: tokens(one.text) for index, one in enumerate(strings) if one.role != "name"}
    paper = paper_of(cut.values())
    persons = {token.key for one in strings if one.role == "name" for token in tokens(one.text)}
    guesser = Guesser(lexicon)
    told: dict[tuple[object, ...], tuple[Proposal, ...]] = {}
    for index, parts in cut.items():
        printed = strings[index]
        line = Line(parts, stems(printed.translation))
        conventional = kept(printed.text)
        for at, token in enumerate(parts):
            if any(left <= token.start < right for left, right in conventional) or _is_name(token, persons):
                continue
            if token.syllables and (len(token.key) < _SHORT or printed.role in {"periodical", "publisher"}):
                continue
            question = (token.key, line.beside(at), line.stems)
            if question not in told:
                told[question] = proposals(line, at, guesser, paper, margin)
            if told[question] or not token.syllables:
                yield index, _repair(printed.text, token, told[question])


def _is_name(token: Token, persons: set[str]) -> bool:
    return token.capital and bool(token.syllables) and token.key in persons


def _repair(text: str, token: Token, ranked: Sequence[Proposal]) -> Repair:
    old = text[token.start : token.end]
    ranked = [one for one in ranked if one.lead >= ranked[0].lead - _FAR]
    spelt = tuple(dict.fromkeys(recase(one.key.replace("v", "ü").replace("'", APOSTROPHE), old) for one in ranked))
    kind = "is probably a misprint" if token.syllables else "is no pinyin"
    if not spelt:
        return Repair("PY020", token.start, token.end, old, None, "no-pinyin", f"{old} {kind}.", "error", _SURE)
    evidence = ranked[0].evidence
    if APOSTROPHE in spelt[0] and spelt[0].replace(APOSTROPHE, "") == old:
        reason = f"An apostrophe is missing from {old}; {spelt[0]} is meant: {', '.join(evidence)}."
        return Repair(
            *("PY003", token.start, token.end, old, spelt[0], "apostrophe-missing", reason, "orthography"),
            *(_confidence(ranked, is_pinyin=bool(token.syllables)), evidence, spelt),
        )
    reason = f"{old} {kind}; {spelt[0]} is meant: {', '.join(evidence)}." if evidence else f"{old} {kind}; {spelt[0]}?"
    confidence = _confidence(ranked, is_pinyin=bool(read_word(old).syllables))
    return Repair(
        "PY020", token.start, token.end, old, spelt[0], "noisy-channel", reason, "error", confidence, evidence, spelt
    )


def _confidence(ranked: Sequence[Proposal], *, is_pinyin: bool) -> float:
    """The share of the first proposal; for a word that is pinyin what is printed has a share too."""
    shares = [math.exp(one.lead - ranked[0].lead) for one in ranked]
    printed = math.exp(-ranked[0].lead) if is_pinyin else 0.0
    return round(min(_SURE, 1 / (sum(shares) + printed)), 2)
