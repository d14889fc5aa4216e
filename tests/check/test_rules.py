"""The rules on real strings: one file of cases a group of rules, one line a case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citekit.check.registry import BY_CODE, RULES

CASES = Path(__file__).parent / "cases"


def cases():
    for file in sorted(CASES.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                code, verdict, text = line.split(" ", 2)
                text = re.sub(r"\} (?=@\w+\{)", "}\n", text)
                yield pytest.param(code, verdict, text, id=f"{code}{verdict}{text[:60]}")


@pytest.mark.parametrize(("code", "verdict", "text"), list(cases()))
def test_a_rule_speaks_where_it_must_and_nowhere_else(code, verdict, text, found):
    told = found(text, code, exists=lambda path: path == "there.pdf")
    assert bool(told) == (verdict == "!"), told
    assert all(finding.severity == BY_CODE[code].severity for finding in told)


def test_every_rule_has_cases_of_both_kinds():
    told = {(case.values[0], case.values[1]) for case in cases()}
    aside = {"CK005", "CK013", "CK054", "CK131", "CK154", "CK155"}  # which need a setting or another format
    unseen = {"CK126", "CK127", "CK128"}  # signs that no editor shows; their pages hold them
    assert {rule.code for rule in RULES} - aside - unseen == {code for code, verdict in told if verdict == "!"} - aside
    assert {rule.code for rule in RULES} - aside <= {code for code, verdict in told if verdict == "."}
