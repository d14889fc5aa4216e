"""Numbers in the body that may be markers: raised ones, or, where there are hardly any, those that a text shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citekit.read.candidates import Candidate
from citekit.read.digits import value
from citekit.read.markers import marker_candidates
from citekit.read.pdf.rows import BODY, Rows

_UNIT = re.compile(r"(?:\d|(?<![^\W\d_])(?:[ckdm]?m|CO|H|R|χ|x|n))$")
_BRACKETED = re.compile(r"[(\[](?P<number>\d{1,3})[)\]](?=[\s.,;:]|$)")
_MOST = 1999


def candidates(rows: Rows, taken: Iterable[int]) -> list[Candidate]:
    """Every number that may mark a note, in order; ``taken`` are the offsets of labels."""
    labels = set(taken)
    raised = [one for one in _raised(rows) if one.start not in labels]
    if len(raised) >= len(labels) / 2:
        return raised
    known = {one.start for one in raised} | labels
    lines = rows.layout.lines
    plain = [one for one in marker_candidates(lines) if rows.rows[lines.at(one.start)].kind == BODY]
    plain += _wrapped(rows)
    return sorted([*raised, *(one for one in plain if one.start not in known)], key=lambda one: one.start)


def _wrapped(rows: Rows) -> Iterator[Candidate]:
    """Numbers in brackets that the end of a line brought to the start of the next one."""
    lines = rows.layout.lines
    for at, row in enumerate(rows.rows):
        match = _BRACKETED.match(row.line.text) if row.line is not None and row.kind == BODY else None
        if match and at and rows.rows[at - 1].kind == BODY and rows.rows[at - 1].line is not None:
            shape = "bracket" if match[0][0] == "[" else "brace"
            start = lines.heads[at]
            part = ("in brackets, at the start of a line", 0.4)
            yield Candidate(int(match["number"]), start, start + match.end(), shape, (part,))


def _raised(rows: Rows) -> Iterator[Candidate]:
    for at, row in enumerate(rows.rows):
        if row.line is None or row.kind != BODY:
            continue
        head = rows.layout.lines.heads[at]
        for start, stop in row.line.raised:
            number = value(row.line.text[start:stop])
            if 0 < number <= _MOST:
                exponent = bool(_UNIT.search(row.line.text, max(0, start - 4), start))
                part = ("a raised number", 0.4 if exponent else 1.0 if start == 0 else 1.7)
                yield Candidate(number, head + start, head + stop, "raised", (part,))
