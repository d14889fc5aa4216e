"""Findings in the XML of JUnit, which test runners of many kinds read: a suite a file, a case a finding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from citekit.cli.finding import title
from citekit.cli.reports import Examined
from citekit.cli.reports.places import Places
from citekit.model import Finding

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write."""


def to_junit(examined: Sequence[Examined]) -> str:
    """One suite a file; a finding is a failed case, a file without any has one case that passed."""
    total = sum(len(one.findings) for one in examined)
    tests = total + sum(not one.findings for one in examined)
    root = Element("testsuites", name="citekit", tests=str(tests), failures=str(total))
    for one in examined:
        _suite(root, one)
    indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, one: Examined) -> None:
    places = Places(one)
    suite = SubElement(root, "testsuite", name=_clean(one.source), tests=str(len(one.findings) or 1))
    suite.set("failures", str(len(one.findings)))
    if not one.findings:
        SubElement(suite, "testcase", name="no findings", classname=_clean(one.source))
    for finding in one.findings:
        _case(suite, finding, one.source, places)


def _case(suite: Element, finding: Finding, source: str, places: Places) -> None:
    line, column, _, _ = places.of(finding)
    where = ":".join([source, *(str(number) for number in (line, column) if number)])
    case = SubElement(suite, "testcase", name=title(finding.code), classname=_clean(source))
    if line:
        case.set("line", str(line))
    failure = SubElement(case, "failure", message=_clean(finding.message), type=finding.severity)
    failure.text = _clean(f"{where}: {finding.message} {finding.help}".strip())


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
