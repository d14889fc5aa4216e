"""Hayagriva becomes a Library: citekit's own without loss, anybody's as far as it can be read.

What no field takes, and what would be written otherwise, stays in ``Work.extra`` as ``hayagriva.…``.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.model import Finding, Library, Work
from citekit.write.hayagriva_entry import Entry
from citekit.write.hayagriva_kept import OPAQUE, kept
from citekit.write.hayagriva_read import told
from citekit.write.pieces import Piece
from citekit.write.pieces_said import HELP, broken, library_with, twice
from citekit.write.record import Record, work_of
from citekit.write.rest import work_with
from citekit.write.yaml_pieces import yaml_members


def load_hayagriva(text: str, source: str) -> Library:
    """The works of a Hayagriva text, in its order; ``source`` is the name of the file, for findings.

    Nothing in the text raises: what cannot be read is a finding with its text.
    """
    works: list[Work] = []
    found: list[tuple[int, Finding]] = []
    taken: set[str] = set()
    for piece in yaml_members(text):
        if piece.broken or not isinstance(piece.value, dict):
            found.append((piece.start, broken(piece, text)))
            continue
        key = _free(piece.key, taken)
        found += [(piece.start, finding) for finding in _findings(piece, key, text)]
        taken.add(key)
        works.append(_work(key, piece.value))
    return library_with(works, found, text, source)


def _free(key: str, taken: set[str]) -> str:
    number, name = 1, key
    while name in taken:
        number += 1
        name = f"{key}-{number}"
    return name


def _findings(piece: Piece, key: str, text: str) -> Iterator[Finding]:
    if piece.twice:
        yield twice(piece, text)
    if key != piece.key:
        message = f"{piece.key}: Another entry has this key; it is now {key}."
        yield Finding("RD142", message, "error", text=text[piece.start : piece.end], help=HELP["RD142"])


def _work(key: str, entry: Entry) -> Work:
    values = natural(key, entry)
    line = entry.get(OPAQUE)
    found = work_with(values, line) if isinstance(line, str) else None
    if found is None and OPAQUE in entry:
        values["extra"] = {**values.get("extra", {}), f"hayagriva.{OPAQUE}": str(line)}
    return found or work_of(values)


def natural(key: str, entry: Entry) -> Record:
    """What an entry tells without its opaque member."""
    values = told(entry)
    extra = kept(entry, values)
    return {name: value for name, value in {"key": key, **values, "extra": extra}.items() if value}
