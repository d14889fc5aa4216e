"""What is wrong with romanised strings: spelling and misprints as one list of repairs, no word told twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.romanise.authority import Authorities
from citekit.romanise.check import check
from citekit.romanise.emend.strings import RomanisedString
from citekit.romanise.fit import unfit
from citekit.romanise.language import PINYIN
from citekit.romanise.lexicon.words import Lexicon
from citekit.romanise.misprints import Printed, misprints
from citekit.romanise.misprints.known import known_names
from citekit.romanise.read import read_word
from citekit.romanise.repair import Repair, apply

_NO_WORD = frozenset({"PY001", "PY002", "PY003", "PY004"})
"""What the spelling alone says of a word that is no pinyin."""


def faults(
    strings: Sequence[RomanisedString], lexicon: Lexicon | None, authorities: Authorities | None = None
) -> tuple[tuple[Repair, ...], ...]:
    """The repairs of each string, in order of place; all strings are of one paper or library.

    Without a lexicon they are what the spelling alone says.
    """
    checked = [check(one.text, one.language) for one in strings]
    if lexicon is None:
        return tuple(checked)
    chinese = [index for index, one in enumerate(strings) if one.language == PINYIN]
    printed = [Printed(strings[at].text, strings[at].translation, strings[at].role) for at in chinese]
    for at, found in zip(chinese, misprints(printed, lexicon, known_names(authorities)), strict=True):
        one = strings[at]
        told = _joined(checked[at], found)
        checked[at] = (*told, *unfit(one.text, one.translation, lexicon)) if one.role == "title" else told
    return tuple(checked)


def _joined(checked: Sequence[Repair], found: Sequence[Repair]) -> tuple[Repair, ...]:
    """Both lists in one: of a word that both have, the repair that knows more."""
    kept = list(checked)
    for repair in found:
        there = [one for one in kept if one.code in _NO_WORD and repair.start <= one.start <= repair.end]
        if not there:
            if repair.code != "PY020" or read_word(repair.old).is_pinyin:  # else English among the pinyin
                kept.append(repair)
        elif repair.new is not None:
            kept = [one for one in kept if one not in there]
            kept.append(_told(there[0], repair))
    return tuple(sorted(kept, key=lambda one: one.start))


def _told(spelling: Repair, misprint: Repair) -> Repair:
    """The misprint with what the spelling says, where both mean the same word: ``lien`` is Wade–Giles."""
    word = apply(misprint.old, [spelling.moved(-misprint.start)]) if spelling.new is not None else ""
    if misprint.new not in {word, *spelling.candidates}:
        return misprint
    evidence = f": {', '.join(misprint.evidence)}." if misprint.evidence else "."
    reason = f"{spelling.reason.removesuffix('.')}{evidence}"
    return replace(misprint, code=spelling.code, rule=spelling.rule, reason=reason)
