"""Where a finding is, and what is put right there, in every format that is checked."""

from __future__ import annotations

import json

import pytest

from citekit.check import Selection, check, mended, open_source

BIB = """\
% A comment
@string{cq = {China Quarterly}}

@article{wei2004,
  author  = {Wei, Heping and Smith, J. et al.},
  title   = "The Role of China",
  journal = cq,
  year    = 2204,
  DOI     = {10/1},
  pages   = {9-1},
}
"""
CSL = """\
[
 {"id": "a", "type": "article-journal", "title": "Peace &amp; \\"War\\"", "container-title": "Asia",
  "author": [{"family": "SMITH", "given": "John"}], "issued": {"date-parts": [[2204]]},
  "DOI": "https://doi.org/10.1000/1", "ISSN": "03057411"},
 {"id": "b", "type": "book", "title": "Peace &amp; War", "ISBN": "0306406153", "URL": "www.un.org"}
]
"""
RIS = """\
TY  - JOUR\r
T1  - Peace &amp; War\r
A1  - SMITH, John\r
JO  - Asia\r
Y1  - 2204\r
DO  - 10/1\r
SN  - 03057411\r
ER  - \r
\r
TY  - BOOK\r
TI  - Peace &amp; Order\r
ER  - \r
"""
YAML = """\
references:
- id: a
  type: book
  title: The Role of China
  ISBN: 0306406153
"""


def lines(found, text):
    return sorted(
        (finding.code, text.count("\n", 0, finding.span[0]) + 1, text[slice(*finding.span)]) for finding in found
    )


@pytest.mark.parametrize(
    ("form", "text", "codes", "places"),
    [
        (
            "bibtex",
            BIB,
            ("CK030", "CK053", "CK070", "CK081"),
            [
                ("CK030", 9, "10/1"),
                ("CK053", 8, "2204"),
                ("CK070", 10, "9-1"),
                ("CK081", 5, " et al."),
            ],
        ),
        (
            "csl-json",
            CSL,
            ("CK037", "CK039", "CK046", "CK053", "CK080", "CK123"),
            [
                ("CK037", 5, "0306406153"),
                ("CK039", 4, "03057411"),
                ("CK046", 5, "www.un.org"),
                ("CK053", 3, '{"date-parts": [[2204]]}'),
                ("CK080", 3, '[{"family": "SMITH", "given": "John"}]'),
                ("CK123", 2, 'Peace &amp; \\"War\\"'),
                ("CK123", 5, "&amp;"),
            ],
        ),
        (
            "ris",
            RIS,
            ("CK030", "CK039", "CK053", "CK080", "CK123"),
            [
                ("CK030", 6, "10/1"),
                ("CK039", 7, "03057411"),
                ("CK053", 5, "2204"),
                ("CK080", 3, "SMITH, John"),
                ("CK123", 2, "&amp;"),
                ("CK123", 11, "&amp;"),
            ],
        ),
        ("csl-yaml", YAML, ("CK037",), [("CK037", 5, "0306406153")]),
    ],
)
def test_a_finding_is_on_its_line(form, text, codes, places, found):
    assert lines(found(text, *codes, form=form), text) == places


def test_what_an_entry_has_from_another_is_told_of_the_entry(found):
    text = "@inbook{a, crossref = {b}}\n@book{b, title = {x}, date = {1990}, origdate = {1995}}"
    assert [text[slice(*one.span)] for one in found(text, "CK059")] == ["1995"]
    (one,) = found("@inbook{a, title = {x}, crossref = {b}}\n@book{b, author = {A}, date = {2001}}", "CK011")[:1]
    assert one.span == (0, 10)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('@misc{a, doi = "10/1"}', '"'),
        ("@misc{a, DOI={10/1}}", "{"),
        ("@misc(a, doi = {10/1})", "{"),
        ("@misc{a,\r\n\tdoi\t=\t{10/1}\r\n}", "{"),
    ],
)
def test_a_value_is_found_however_the_entry_is_written(text, field, found):
    (one,) = [finding for finding in found(text, "CK030", "RD101") if finding.code == "CK030"]
    assert text[slice(*one.span)].startswith("10/1")
    assert text[one.span[0] - 1] == field


def test_a_value_of_several_pieces_is_not_put_right(found):
    text = '@string{x = {pp.}}\n@article{a, pages = x # " 3-9"}'
    (one,) = found(text, "CK072")
    assert (text[slice(*one.span)], one.fix) == ('x # " 3-9"', None)


def test_a_text_in_parts_gives_what_it_gives_as_a_whole(opened):
    text = "".join(f"@article{{k{number},\n  doi = {{10/{number}}},\n  pages = {{9--1}}}}\n\n" for number in range(99))
    source = opened(text)
    parts = source.cut(4)
    assert len(parts) == 4
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(text[start] == "@" for start, _ in parts)
    whole = check([source], Selection(("CK",)), processes=1)
    assert check([source], Selection(("CK",)), processes=2) == whole


def repaired(text, form, opened):
    selection = Selection(("CK",))
    return mended(text, lambda now: check([opened(now, form)], selection, processes=1)[0].findings, offered=True)


def test_a_repair_of_json_is_json(opened):
    now = repaired(CSL, "csl-json", opened)
    first, second = json.loads(now)
    assert first["DOI"] == "10.1000/1"
    assert second["title"] == "Peace & War"
    assert first["title"] == 'Peace &amp; "War"'  # it is not in the text sign by sign


def test_a_repair_of_ris_leaves_all_else(opened):
    assert repaired(RIS, "ris", opened) == RIS.replace("&amp;", "&").replace("SMITH", "Smith")


@pytest.mark.parametrize(
    ("form", "text", "codes"),
    [
        ("ris", "TY  - RPRT\nAU  - Smith, J., Jones, K.\nPY  - 2004/02/30/\nER  - \n", ["CK051", "CK085"]),
        ("ris", "TY  - BOOK\nAU  - Smith, J.\nY2  - 2004/13/01/\nER  - \n", ["CK051"]),
        ("csl-json", '[{"id": "a", "type": "book", "author": [{"family": "Ministry of Trade"}]}]', ["CK083"]),
        ("csl-json", '[{"id": "a", "type": "book", "author": [{"literal": "Ministry of Trade"}]}]', []),
        ("csl-json", '[{"id": "a", "type": "book", "issued": {"raw": "2004-02-30"}}]', ["CK051"]),
        ("csl-json", '[{"id": "a", "type": "book", "title": "The <i>Review</i> & 5% $ more"}]', []),
    ],
)
def test_faults_of_other_formats_are_found(form, text, codes, found):
    told = found(text, "CK051", "CK08", "CK113", "CK123", "CK13", form=form)
    assert sorted({finding.code for finding in told}) == codes


def test_a_paper_is_checked_in_its_notes(sample):
    from citekit import extract  # noqa: PLC0415 - the others need no paper

    text = sample.read_text(encoding="utf-8")
    (one,) = check([open_source("paper", text, "paper", lambda: extract(sample))], processes=1)
    codes = {finding.code for finding in one.findings}
    assert {"RD001", "RD002"} <= codes  # numbering gaps and cut notes are findings of reading
    misspelt = [finding for finding in one.findings if finding.code == "CK160"]
    assert [(finding.note, finding.message) for finding in misspelt] == [
        ("32", "The United Nations have no symbol S/RS/1244.")
    ]
