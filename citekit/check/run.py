"""Files checked: entries first, on several processors where that pays, then libraries as a whole."""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple

from citekit.check.engine import Checker, Looked, found_among
from citekit.check.rule import Setting
from citekit.check.selection import Selection
from citekit.check.silence import heard
from citekit.check.sources import Source
from citekit.model import Finding, Span

_LARGE = 4_000_000
"""Characters from which on a second process is quicker than none."""

_MOST = 2
"""Processes at most: what they find has to come back, so that more of them gain little."""


class Checked(NamedTuple):
    """What checking has given of a file, or of a text that cites: the findings, and how many entries there are."""

    findings: tuple[Finding, ...]
    entries: int = 0


def check(
    sources: Sequence[Source],
    selection: Selection | None = None,
    setting: Setting | None = None,
    *,
    processes: int | None = None,
) -> list[Checked]:
    """The findings of each file, in the order of its text; behind them those of the texts that cite, in their order.

    ``processes`` is how many a large file is shared out to, None for as many as pay.
    """
    wanted = selection or Selection()
    checker = Checker(wanted.codes(), setting or _today())
    looked = [_look(checker, source, number, processes) for number, source in enumerate(sources)]
    texts = list(checker.setting.cited or ())
    found = [[*source.findings, *one.findings] for source, one in zip(sources, looked, strict=True)]
    found += [[] for _ in texts]
    for rule, placed in checker.compare([trace for one in looked for trace in one.traces]):
        number, finding = found_among(rule, placed, sources, texts)
        found[number].append(finding)
    told = zip(sources, found, looked, strict=False)
    files = [Checked(_kept(findings, source, wanted), one.entries) for source, findings, one in told]
    return files + [Checked(tuple(findings)) for findings in found[len(sources) :]]


def _today() -> Setting:
    from datetime import UTC, datetime  # noqa: PLC0415 - who tests gives a day

    return Setting(datetime.now(UTC).date())


def _kept(findings: Iterable[Finding], source: Source, selection: Selection) -> tuple[Finding, ...]:
    codes = selection.codes() - selection.left_out(source.name)
    wanted = [finding for finding in dict.fromkeys(findings) if finding.code in codes]
    if any(finding.span is None and finding.line for finding in wanted):
        starts = [0, 0, *(found.end() for found in re.finditer("\n", source.text))]
    else:
        starts = [0]
    wanted.sort(key=lambda finding: (finding.note is not None, _place(finding, starts), finding.code))
    return tuple(heard(wanted, source))


def _place(finding: Finding, starts: Sequence[int]) -> int:
    """Where a finding begins: its span does, else its line."""
    return finding.span[0] if finding.span else starts[min(finding.line or 0, len(starts) - 1)]


_shared: tuple[Checker, Source, int] | None = None
"""What a forked process has from its parent, so that nothing of it is sent."""


def _look(checker: Checker, source: Source, number: int, processes: int | None) -> Looked:
    global _shared  # noqa: PLW0603 - how a forked process gets at what cannot be sent
    parts = source.cut(_count(len(source.text)) if processes is None else processes)
    if len(parts) == 1:
        return checker.look(source, number, *parts)
    _shared = (checker, source, number)
    fork = multiprocessing.get_context("fork")
    # what looking makes has no cycles, and a process ends with its part: the collector would only walk it
    with ProcessPoolExecutor(len(parts), fork, initializer=gc.disable) as pool:
        found = list(pool.map(_look_at, parts))
    _shared = None
    findings = [finding for one in found for finding in one.findings]
    return Looked(findings, [trace for one in found for trace in one.traces], sum(one.entries for one in found))


def _look_at(part: Span) -> Looked:
    if _shared is None:
        return Looked([], [], 0)
    checker, source, number = _shared
    return checker.look(source, number, part)


def _count(size: int) -> int:
    """How many processes a text of so many characters pays; one where processes cannot be forked."""
    if size < _LARGE or "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return min(_MOST, os.cpu_count() or 1)
