"""Whole notes and what they are read as, genre by genre: the tables stand in the folder ``notes``.

A row opens with ``== its name``. The note stands below, on one line; ``⟦⟧`` marks where text is lost. Then come its
pieces in order: ``- commentary``, or ``> type form <signal>`` with a line for every field of the citation, no field
more and none less. A form that is ``full`` is not written. Names are ``Family, Given`` joined by `` & ``; bodies stand
in square brackets with their translation: ``[Waijiaobu = Foreign Ministry]``. ``! why`` marks a row that is not yet
read so. The lines of ``entries.txt`` are lines of a reference list.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TABLES = sorted(Path(__file__).with_name("notes").glob("*.txt"))
GAP = "⟦⟧"
HEAD = re.compile(r"> (?P<type>[a-z-]+)(?: (?P<form>short|ibid))?(?: <(?P<signal>.*)>)?")


def rows(table):
    """The rows of a table as parameters: the note's text with its marks of loss, and what it is read as."""
    for block in table.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, text, *pieces = block.rstrip("\n").split("\n")
        why = next((line[2:] for line in pieces if line.startswith("! ")), "")
        marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason=why)] if why else []
        yield pytest.param(table.stem, text, list(wanted(pieces)), id=f"{table.stem}: {name}", marks=marks)


def wanted(lines):
    """The pieces of a row: a dictionary for each citation, a string for each commentary."""
    citation = {}
    for line in lines:
        if line.startswith("    "):
            name, value = line.strip().split(": ", 1)
            citation[name] = value
            continue
        if citation:
            yield citation
            citation = {}
        if line.startswith("- "):
            yield line[2:]
        elif line.startswith("> "):
            citation = {"form": "full", "signal": ""} | {k: v for k, v in HEAD.fullmatch(line).groupdict().items() if v}
    if citation:
        yield citation


def plain(citation):
    """A citation as a flat dictionary of strings: type, form and signal, and its fields."""
    values = {name: field.value for name, field in citation.fields.items()}
    texts = {k: v if isinstance(v, str) else " & ".join(map(named, v)) for k, v in values.items()}
    return {"type": citation.type, "form": citation.form, "signal": citation.signal} | texts


def named(name):
    if name.literal:
        return f"[{name.literal} = {name.translated}]" if name.translated else f"[{name.literal}]"
    family = f"{name.particle} {name.family}".strip()
    return " ".join(filter(None, (f"{family}, {name.given}" if name.given else family, name.suffix, name.original)))


def pieces(library):
    """What a library's only note is read as: its citations and its commentary, in order."""
    (note,), (reading,) = library.document.notes, library.readings
    citations = {citation.key: plain(citation) for citation in reading.citations}
    for piece in reading.pieces:
        if piece.kind == "citation":
            yield citations[piece.citation]
        elif piece.kind == "commentary":
            yield note.text[piece.start : piece.end].lstrip(" ,;.)").rstrip(" ,;.(")


@pytest.mark.parametrize(("table", "text", "row"), [row for table in TABLES for row in rows(table)])
def test_a_note_is_read_as(parsed, table, text, row):
    parts = text.split(GAP)
    gaps = tuple(sum(map(len, parts[:count])) for count in range(1, len(parts)))
    note = {"kind": "line"} if table == "entries" else {"gaps": gaps, "status": "partial"} if gaps else {}
    assert list(pieces(parsed("".join(parts), **note))) == row


def test_every_oddity_of_the_bundled_paper_has_a_row():
    table = next(table for table in TABLES if table.stem == "peacekeeping")
    named = set(re.findall(r"^# ([QDE]\d+) ", table.read_text(encoding="utf-8"), re.MULTILINE))
    assert len(named) == 33
    assert set(re.findall(r"\b[QDE]\d+\b", " ".join(row.id for row in rows(table)))) == named


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("[67] Reynolds, O. An experimental investigation. 1883.", "[67] ", id="square brackets"),
        pytest.param("12 Vgl. Luhmann 1972, S. 27.", "12 ", id="a bare number"),
        pytest.param("3. Watson JD, Crick FH. Molecular structure. Nature. 1953;171:737-8.", "3. ", id="a full stop"),
        pytest.param("(4) Anderson, B. (1983) Imagined communities. London: Verso.", "(4) ", id="round brackets"),
        pytest.param("• Anderson, B. (1983) Imagined communities. London: Verso.", "• ", id="a bullet"),
        pytest.param("1984 by George Orwell, London: Secker and Warburg, 1949.", "", id="a year is no number"),
        pytest.param("Anderson, B. (1983) Imagined communities. London: Verso.", "", id="none"),
    ],
)
def test_a_line_s_own_number_is_no_part_of_it(parsed, text, label):
    (reading,) = parsed(text, kind="line").readings
    assert "".join(text[piece.start : piece.end] for piece in reading.pieces if piece.kind == "label") == label


@pytest.mark.parametrize("text", ["这个问题很复杂，本文不讨论。", "中国在联合国的作用。", "本文に述べた通りである。"])
def test_commentary_in_script_is_no_citation(parsed, text):
    assert parsed(text).citations == ()
