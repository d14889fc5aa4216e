"""Findings for programs: one JSON document, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from citekit.cli.reports import Examined
from citekit.cli.reports.places import Places
from citekit.data.findings import name
from citekit.model import Finding


def to_json(examined: Sequence[Examined]) -> str:
    """A document with the findings of each file: ``{"schema": "citekit/1", "files": [{"source", "findings"}]}``."""
    files = [{"source": one.source, "findings": list(_objects(one))} for one in examined]
    return json.dumps({"schema": "citekit/1", "files": files}, ensure_ascii=False, indent=1) + "\n"


def to_json_lines(examined: Sequence[Examined]) -> str:
    """One finding a line, each with the name of its file under ``source``."""
    return "".join(
        json.dumps({"source": one.source, **told}, ensure_ascii=False) + "\n"
        for one in examined
        for told in _objects(one)
    )


def _objects(one: Examined) -> Iterator[dict[str, object]]:
    places = Places(one)
    for finding in one.findings:
        yield _object(finding, places)


def _object(finding: Finding, places: Places) -> dict[str, object]:
    """A finding without what it does not tell; lines and columns are 1-based, ``span`` counts from 0."""
    line, column, end_line, end_column = places.of(finding)
    told = {
        "code": finding.code,
        "name": name(finding.code),
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "key": finding.citation,
        "note": finding.note,
        "line": line or None,
        "column": column or None,
        "end_line": end_line or None,
        "end_column": end_column or None,
        "span": finding.span and list(finding.span),
        "text": finding.text,
        "fix": finding.fix,
    }
    return {member: value for member, value in told.items() if value is not None and (value or member == "fix")}
