"""Entries through the rules: every fault found becomes a finding with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from citekit.check.entry import VERBATIM, Entry
from citekit.check.registry import RULES
from citekit.check.rule import EVERY, NAMES, Fault, Placed, Rule, Setting, ValueCheck
from citekit.check.sources import Source, Spot
from citekit.check.trace import Trace, trace_of
from citekit.model import Finding, Span


class Looked(NamedTuple):
    """What looking at the entries of a file has given: findings, a trace of each entry, and how many there are."""

    findings: list[Finding]
    traces: list[Trace]
    entries: int


class Checker:
    """The rules that are followed, sorted by what they look at."""

    def __init__(self, codes: Iterable[str], setting: Setting) -> None:
        """Take the codes of the rules; codes of other findings are let pass."""
        self.setting = setting
        self.rules = [rule for rule in RULES if rule.code in frozenset(codes)]
        self._tables: dict[bool, _Table] = {latex: _Table(self.rules, latex=latex) for latex in (True, False)}

    def look(self, source: Source, number: int, part: Span) -> Looked:
        """Look at each entry in a part of a file, the ``number``-th of those that are checked."""
        table = self._tables[source.form == "bibtex"]
        findings: list[Finding] = []
        traces: list[Trace] = []
        count = 0
        for place, entry in enumerate(source.entries(*part)):
            if isinstance(entry, Finding):
                findings.append(entry)
                continue
            count += 1
            spots: dict[str, Spot | None] = {}
            for rule, fault in table.faults(entry, self.setting):
                findings.append(finding_of(rule, fault, entry, source, spots))
            if table.about_libraries:
                traces.append(trace_of(entry, number, place))
        return Looked(findings, traces, count)

    def compare(self, traces: Sequence[Trace]) -> Iterator[tuple[Rule, Placed]]:
        """What the rules about whole libraries find in the traces of all files."""
        for rule in self.rules:
            if rule.library:
                for placed in rule.library(traces, self.setting):
                    yield rule, placed


_Step: TypeAlias = tuple[Rule, Callable[[str], object] | None, ValueCheck]
"""A rule for a value, what finds the sign of it, and what looks closer."""


class _Table:
    """The rules for entries of a form, by field."""

    def __init__(self, rules: Sequence[Rule], *, latex: bool) -> None:
        mine = [rule for rule in rules if rule.latex in (None, latex)]
        self.about_libraries = any(rule.library for rule in rules)
        self._entry = [(rule, frozenset(rule.on), rule.entry) for rule in mine if rule.entry]
        self._value = [rule for rule in mine if rule.value and rule.on != EVERY]
        self._plain = _steps(rule for rule in self._value if rule.plain)
        self._by_field: dict[str, list[_Step]] = {}
        every = [rule for rule in mine if rule.on == EVERY]
        self._by_mark = {mark: _steps(rule for rule in every if mark in rule.marks) for mark in _MARKS}
        self._by_mark[""] = _steps(rule for rule in every if not rule.marks)

    def faults(self, entry: Entry, setting: Setting) -> Iterator[tuple[Rule, Fault]]:
        """What is wrong with an entry, rule by rule."""
        has = entry.whole.keys()
        for rule, fields, look in self._entry:
            if not fields or not fields.isdisjoint(has):
                for fault in look(entry, setting):
                    yield rule, fault
        for name, value in entry.fields.items():
            for rule, sign, check in self._steps_for(name, value):
                if sign is None or sign(value):
                    for fault in check(value, entry, name, setting):
                        yield rule, fault

    def _steps_for(self, name: str, value: str) -> list[_Step]:
        """The rules that may have something to say of a value, told by its field and its odd characters."""
        steps = self._by_field.get(name)
        if steps is None:
            steps = self._by_field[name] = _steps(rule for rule in self._value if name in rule.on)
        if name in _NAMED and _PLAIN(value):
            steps = self._plain
        if name not in VERBATIM and (odd := _ODD(value)):
            kinds = {mark if mark in _MARKS else "" for mark in odd}
            found = {step[0].code: step for kind in sorted(kinds) for step in self._by_mark[kind]}
            return [*steps, *found.values()]
        return steps


def _steps(rules: Iterable[Rule]) -> list[_Step]:
    return [(rule, re.compile(rule.sign).search if rule.sign else None, rule.value) for rule in rules if rule.value]


_NAMED = frozenset(NAMES)
_PERSON = (
    r"(?:(?:von|van|der|den|de|la|del|di|du) )*[A-Z][a-zß-ÿ]+(?:-[A-Z][a-zß-ÿ]+)?,"
    r"(?: (?!Prof|Herr|Frau)[A-Z](?:\.|[a-zß-ÿ]{2,}(?:-[A-Z]?[a-zß-ÿ]+)?))+"
)
_PLAIN = re.compile(rf"{_PERSON}(?: and {_PERSON})*(?: and others)?").fullmatch
"""Persons as they ought to be written, of whom few rules have anything to say."""

_MARKS = frozenset("&%#_$<\\/")
_ODD = re.compile("[&%#_$<\\\\/\x00-\x08\x0b-\x1f\x7f-\U0010ffff]").findall
"""What the sign of every rule for all fields begins with; most values have none of it."""


def finding_of(rule: Rule, fault: Fault, entry: Entry, source: Source, spots: dict[str, Spot | None]) -> Finding:
    """The finding that a fault of an entry is, at its place in the file or in the note that cites the work.

    ``spots`` keeps where the fields of the entry are, for many faults may be in one.
    """
    if fault.field not in spots:
        spots[fault.field] = _spot(entry, fault.field, source)
    spot = spots[fault.field]
    span, fix = spot.span if spot else None, None
    if spot and spot.exact:
        at = fault.at or (0, spot.span[1] - spot.span[0])
        span = (spot.span[0] + at[0], spot.span[0] + at[1])
        if fault.fix is not None and source.escape and spot.note is None:
            fix = source.escape(fault.fix)
    note = spot.note if spot else entry.note
    quoted = "" if span else entry.text("title")
    return Finding(
        rule.code, fault.message, rule.severity, note, entry.key or None, span, text=quoted, help=fault.help, fix=fix
    )


def _spot(entry: Entry, name: str, source: Source) -> Spot | None:
    """Where a field stands, else the head of the entry; exact only where the text there is the value."""
    spot = source.locate(entry, name) if name else None
    if spot is None:
        return source.locate(entry, "")
    same = spot.note is not None or source.text[slice(*spot.span)] == entry.fields.get(name)
    return spot._replace(exact=spot.exact and same)


def found_among(rule: Rule, placed: Placed, sources: Sequence[Source], texts: Sequence[str]) -> tuple[int, Finding]:
    """The finding that a fault of a library is, and the number of the file that it is in.

    A fault in a text that cites has the number of that text, counted on from the files.
    """
    fault, trace = placed.fault, placed.trace
    if trace is None:
        number = len(sources) + texts.index(placed.text)
        return number, Finding(rule.code, fault.message, rule.severity, span=fault.at, help=fault.help)
    source = sources[trace.file]
    entry = Entry(trace.kind, trace.key, {}, {}, source.form, trace.span, note=trace.note)
    return trace.file, finding_of(rule, fault, entry, source, {})
