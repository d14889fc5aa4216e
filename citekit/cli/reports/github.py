"""Findings as workflow commands of GitHub Actions, which become annotations of the lines they point at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.cli.finding import title
from citekit.cli.reports import Examined
from citekit.cli.reports.places import Places

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def to_github(examined: Sequence[Examined]) -> str:
    """One command a line: ``::error file=a.bib,line=3,col=10,title=CK030 doi-malformed::message``."""
    return "".join(f"{line}\n" for one in examined for line in _commands(one))


def _commands(one: Examined) -> Iterator[str]:
    places = Places(one)
    for finding in one.findings:
        line, column, end_line, end_column = places.of(finding)
        told = {"file": one.source, "line": line, "endLine": end_line}
        # columns of a place on several lines are refused
        columns = {"col": column, "endColumn": end_column} if line == end_line else {}
        properties = {**told, **columns, "title": title(finding.code)}
        listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
        yield f"::{_COMMANDS[finding.severity]} {listed}::{_data(f'{finding.message} {finding.help}'.strip())}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
