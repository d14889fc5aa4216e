"""Findings in SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import PurePath
from urllib.parse import quote

from citekit.cli.reports import Examined
from citekit.cli.reports.places import Place, Places
from citekit.data import findings
from citekit.model import Finding

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def to_sarif(examined: Sequence[Examined]) -> str:
    """A log of one run: the rules that have something to say, and a result for each finding."""
    codes = sorted({finding.code for one in examined for finding in one.findings})
    driver = {"name": "citekit", "version": version("citekit"), "rules": [_rule(code) for code in codes]}
    results = [
        _result(finding, one.source, places, codes.index(finding.code))
        for one in examined
        for places in (Places(one),)
        for finding in one.findings
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str) -> dict[str, object]:
    page = findings.page(code)
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in findings.name(code).split("-")),
        "shortDescription": {"text": findings.meaning(code) or code},
        "help": {"text": page or code, "markdown": page or code},
    }


def _result(finding: Finding, source: str, places: Places, index: int) -> dict[str, object]:
    place = places.of(finding)
    location = {"physicalLocation": {"artifactLocation": _artifact(source), **_region(place)}}
    text = f"{finding.message} {finding.help}".strip()
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [location],
    }
    if finding.fix is not None and finding.span and finding.note is None:
        change = {"deletedRegion": _region(place)["region"], "insertedContent": {"text": finding.fix}}
        changes = [{"artifactLocation": _artifact(source), "replacements": [change]}]
        result["fixes"] = [{"description": {"text": finding.message}, "artifactChanges": changes}]
    return result


def _artifact(source: str) -> dict[str, str]:
    """The file as a URI: relative where its name is, ``stdin`` for ``-``."""
    path = PurePath(source)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": "stdin" if source == "-" else quote(path.as_posix())}


def _region(place: Place) -> dict[str, dict[str, int]]:
    """The region of a place; nothing where not even the line is known."""
    if not place.line:
        return {}
    if not place.column:
        return {"region": {"startLine": place.line}}
    return {
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    }
