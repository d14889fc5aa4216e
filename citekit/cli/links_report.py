"""The outcomes of links as text, JSON, JSON lines, CSV, Markdown, SARIF, JUnit or GitHub annotations, as they come.

JSON, JSON lines and CSV have every link, Markdown, text and the others those that there is something to say of. SARIF
and JUnit are one document whose head counts what is in it, so they are written at the end.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TypeAlias

from citekit.cli.reports import Examined, report
from citekit.model import Finding
from citekit.online.links import Outcome

FORMS = ("text", "json", "jsonl", "csv", "markdown", "sarif", "junit", "github")
Found: TypeAlias = tuple[Outcome, tuple[Finding, ...]]
_COLUMNS = (
    *("source", "line", "note", "key", "field", "address", "verdict", "reason", "message", "status"),
    *("final", "proposed", "archive_url", "archive_date", "checked"),
)


class Report:
    """A report in the making: :meth:`one` gives what is to be written for an outcome, :meth:`end` what comes last."""

    def __init__(self, form: str, *, width: int = 80, colour: bool = False) -> None:
        """``width`` and ``colour`` are for text."""
        self._form = form
        self._width = width
        self._colour = colour
        self._count = 0
        self._findings: dict[str, list[Finding]] = {}

    def one(self, outcome: Outcome, findings: tuple[Finding, ...]) -> str:
        """What is to be written for an outcome."""
        self._count += 1
        told = "".join(_ONE[self._form](outcome, findings)) if self._form in _ONE else ""
        if self._form == "json":
            return ('{"schema": "citekit/1", "links": [\n' if self._count == 1 else ",\n") + told
        if self._form in {"text", "github"}:
            examined = [Examined(outcome.link.source, "", (one,)) for one in findings]
            return "".join(report(self._form, [one], width=self._width, colour=self._colour) for one in examined)
        if self._form in {"sarif", "junit"}:
            self._findings.setdefault(outcome.link.source, []).extend(findings)
        return (_HEADS.get(self._form, "") if self._count == 1 else "") + told

    def end(self, counts: dict[str, int]) -> str:
        """What comes last; ``counts`` are the verdicts with how many links have them."""
        if self._form == "json":
            head = "" if self._count else '{"schema": "citekit/1", "links": ['
            return f'{head}\n], "summary": {json.dumps(counts)}}}\n'
        if self._form in {"sarif", "junit"}:
            examined = [Examined(source, "", tuple(found)) for source, found in self._findings.items()]
            return report(self._form, examined)
        if self._form == "markdown":
            total = ", ".join(f"{count:,} {verdict}" for verdict, count in counts.items() if count) or "none"
            return ("" if self._count else _HEADS["markdown"]) + f"\nLinks: {total}.\n"
        return "" if self._count else _HEADS.get(self._form, "")


def told(outcome: Outcome) -> dict[str, object]:
    """An outcome as JSON has it, without what it does not tell."""
    link, result = outcome.link, outcome.result
    copy = outcome.copy
    every = {
        "source": link.source,
        "line": link.line,
        "note": link.note,
        "span": link.span and list(link.span),
        "key": link.key,
        "field": link.field,
        "sort": link.sort,
        "printed": link.printed,
        "forms": list(link.forms) if len(link.forms) > 1 else None,
        "address": outcome.url,
        "verdict": result.verdict,
        "reason": result.reason,
        "message": result.message,
        "status": result.status,
        "final": result.final,
        "proposed": result.proposed,
        "hops": [{"status": status, "address": address} for status, address in result.hops],
        "remarks": [{"name": name, "message": text} for name, text in result.remarks],
        "archive_url": copy and copy.url,
        "archive_date": copy and copy.date,
        "archive_gap_days": copy and copy.gap,
        "archive_trouble": outcome.archive_trouble,
        "accessed": link.accessed,
        "checked": _moment(result.at),
        "kept": result.is_kept or None,
        "failed_days": result.failed_days or None,
    }
    return {name: value for name, value in every.items() if value not in (None, "", [])}


def _moment(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="seconds") if at else ""


def _json(outcome: Outcome, _: tuple[Finding, ...]) -> Iterator[str]:
    yield json.dumps(told(outcome), ensure_ascii=False)


def _json_line(outcome: Outcome, _: tuple[Finding, ...]) -> Iterator[str]:
    yield json.dumps(told(outcome), ensure_ascii=False) + "\n"


def _row(outcome: Outcome, _: tuple[Finding, ...]) -> Iterator[str]:
    values = told(outcome)
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([_safe(str(values.get(name, ""))) for name in _COLUMNS])
    yield line.getvalue()


def _safe(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if len(value) > 1 and value[0] in "=+-@\t\r" else value


def _markdown(outcome: Outcome, findings: tuple[Finding, ...]) -> Iterator[str]:
    if not findings:
        return
    link, result = outcome.link, outcome.result
    place = f"note {link.note}" if link.note is not None else f"line {link.line}" if link.line else ""
    where = ", ".join(filter(None, (link.source, place, link.key)))
    advice = "; ".join(dict.fromkeys(one.help for one in findings if one.help))
    cells = (where, outcome.url, result.verdict, ". ".join(filter(None, (result.message, advice))))
    yield f"| {' | '.join(map(_cell, cells))} |\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


_ONE: dict[str, Callable[[Outcome, tuple[Finding, ...]], Iterator[str]]] = {
    "json": _json,
    "jsonl": _json_line,
    "csv": _row,
    "markdown": _markdown,
}
_HEADS = {
    "csv": ",".join(_COLUMNS) + "\n",
    "markdown": "| where | address | verdict | why, and what to do |\n| --- | --- | --- | --- |\n",
}
