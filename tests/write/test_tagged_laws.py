"""What holds for every library in RIS and EndNote XML, and for every text that is read as one of them."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.write import READERS, WRITERS
from citekit.write.endnote_table import NUMBERS
from citekit.write.record import record
from citekit.write.ris_lines import KNOWN
from citekit.write.ris_table import CODES

spec = importlib.util.spec_from_file_location("write_strategies", Path(__file__).with_name("strategies.py"))
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

WIDE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FORMS = ["ris", "endnote"]

OWN = ["ris.C7", "ris.TY", "ris.M2", "ris.KW", "ris.DA", "ris.SP", "ris.er", "endnote.custom1", "endnote.ref-type"]
OWN += ["endnote.ref-type/x", "endnote.urls/pdf-urls/url", "endnote.language", "endnote.a/b", "endnote.rec-number"]
VALUES = [
    "citekit: {}",
    "BOOK",
    "Book",
    "a\nb",
    "<key a='1'>x</key>",
    '<custom1 a="1">x</custom1>',
    "<b/>",
    "2007/03/05",
]
extras = st.dictionaries(st.sampled_from(OWN), st.sampled_from(VALUES) | made.texts, max_size=3)
tags = st.sampled_from([*sorted(KNOWN), "ZZ", "ty", "X"])
values = st.sampled_from([*CODES, "2007/03/05/x", "a, b; c", "12-34", "978-0-306-40615-7", "eng"]) | made.texts
separators = st.sampled_from(["  - ", " - ", "-", "  -", " "])
ris = st.lists(st.tuples(tags, separators, values).map("".join), max_size=12).map("\n".join)
names = st.sampled_from(["records", "record", "titles", "title", "dates", "year", "style", "notes", "custom1", "pages"])


def element(inner):
    number = st.sampled_from(sorted(NUMBERS.values())).map(lambda found: f"<ref-type>{found}</ref-type>")
    nested = st.tuples(names, st.lists(inner, max_size=3)).map(
        lambda found: f"<{found[0]}>{''.join(found[1])}</{found[0]}>"
    )
    return number | nested


endnote = st.recursive(
    st.sampled_from(["a", " ", "&#13;", "&amp;", "12", "<b c='d'/>", "<"]), element, max_leaves=12
).map("<xml><records><record>{}</record></records></xml>".format)


def plain(works):
    """Works as records: an empty value is as good as none."""
    return [record(work) for work in works]


@pytest.mark.parametrize("form", FORMS)
@WIDE
@given(made.libraries, extras)
def test_nothing_is_lost_and_the_text_is_the_same_again(form, library, more):
    library = replace(library, works=tuple(replace(work, extra={**work.extra, **more}) for work in library.works))
    text = WRITERS[form](library)
    loaded = READERS[form](text, "made")
    assert loaded.findings == ()
    assert plain(loaded.works) == plain(library.works)
    assert WRITERS[form](loaded) == text


@pytest.mark.parametrize("form", FORMS)
@WIDE
@given(st.data())
def test_no_text_raises_and_what_is_read_comes_back(form, data):
    text = data.draw({"ris": ris, "endnote": endnote}[form] | made.texts)
    loaded = READERS[form](text, "made")
    assert loaded.document.text == text
    assert plain(READERS[form](WRITERS[form](loaded), "made").works) == plain(loaded.works)
