"""Each finding that the source can make has a page, each page a finding, and each page the same shape."""

from __future__ import annotations

import ast
import re

import pytest

from citekit.data import findings

CODE = re.compile(r"(?:RD|PA|PY|RS|DU|ST|CK|UR|RG)\d{3}")
SHAPE = re.compile(
    r"# (?P<code>[A-Z]{2}\d{3}) (?P<name>[a-z]+(?:-[a-z]+)*)\n\n"
    r"(?P<what>(?:\S.*\n)+)\n"
    r"What to do: (?P<help>(?:\S.*\n)+)\n"
    r"Bad:\n\n?(?P<bad>(?: {2,}\S.*\n|\n)+)"
    r"Good:\n\n?(?P<good>(?: {2,}\S.*\n|\n)+)"
)


def made(root):
    """The codes that stand in the source as strings."""
    constants = (
        node.value
        for path in (root / "citekit").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {text for text in constants if CODE.fullmatch(text)}


def test_every_finding_has_a_page_and_every_page_a_finding(root):
    assert made(root) == set(findings.codes())


@pytest.mark.parametrize("code", findings.codes())
def test_a_page_says_what_it_is_what_to_do_and_shows_bad_and_good(code):
    page = SHAPE.fullmatch(findings.page(code).rstrip("\n") + "\n")
    assert page, f"{code}.md has not the shape: heading, meaning, What to do:, Bad:, Good:"
    assert page["code"] == code


def test_no_two_findings_share_a_name():
    names = [findings.name(code) for code in findings.codes()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("word", ["{code}", "{lower}", "{name}"])
def test_a_finding_is_found_by_code_and_by_name(word):
    for code in findings.codes():
        assert findings.find(word.format(code=code, lower=code.lower(), name=findings.name(code))) == code


@pytest.mark.parametrize("word", ["", "RD", "../RD001", "no-such-thing"])
def test_what_is_no_finding_is_not_found(word):
    assert findings.find(word) == ""
    assert findings.page(word) == ""
