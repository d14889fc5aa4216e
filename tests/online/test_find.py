"""Addresses in texts: whole, torn, with what stands behind them, and DOIs in every dress."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.online.links import find
from citekit.online.links.identifiers import clean_doi, clean_handle
from citekit.online.links.trim import trimmed

SICI = "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O"

TEXTS = [
    # text, the likeliest forms
    ("See http://a.org/b.", ["http://a.org/b"]),
    ("(http://a.org/b), [http://c.org/d]; “http://e.org”", ["http://a.org/b", "http://c.org/d", "http://e.org"]),
    ("<http://a.org/b_(c)>, accessed", ["http://a.org/b_(c)"]),
    ("at http://a.org/b, visited on May 3", ["http://a.org/b"]),
    ("http://a.org/b(accessed 3 May 2010)", ["http://a.org/b"]),
    ("www.un.org/Depts/dpko.", ["http://www.un.org/Depts/dpko"]),
    ("HTTP://A.org/B", ["http://A.org/B"]),
    ("见http://www.un.org/chinese，访问", ["http://www.un.org/chinese"]),
    ("http://www.un.org/chinese上", ["http://www.un.org/chinese上"]),
    ("http:// www.a.org/b", ["http://www.a.org/b"]),
    ("http://a.org/b?c=d&e=f#g!", ["http://a.org/b?c=d&e=f#g"]),
    ("http://a.org/… and so on", ["http://a.org/"]),
    ("http://a.org/\nhttp://b.org/", ["http://a.org/", "http://b.org/"]),
    ("ftp://a.org/b", ["ftp://a.org/b"]),
    ("http://a.org/˜user/ofﬁce", ["http://a.org/~user/office"]),
    ("http://a.org/1994–95/x.pdf", ["http://a.org/1994-95/x.pdf"]),
    ("http://localhost:8000/x and http://[2001:db8::1]/y", ["http://localhost:8000/x", "http://[2001:db8::1]/y"]),
    ("no address, but e.g. a.b and 10.12/3", []),
    ("http://", []),
    # torn
    (
        "http://www.un.org/Depts/dpko/ dpko/c/2009/oct09_1.pdf (acc.",
        ["http://www.un.org/Depts/dpko/dpko/c/2009/oct09_1.pdf"],
    ),
    ("http://www.un.\norg/Depts", ["http://www.un.org/Depts"]),
    ("http://a.org/b/\nc-d.html, p. 3", ["http://a.org/b/c-d.html"]),
    ("http://a.org/foo-\nbar.html", ["http://a.org/foo-bar.html"]),
    ("http://a.org/index\n.html", ["http://a.org/index.html"]),
    ("http://a.org/b?id=\n123&x=4", ["http://a.org/b?id=123&x=4"]),
    ("http://a.org/b. The next/sentence", ["http://a.org/b"]),
    ("http://a.org/b\nThe next paragraph", ["http://a.org/b"]),
    ("http://a.org/ and so on", ["http://a.org/"]),
    ("http://a.org/b/ accessed 3 May 2010", ["http://a.org/b/"]),
    # DOIs and handles
    ("doi:10.1000/abc.", ["10.1000/abc"]),
    ("https://doi.org/10.1000/abc, p. 3", ["10.1000/abc"]),
    ("http://dx.doi.org/10.1000/a%28b%29", ["10.1000/a(b)"]),
    (f"DOI: {SICI}.", [SICI]),
    (f"<https://doi.org/{SICI}>", [SICI]),
    ("doi: 10.1017/ S0305741006000099.", ["10.1017/S0305741006000099"]),
    ("(10.1000/x)", ["10.1000/x"]),
    ("https://www.jstor.org/doi/10.2307/12345", ["https://www.jstor.org/doi/10.2307/12345"]),
    ("https://doi.org/10.5/x", ["https://doi.org/10.5/x"]),
    ("hdl:2027/mdp.39015; http://hdl.handle.net/2027/mdp.1.", ["2027/mdp.39015", "2027/mdp.1"]),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_the_addresses_of_a_text_are_found(text, wanted):
    assert [spot.forms[0] for spot in find(text)] == wanted


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("http://a.org/b/ c/d.html x", ("http://a.org/b/c/d.html", "http://a.org/b/")),
        ("http://a.org/foo-\nbar.html", ("http://a.org/foo-bar.html", "http://a.org/foobar.html", "http://a.org/foo-")),
        ("http://a.org/path/\nThe next", ("http://a.org/path/", "http://a.org/path/The")),
        ("http://zh.org/wiki/中国", ("http://zh.org/wiki/中国", "http://zh.org/wiki/")),
    ],
)
def test_what_may_be_several_addresses_is_all_of_them(text, forms):
    (spot,) = find(text)
    assert spot.forms == forms


@pytest.mark.parametrize(
    ("value", "doi"),
    [
        ("10.1000/182", "10.1000/182"),
        ("https://doi.org/10.1000/182", "10.1000/182"),
        ("http://dx.doi.org/10.1000/182.", "10.1000/182"),
        ("doi:10.1000/182", "10.1000/182"),
        ("DOI 10.1000/182,", "10.1000/182"),
        ("info:doi/10.1000/182", "10.1000/182"),
        ("10.1000/ab\\_c", "10.1000/ab_c"),
        ("10.1000/ab{\\_}c", "10.1000/ab_c"),
        ("10.1016/S0140-6736(97)11096-0", "10.1016/S0140-6736(97)11096-0"),
        ("10.1016/S0140-6736%2897%2911096-0", "10.1016/S0140-6736(97)11096-0"),
        (SICI, SICI),
        (SICI.replace("<", "&lt;").replace(">", "&gt;"), SICI),
        ("10.1000/182?utm_source=x", "10.1000/182"),
        ("10.1000.10/123456", "10.1000.10/123456"),
        ("10.1000/182)", "10.1000/182"),
        ("https://example.org/10.1000/182", ""),
        ("not a doi", ""),
        ("10.1000", ""),
        ("", ""),
    ],
)
def test_a_doi_is_cleaned_of_what_is_not_its_own(value, doi):
    assert clean_doi(value) == doi


@pytest.mark.parametrize(
    ("value", "handle"),
    [("hdl:2027/mdp.1", "2027/mdp.1"), ("https://hdl.handle.net/11245/1.2.", "11245/1.2"), ("handle", ""), ("", "")],
)
def test_a_handle_is_cleaned_too(value, handle):
    assert clean_handle(value) == handle


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("a.", "a"),
        ("a).", "a"),
        ("(a)", "(a)"),
        ("a_(b)", "a_(b)"),
        ("a>", "a"),
        ("a&gt;", "a"),
        ("a”’", "a"),
        ("…", ""),
    ],
)
def test_what_stands_behind_is_taken_off(text, bare):
    assert trimmed(text) == bare


@given(st.text(alphabet="htp:/w.a10-()<>{}[] \n&;,%é中", max_size=60))
def test_places_are_in_order_and_in_the_text(text):
    behind = 0
    for spot in find(text):
        assert behind <= spot.start < spot.end <= len(text)
        assert all(spot.forms)
        behind = spot.end


def test_time_grows_with_the_text_and_no_faster():
    import time  # noqa: PLC0415 - nothing else here measures

    def seconds(text):
        start = time.process_time()
        found = list(find(text))
        assert len(found) <= len(text)
        return time.process_time() - start

    for piece in ("http://a.org/b/ ", "10.1000/", "(((((http://", "www.", "doi ", "http://a.org/" + "a-" * 50 + "\n"):
        once = max(seconds(piece * 2000), 0.01)
        assert seconds(piece * 8000) < 12 * once, piece
