"""The pages of the rules are true: what they show as bad is found, what they show as good is not."""

from __future__ import annotations

import re
from datetime import date

import pytest

from citekit.check.registry import RULES
from citekit.data import findings

SETTINGS = {
    "CK005": {"key_pattern": r"[a-z]+\d{4}"},
    "CK013": {"dialect": "bibtex"},
    "CK018": {"exists": lambda path: path == "there.pdf"},
    "CK054": {"published": date(2011, 6, 30)},
}
ENTRY = "@book{weiss2004, title = {The United Nations}}"


def shown(code):
    page = findings.page(code)
    bad, good = page.partition("\nBad:\n")[2].split("\nGood:\n")
    return [re.sub(r"^    ", "", block, flags=re.MULTILINE).strip("\n") for block in (bad, good)]


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_bad_is_found_and_good_is_not(code, found):
    settings = SETTINGS.get(code, {})
    for text, wanted in zip(shown(code), ([code], []), strict=True):
        if code in ("CK154", "CK155"):
            told = found(text if text.startswith("@") else ENTRY, code, cited="" if text.startswith("@") else text)
        else:
            told = found(text, code, form="csl-json" if text.startswith("{") else "bibtex", **settings)
        assert sorted({finding.code for finding in told}) == wanted, text


@pytest.mark.parametrize("code", [rule.code for rule in RULES])
def test_a_page_says_whether_the_repair_is_made(code):
    (rule,) = [rule for rule in RULES if rule.code == code]
    page = " ".join(findings.page(code).split())
    assert ("epaired by --fix" in page) == bool(rule.fix)
    assert ("--unsafe-fixes" in page) == (rule.fix == "offered")
