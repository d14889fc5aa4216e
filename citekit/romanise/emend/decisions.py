"""Decisions on emendations as a file: a row each, written by citekit, filled in by hand, and replayed.

Tab-separated, a heading that names the columns, ``#`` before a remark. ``decision`` is ``accept``, ``reject`` or
empty; ``where`` (``note 8``, a work's key), ``field`` and ``old`` say which word is meant, ``printed`` in which string;
``new`` is what is to stand there and may be changed by hand. ``decision``, ``where``, ``old`` and ``new`` are needed,
columns that are not known are left alone. A row may be one's own: any word of a string may be named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from citekit.errors import CitekitError
from citekit.model import Emendation, Span
from citekit.romanise.authority_file import cell_of
from citekit.romanise.emend.strings import word_at

NEEDED = ("decision", "where", "old", "new")
COLUMNS = ("decision", "where", "field", "old", "new", "or", "confidence", "code", "reason", "printed")
Word = Literal["", "accept", "reject"]
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Decision:
    """A row: what was decided of which word, and where the row stands (``decisions.tsv, line 5``)."""

    decision: Word
    where: str
    old: str
    new: str
    field: str = ""
    printed: str = ""
    source: str = ""

    def fits(self, emendation: Emendation) -> bool:
        """Whether it speaks of an emendation: what the row leaves out may be anything."""
        _, old, _ = as_words(emendation)
        return (
            self.where == emendation.where
            and plain(old) == plain(self.old)
            and self.field in {"", emendation.field}
            and (not self.printed or plain(self.printed) == plain(emendation.printed))
        )


def plain(text: str) -> str:
    """A text on one line, as a cell has it."""
    return " ".join(text.split())


def as_words(emendation: Emendation) -> tuple[Span, str, str | None]:
    """An emendation widened to whole words: their span, what is printed, what would stand there."""
    (start, end), text = emendation.span, emendation.printed
    left, right = min(start, word_at(text, start)[0]), max(end, word_at(text, end)[1])
    if emendation.field.endswith("_original"):
        return (0, len(text)), text, emendation.new
    new = None if emendation.new is None else text[left:start] + emendation.new + text[end:right]
    return (left, right), text[left:right], new


def load_decisions(path: str) -> tuple[Decision, ...]:
    """The decisions of a file. Raises CitekitError for what cannot be read, and for the first row that is amiss."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CitekitError(f"{path} cannot be read ({error.strerror}); name a file of decisions.") from error
    except UnicodeDecodeError as error:
        raise CitekitError(f"{path} is not UTF-8; save the file of decisions as UTF-8 text.") from error
    return read_decisions(text, path)


def read_decisions(text: str, source: str) -> tuple[Decision, ...]:
    """The decisions of a text; rows without a decision are left out. Raises CitekitError for a row that is amiss."""
    lines = [(number, line) for number, line in enumerate(_LINE_END.split(text), 1) if line.strip() and line[0] != "#"]
    if not lines:
        raise CitekitError(f"{source} holds no decisions; `citekit romanise PAPER --decisions FILE` writes some.")
    heading = [cell_of(cell).casefold() for cell in lines[0][1].split("\t")]
    lacking = [name for name in NEEDED if name not in heading]
    if lacking:
        raise CitekitError(
            f"{source}, line {lines[0][0]}: the heading lacks {' and '.join(lacking)}; it names the columns, "
            f"parted by tabs: {', '.join(COLUMNS)}."
        )
    rows = [_row(f"{source}, line {number}", heading, line) for number, line in lines[1:]]
    _check_conflicts(rows)
    return tuple(row for row in rows if row.decision)


def _row(source: str, heading: list[str], line: str) -> Decision:
    cells = [cell_of(cell) for cell in line.split("\t")]
    if any(cells[len(heading) :]):
        raise CitekitError(f"{source}: {len(cells)} cells stand under {len(heading)} columns; part them by one tab.")
    named = dict(zip(heading, cells, strict=False))
    said = named["decision"].casefold()
    if said not in {"", "accept", "reject"}:
        raise CitekitError(f"{source}: the decision “{named['decision']}” is neither accept nor reject; write one.")
    where, old, new = (named.get(name, "") for name in ("where", "old", "new"))
    if said and not (where and old):
        raise CitekitError(f"{source}: the row does not say {'old' if where else 'where'}; fill the cell in.")
    if said == "accept" and not new:
        raise CitekitError(f"{source}: the row accepts nothing for “{old}”; write what is meant under new.")
    decision: Word = "accept" if said == "accept" else "reject" if said else ""
    return Decision(decision, where, old, new, named.get("field", ""), named.get("printed", ""), source)


def _check_conflicts(rows: Iterable[Decision]) -> None:
    """Refuse two rows that accept different things for one place."""
    taken: dict[tuple[str, ...], Decision] = {}
    for row in rows:
        if row.decision != "accept":
            continue
        first = taken.setdefault((row.where, row.field, row.printed, row.old), row)
        if first.new != row.new:
            line = first.source.rpartition(", ")[2]
            raise CitekitError(
                f"{row.source}: “{row.old}” is to be “{row.new}” here and “{first.new}” in {line}; accept one of them."
            )


def write_decisions(emendations: Iterable[Emendation], heading: str, kept: Iterable[Decision] = ()) -> str:
    """The text of a file: a row an emendation, undecided but for what ``kept`` decides; its other rows at the end."""
    waiting = list(kept)
    by_where: dict[str, list[Decision]] = {}
    for decision in waiting:
        by_where.setdefault(decision.where, []).append(decision)
    lines = [*(f"# {line}" for line in heading.splitlines()), "\t".join(COLUMNS)]
    found: set[int] = set()
    rows: dict[tuple[str, ...], str] = {}
    for emendation in emendations:
        _, old, new = as_words(emendation)
        here = by_where.get(emendation.where, ())
        before = next((one for one in here if one.fits(emendation) and _same_face(one, new)), None)
        found |= {id(before)}
        cells = tuple(map(plain, _cells(emendation, old, new, before)))
        rows.setdefault((*cells[1:5], cells[-1]), "\t".join(cells))
    own = ("\t".join(map(plain, _own(one))) for one in waiting if id(one) not in found)
    return "\n".join((*lines, *rows.values(), *own)) + "\n"


def _same_face(decision: Decision, new: str | None) -> bool:
    """Of several proposals for the characters of a title a decision is on the one that it names."""
    return not decision.field.endswith("_original") or decision.new == new


def _cells(one: Emendation, old: str, new: str | None, before: Decision | None) -> Iterator[str]:
    yield before.decision if before else one.decision
    yield from (one.where, one.field, old)
    yield before.new if before and before.new else new or ""
    yield "|".join(other for other in one.candidates if other != new)
    yield f"{one.confidence:.2f}"
    yield from (one.code, one.reason, one.printed)


def _own(one: Decision) -> tuple[str, ...]:
    return (one.decision, one.where, one.field, one.old, one.new, "", "", "", "", one.printed)
