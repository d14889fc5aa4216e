"""Line starts that may be the labels of notes: raised numbers, and plain ones among the notes."""

from __future__ import annotations

from citekit.read.candidates import Candidate, Part
from citekit.read.digits import value
from citekit.read.genre import is_cited
from citekit.read.labels import follower, label_candidates
from citekit.read.pdf.rows import BODY, NOTE, Rows

_LEAST = -0.2
_MANY = 5
_MILD = -0.3
"""What speaks at most against a raised number among the notes: it is one whatever follows."""


def candidates(rows: Rows) -> list[Candidate]:
    """Every row that may open a note, in order."""
    plain = {one.start: one for one in label_candidates(rows.layout)}
    found = []
    for at, row in enumerate(rows.rows):
        if row.line is None or at in rows.layout.furniture.kinds:
            continue
        if row.line.label_end:
            found += [one for one in [_raised(rows, at)] if one.number]
        elif row.kind == NOTE and (one := plain.get(rows.layout.lines.heads[at])):
            found.append(one.with_part(("it stands among the notes", 0.8)))
    found = _dressed_alike(found)
    return [one for one in found if one.score > _LEAST]


def _dressed_alike(found: list[Candidate]) -> list[Candidate]:
    """The candidates, plain numbers having less weight where most are raised."""
    raised = sum(one.shape == "raised" for one in found)
    if raised < _MANY or 2 * raised < len(found):
        return found
    part: Part = ("most numbers here are raised", -1.0)
    return [one if one.shape == "raised" else one.with_part(part) for one in found]


def _raised(rows: Rows, at: int) -> Candidate:
    """A raised number that opens a line; in the body it may be a marker that the end of a line brought there."""
    row, lines = rows.rows[at], rows.layout.lines
    line = row.line
    assert line is not None  # noqa: S101 - rows without a line are passed over
    start, stop = lines.heads[at], lines.heads[at] + line.label_end
    text = line.text
    parts: list[Part] = [("a number opens the line", 1.0), ("it is raised", 1.2)]
    words = len(text) - len(text[line.label_end :].lstrip())
    said = (
        follower(text, words, "line", "raised") if words < len(text) else ("the number stands alone on its line", -0.2)
    )
    parts.append((said[0], max(said[1], _MILD if row.kind == NOTE else -1.0)) if said else ("a sign follows", -1.0))
    parts.append(("it stands among the notes", 0.3) if row.kind == NOTE else ("it stands in the body", -0.7))
    return Candidate(value(text[: line.label_end]), start, stop, "raised", tuple(parts), is_cited(text))


def in_body(rows: Rows, candidate: Candidate) -> bool:
    """Whether a candidate opens a line of the body."""
    return rows.rows[rows.layout.lines.at(candidate.start)].kind == BODY
