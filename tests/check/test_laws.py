"""Laws of the rules: nothing in a text raises, places lie in the text, putting right twice is putting right once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.check import Selection, check, mended, open_source
from citekit.check.fixes import repaired
from citekit.model import Finding
from citekit.write import READERS

CASES = [
    line.split(" ", 2)[2]
    for file in sorted((Path(__file__).parent / "cases").glob("*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
VALUES = st.one_of(
    st.text(max_size=30),
    st.text("{}\\\"$%&#_~^'`@,;=()[] and.-–0123456789aé", max_size=40),
    st.sampled_from(["10.1000/1", "2004-02-30", "212--198", "et al.", "&amp;", "Ã©", "S/RS/1", "978-0-306-40615-7"]),
)
FIELDS = st.sampled_from(
    "author title doi isbn issn date year month pages url volume edition eprint langid journal note editor".split()
)
ENTRIES = st.builds(
    lambda kind, key, fields: f"@{kind}{{{key},\n" + "".join(f"  {n} = {{{v}}},\n" for n, v in fields) + "}\n",
    st.sampled_from("article book misc online incollection".split()),
    st.text("abc:1", max_size=3),
    st.lists(st.tuples(FIELDS, VALUES), max_size=5),
)


def find(text, form="bibtex"):
    source = open_source("file", text, form, lambda: READERS[form](text, "file"))
    return check([source], Selection(("ALL",)), processes=1)[0].findings


@settings(deadline=None, max_examples=150)
@given(st.lists(ENTRIES, max_size=3).map("".join))
def test_nothing_in_a_bib_raises_and_places_lie_in_it(text):
    for finding in find(text):
        assert finding.span is None or 0 <= finding.span[0] <= finding.span[1] <= len(text)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200), st.sampled_from(["bibtex", "ris", "csl-json"]))
def test_nothing_in_any_text_raises(text, form):
    find(text, form)


def twice(text, *, offered):
    once = mended(text, find, offered=offered)
    assert mended(once, find, offered=offered) == once
    return once


@pytest.mark.parametrize("offered", [False, True])
def test_put_right_twice_is_put_right_once(offered):
    for case in CASES:
        twice(case, offered=offered)


@settings(deadline=None, max_examples=60)
@given(st.lists(ENTRIES, max_size=2).map("".join))
def test_put_right_twice_is_put_right_once_whatever_the_text(text):
    twice(text, offered=True)


def test_what_is_outside_the_repairs_stays_to_the_byte():
    text = "\ufeff% é\r\n@Article { a ,\tpages = { 3-9 } , doi={doi:10.1000/1}}\r\n\r\nrest\x0c"
    assert twice(text, offered=False) == text.replace("{ 3-9 }", "{3--9}").replace("doi:10.", "10.")


def test_of_repairs_that_overlap_the_first_is_made():
    one = Finding("CK031", "", span=(0, 3), fix="x")
    other = Finding("CK031", "", span=(2, 5), fix="y")
    assert repaired("abcdef", [other, one]) == "xdef"


@pytest.mark.parametrize("piece", ["a", " ", ",", "(", "A, ", " and ", "1-", "{", "\\", "é", "&", "x; ", "$"])
def test_time_grows_with_the_value_and_not_faster(piece):
    from time import process_time  # noqa: PLC0415 - the only test that needs a clock

    for field in ("author", "title", "usere", "pages", "doi", "isbn", "year", "journal"):
        value = (piece * 4000)[:4000]
        start = process_time()
        find(f"@article{{a, title = {{x}}, {field} = {{{value}}}}}")
        assert process_time() - start < 4
