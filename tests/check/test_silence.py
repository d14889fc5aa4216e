"""What a file asks not to be told of, and what a project selects."""

from __future__ import annotations

import json

import pytest

from citekit.check import Selection, check
from citekit.errors import CitekitError

TWO = ("CK030", "CK070")
ENTRY = "@article{a, doi = {10/1}, pages = {9--1}}"


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (ENTRY, ["CK030", "CK070"]),
        (f"% citekit: ignore CK030\n{ENTRY}", ["CK070"]),
        (f"% citekit: ignore CK030, CK070\n{ENTRY}", []),
        (f"% citekit: ignore\n{ENTRY}", []),
        (f"% citekit: ignore CK03\n% the DOI is as printed\n{ENTRY}", ["CK070"]),
        (f"% citekit: ignore CK030\n\n{ENTRY}", ["CK030", "CK070"]),
        ("% citekit: ignore CK030\n@misc{b}\n" + ENTRY, ["CK030", "CK070"]),
        ("@misc{b,\n}\n% citekit: ignore CK030\n" + ENTRY, ["CK070"]),
        (f"% citekit: ignore-file CK030\n@misc{{b}}\n\n{ENTRY}", ["CK070"]),
        (f"% citekit: ignore-file CK\n@misc{{b}}\n\n{ENTRY}", []),
        (f"@comment{{citekit: ignore CK070}}\n{ENTRY}", ["CK030"]),
        (ENTRY.replace("}}", "}, citekit-ignore = {CK030}}"), ["CK070"]),
        (ENTRY.replace("}}", "}, citekit-ignore = {CK030, CK070}}"), []),
        (ENTRY.replace("}}", "}, note = {written by citekit}}"), ["CK030", "CK070"]),
    ],
)
def test_an_entry_or_a_file_silences_codes(text, heard, found):
    assert [finding.code for finding in found(text, *TWO)] == heard


def test_other_formats_silence_in_their_note(found):
    item = {"id": "a", "type": "book", "DOI": "10/1", "page": "9-1", "note": "citekit-ignore: CK030\nmore"}
    assert [finding.code for finding in found(json.dumps([item]), *TWO, form="csl-json")] == ["CK070"]
    ris = "TY  - JOUR\nDO  - 10/1\nSP  - 9-1\nN1  - citekit-ignore: CK030\nER  - \n"
    assert [finding.code for finding in found(ris, *TWO, form="ris")] == ["CK070"]


@pytest.mark.parametrize(
    ("select", "ignore", "wanted"),
    [
        ((), (), True),
        (("CK030",), (), True),
        (("CK03",), (), True),
        (("ck030",), (), True),
        (("doi-malformed",), (), True),
        (("CK07",), (), False),
        ((), ("CK030",), False),
        ((), ("CK",), False),
        (("CK030",), ("doi-malformed",), False),
        (("ALL",), (), True),
    ],
)
def test_codes_are_selected_by_code_beginning_and_name(select, ignore, wanted):
    assert ("CK030" in Selection(select, ignore).codes()) == wanted


def test_what_is_not_usual_is_followed_when_it_is_asked_for():
    assert "CK018" not in Selection().codes()
    assert "CK018" in Selection(("CK018",)).codes()
    assert "CK018" in Selection(("ALL",)).codes()


@pytest.mark.parametrize("word", ["CK999", "", "nonsense", "X"])
def test_a_word_that_names_no_finding_is_an_error(word):
    with pytest.raises(CitekitError, match="no code of a finding"):
        Selection((word,)).codes()


@pytest.mark.parametrize(("pattern", "heard"), [("*.bib", 0), ("papers/*.bib", 0), ("*.ris", 1), ("a.bib", 0)])
def test_codes_are_left_out_by_file(pattern, heard, opened):
    selection = Selection(("CK030",), (), {pattern: ("CK03",)})
    (one,) = check([opened(ENTRY, name="my/papers/a.bib")], selection, processes=1)
    assert len(one.findings) == heard
