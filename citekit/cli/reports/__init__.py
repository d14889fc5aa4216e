"""Findings as text, JSON, JSON lines, SARIF, GitHub annotations or JUnit: ``report("sarif", examined)``.

Every verb whose data are findings writes them through this door. A form is a function from what was examined to text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # what only annotations need is not loaded
    from citekit.model import Finding, Note

FORMS = ("text", "json", "jsonl", "sarif", "github", "junit")
"""What a report can be written in."""


class Examined(NamedTuple):
    """A file with what was found in it: its name as it was given, its text, its findings and, of a paper, its notes.

    A finding's ``span`` counts in ``text``, or in its note's text where it names a note; without a text its ``line``
    is what is told. ``citation`` is the key of the entry that it speaks of. ``fix`` is the text for its span.
    """

    source: str
    text: str
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...] = ()


def report(form: str, examined: Sequence[Examined], *, width: int = 80, colour: bool = False) -> str:
    """The findings in one of :data:`FORMS`; ``width`` and ``colour`` are for text, which alone is made for a terminal.

    Half surrogates, which no file can hold, come out as question marks.
    """
    return _written(form, examined, width, colour=colour).encode("utf-8", "replace").decode()


def _written(form: str, examined: Sequence[Examined], width: int, *, colour: bool) -> str:
    if form == "text":
        from citekit.cli.reports.text import to_text

        return to_text(examined, width, colour=colour)
    from citekit.cli.reports import github, json, junit, sarif

    write = {
        "json": json.to_json,
        "jsonl": json.to_json_lines,
        "sarif": sarif.to_sarif,
        "github": github.to_github,
        "junit": junit.to_junit,
    }[form]
    return write(examined)
