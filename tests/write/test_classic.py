"""The four classic BibTeX styles: what they print, and that nothing that is printed is markup or lost."""

from __future__ import annotations

import re

import pytest

from citekit.errors import CitekitError
from citekit.model import Document, Face, Library, Name, Title, Work
from citekit.write import classic
from citekit.write.classic import STYLES, to_classic


def made(*works):
    return Library(Document("", ""), works=works)


ZHAO = Work(
    key="zhao2007",
    type="book",
    title=Title(Face("Jiangou Heping", "zh-Latn-pinyin")),
    author=(Name("Zhao", "Lei"),),
    publisher=Title(Face("Jiuzhou Chubanshe")),
    fields={"date": "2007", "place": "Beijing"},
)
FOG = Work(
    key="fog2001",
    type="webpage",
    title=Title(Face("<script>Fog & 5% of *Mist*_</script>", "en")),
    author=(Name("Abe", "Ann"),),
    fields={"date": "2001", "url": "https://example.org/a_b?c=1&d"},
)
TEXTS = {
    "plain": "[1] Ann Abe. ",
    "unsrt": "[1] Lei Zhao. Jiangou Heping. ",
    "alpha": "[Abe01] Ann Abe. ",
    "unsrtalpha": "[Zha07] Lei Zhao. Jiangou Heping. ",
}


@pytest.mark.parametrize("style", STYLES)
def test_a_style_sorts_and_labels_as_it_should(style):
    printed = to_classic(made(ZHAO, FOG), style).replace("\xa0", " ")
    assert printed.startswith(TEXTS[style])
    assert printed.count("\n") == 2


def test_the_forms_look_like_this():
    library = made(FOG)
    assert "&lt;script&gt;Fog &amp; 5% of *Mist*_&lt;/script&gt;" in to_classic(library, "unsrt", "html")
    assert '<a href="https://example.org/a_b?c=1&amp;d">' in to_classic(library, "unsrt", "html")
    assert r"\<script\>Fog \& 5% of \*Mist\*\_\</script\>" in to_classic(library, "unsrt", "markdown")
    latex = to_classic(library, "unsrt", "latex")
    assert latex.startswith("\\begin{thebibliography}{1}\n\n\\bibitem[1]{fog2001}\nAnn Abe.")
    assert r"\textless{}script\textgreater{}Fog \& 5\% of *Mist*\_\textless{}/script\textgreater{}" in latex
    assert r"\href{https://example.org/a\_b?c=1\&d}{" in latex
    assert latex.endswith("\n\n\\end{thebibliography}\n")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", ["text", "html", "markdown", "latex"])
def test_every_work_is_printed(library, style, form):
    """One entry a work, whatever its type; that of Zhao Lei's book among them."""
    printed = to_classic(library, style, form)
    entry = {"text": r"^\[", "html": "^<dt>", "markdown": r"^\\\[", "latex": r"^\\bibitem"}[form]
    assert len(re.findall(entry, printed, re.MULTILINE)) == len(library.works)
    assert "Jiangou Heping" in printed


def test_an_address_of_another_kind_is_no_link():
    odd = Work(key="odd", type="webpage", title=FOG.title, fields={"url": "javascript:alert(1)", "date": "2001"})
    assert "href=" not in to_classic(made(odd), "plain", "html")


def test_a_work_that_pybtex_cannot_format_is_a_plain_line(monkeypatch):
    real = classic._text  # noqa: SLF001
    monkeypatch.setattr(
        classic, "_text", lambda style, backend, entry: "" if entry.key == "fog2001" else real(style, backend, entry)
    )
    printed = to_classic(made(ZHAO, FOG), "unsrt").replace("\xa0", " ")
    assert "[1] Lei Zhao. Jiangou Heping." in printed
    assert "\n[2] Ann Abe" in printed or "\n[2] Abe" in printed


def test_a_work_that_pybtex_cannot_read_costs_no_other(monkeypatch):
    real = classic.to_bibtex
    monkeypatch.setattr(
        classic, "to_bibtex", lambda library, **form: "@broken{" if FOG in library.works else real(library, **form)
    )
    printed = to_classic(made(ZHAO, FOG), "unsrt").replace("\xa0", " ")
    assert "[1] Lei Zhao. Jiangou Heping." in printed
    assert "<script>Fog & 5% of *Mist*_</script>" in printed


def test_no_works_make_no_lines():
    assert to_classic(made(), "plain") == ""
    assert to_classic(made(), "plain", "latex") == "\\begin{thebibliography}{}\n\n\\end{thebibliography}\n"


@pytest.mark.parametrize(("style", "form"), [("chicago", "text"), ("plain", "pdf")])
def test_what_is_not_there_is_a_sentence(style, form):
    with pytest.raises(CitekitError, match=rf"^There is no style {style} as {form}: take plain, alpha, unsrt"):
        to_classic(made(), style, form)
