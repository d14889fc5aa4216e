"""What a person has decided: these two records are the same, these two are not; in a plain file, honoured ever after.

One decision a line, each a JSON object (JSON Lines), written by ``citekit dedupe --review`` or by hand::

    {"decision": "different", "records": [
        {"key": "wang2009", "fingerprint": "5f0a9c1d2b3e4f60", "title": "2009 nian Zhongguo-dongmeng …"},
        {"key": "wang2010", "fingerprint": "0d1e2f3a4b5c6d7e", "title": "2010 nian Zhongguo-dongmeng …"}]}

(in the file on one line). ``key`` is a cite key, a former one included; ``fingerprint`` that of
:mod:`citekit.dedupe.fingerprint`; ``title`` is for the reader. One of the first two is enough. Of two lines on one pair
the later holds. Empty lines and lines that begin with ``#`` are left alone.

A record is known by its fingerprint, so that others who call it by another key have the decision too; where none has
the fingerprint, for the record was edited since, by its key. Two records that are both known by keys alone, though
fingerprints are given, are not joined by it: under those keys stand other works now, or those works changed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from citekit.dedupe.combine import ALIASES
from citekit.dedupe.fingerprint import fingerprint
from citekit.dedupe.lists import listed
from citekit.model import Finding, Work

Answer: TypeAlias = Literal["same", "different"]
Pair: TypeAlias = tuple[int, int]

_TITLE = 60


@dataclass(frozen=True, slots=True)
class Side:
    """One record of a decision, by key, by fingerprint or by both."""

    key: str = ""
    fingerprint: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of two records, and the line of the file that says so (0 for none)."""

    answer: Answer
    first: Side
    second: Side
    line: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions as pairs of indices (lower, higher), and what is to be said of the others."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    findings: tuple[Finding, ...] = ()


def decision(answer: Answer, first: Work, second: Work) -> Decision:
    """The decision on two works."""
    return Decision(answer, _side(first), _side(second))


def _side(work: Work) -> Side:
    return Side(work.key, fingerprint(work), work.title.display[:_TITLE])


def line_of(decided: Decision) -> str:
    """The line of the file that says it, its end included."""
    records = [_record(side) for side in (decided.first, decided.second)]
    told = json.dumps({"decision": decided.answer, "records": records}, ensure_ascii=False)
    return told.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _record(side: Side) -> dict[str, str]:
    told = {"key": side.key, "fingerprint": side.fingerprint, "title": side.title}
    return {name: value for name, value in told.items() if value}


def read(text: str) -> tuple[list[Decision], list[Finding]]:
    """The decisions of a file, and a finding for each line that is none."""
    decisions, findings = [], []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            decisions.append(_decision(json.loads(line), number))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            message = "This line of the decisions cannot be read; it decides nothing."
            findings.append(Finding("DU104", message, text=line.strip(), line=number, help=_MEND))
    return decisions, findings


_MEND = 'Write {"decision": "same", "records": [{"key": "a"}, {"key": "b"}]}, or "different".'
_AGAIN = "Decide again with --review, or take the line out."


def _decision(told: dict[str, Any], line: int) -> Decision:
    first, second = map(_told_side, told["records"])
    if told["decision"] not in ("same", "different"):
        raise ValueError(told["decision"])
    return Decision(told["decision"], first, second, line)


def _told_side(told: dict[str, Any]) -> Side:
    side = Side(**{name: told.get(name, "") for name in ("key", "fingerprint", "title")})
    if not (side.key or side.fingerprint) or not all(isinstance(part, str) for part in (side.key, side.fingerprint)):
        raise ValueError(told)
    return side


def applied_to(works: Sequence[Work], decisions: Iterable[Decision]) -> Decided:
    """The decisions on these works; those on others, who may share the file, say nothing here."""
    decisions = list(decisions)
    if not decisions:
        return Decided()
    known = _Known.of(works)
    answers: dict[Pair, Answer] = {}
    findings = []
    for one in decisions:
        (firsts, sure), (seconds, sure_too) = known.find(one.first), known.find(one.second)
        pairs = {(min(pair), max(pair)) for pair in ((a, b) for a in firsts for b in seconds) if pair[0] != pair[1]}
        if pairs and one.answer == "same" and not (sure or sure_too):
            findings.append(_stale(one))
            continue
        answers |= dict.fromkeys(pairs, one.answer)
    same, different = (
        frozenset(pair for pair, answer in answers.items() if answer == wanted) for wanted in ("same", "different")
    )
    return Decided(same, different, tuple(findings))


def _stale(one: Decision) -> Finding:
    keys = f"{one.first.key} and {one.second.key}"
    message = f"{keys} were decided to be the same, but both have changed since; they are not merged for that."
    return Finding("DU105", message, text=keys, line=one.line or None, help=_AGAIN)


@dataclass(frozen=True, slots=True)
class _Known:
    """Where the works are, by fingerprint and by key."""

    prints: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    keys: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, works: Sequence[Work]) -> _Known:
        known = cls()
        for place, work in enumerate(works):
            known.prints[fingerprint(work)].append(place)
            for key in dict.fromkeys((work.key, *listed(ALIASES[1], work.extra.get(ALIASES[1], "")))):
                known.keys[key].append(place)
        return known

    def find(self, side: Side) -> tuple[Collection[int], bool]:
        """The works that a side may be, and whether that is sure: by fingerprint, or by a key given alone."""
        prints = self.prints.get(side.fingerprint, [])
        keys = self.keys.get(side.key, []) if side.key else []
        both = [place for place in prints if place in keys]
        if prints:
            return both or prints, True
        return keys, not side.fingerprint
