"""Which findings are wanted: by code, by the beginning of a code, by name; for all files, and file by file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import PurePath

from citekit.check.registry import RULES
from citekit.data import findings
from citekit.errors import CitekitError

_USUAL = frozenset(findings.codes()) - {rule.code for rule in RULES if not rule.usual}


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted of all findings: codes, beginnings of codes or names, ``ALL`` for those beside the usual ones.

    ``per_file`` are further ones to leave out, by a pattern of the file's name or path (``*.ris``).
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def codes(self) -> frozenset[str]:
        """The codes that are wanted somewhere; CitekitError where a word names none."""
        for words in self.per_file.values():
            codes_of(words)
        return (codes_of(self.select) if self.select else _USUAL) - codes_of(self.ignore)

    def left_out(self, source: str) -> frozenset[str]:
        """The codes that are not wanted in a file."""
        path = PurePath(source)
        fitting = (
            words for pattern, words in self.per_file.items() if fnmatch(path.name, pattern) or path.match(pattern)
        )
        return frozenset().union(*map(codes_of, fitting))


def codes_of(words: Iterable[str]) -> frozenset[str]:
    """The codes that words stand for: ``CK030``, ``CK03``, ``doi-malformed``, ``ALL``."""
    found: set[str] = set()
    for word in words:
        codes = _codes(word.strip())
        if not codes:
            raise CitekitError(f"{word} is no code of a finding; `citekit explain --list` lists them all.")
        found |= codes
    return frozenset(found)


def _codes(word: str) -> set[str]:
    if word.upper() == "ALL":
        return set(findings.codes())
    named = findings.find(word)
    begun = {code for code in findings.codes() if len(word) > 1 and code.startswith(word.upper())}
    return {named} if named else begun
