"""The keys that texts cite, in LaTeX and in Markdown, and what is told of them."""

from __future__ import annotations

import pytest

from citekit.check.cited import cited_keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (r"\cite{a}", "a"),
        (r"\cite{a, b,c}", "a b c"),
        (r"\autocite[see][12]{a}", "a"),
        (r"\parencite*{a}", "a"),
        (r"\footcite [12] {a}", "a"),
        (r"\textcites(see)()[12]{a}[13]{b}{c}", "a b c"),
        (r"\cites{a}{b}", "a b"),
        (r"\cite{a}{b}", "a"),
        (r"\citeauthor{a} and \Citet{b} and \citep*{c}", "a b c"),
        (r"\fullcite{a}\footfullcite{b}\smartcite{c}\supercite{d}", "a b c d"),
        (r"\nocite{*}", "*"),
        (r"\citefield{a}{title}", "a"),
        ("% \\cite{a}\n\\cite{b} 50\\% \\cite{c}", "b c"),
        (r"\citestyle{apa} \citereset \excited{x}", ""),
        (r"\cite<see>{a}", "a"),
        ("\\cite{\n  a,\n  b\n}", "a b"),
    ],
)
def test_latex(text, keys):
    assert list(cited_keys(text, "thesis.tex")) == keys.split()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("[@a]", "a"),
        ("[see @a, p. 3; -@b]", "a b"),
        ("@wei2004 says [p. 3].", "wei2004"),
        ("As in @a:b_c/d. Then", "a:b_c/d"),
        ("[@{https://doi.org/10.1/x}]", "https://doi.org/10.1/x"),
        ("mail me@example.org", ""),
        ("see @fig:one, @sec-two and @tbl-3, @figueroa2004", "figueroa2004"),
        ("`@a` and\n```\n@b\n```\n@c", "c"),
        ("<!-- @a --> @b", "b"),
        (r"\cite{a} in [@b]", "b"),
    ],
)
def test_markdown(text, keys):
    assert list(cited_keys(text, "thesis.md")) == keys.split()


def test_a_cited_key_that_is_missing_is_told_in_the_text(found):
    text = "See \\cite{weiss2004} and \\cite{wiess2004}."
    (one,) = found("@book{weiss2004, title = {x}}", "CK155", cited=text)
    assert text[slice(*one.span)] == "wiess2004"
    assert "weiss2004" in one.help


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        (r"\cite{a}", ["c"]),
        (r"\cite{d, c}", []),
        (r"\cite{b}", ["a", "c"]),
        (r"\nocite{*}", []),
        ("", ["a", "c"]),
    ],
)
def test_an_entry_that_nobody_cites_is_told_unless_another_needs_it(cited, told, found):
    library = "@book{a, title = {x}, ids = {d}}\n@book{b, title = {y}}\n@inbook{c, crossref = {b}}"
    assert [finding.citation for finding in found(library, "CK154", cited=cited)] == told
