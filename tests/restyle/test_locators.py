"""The word before a pinpoint and the locator that CSL knows it as."""

from __future__ import annotations

import pytest

import citekit
from citekit.model import Citation, Evidence, Field
from citekit.restyle.locators import locator
from citekit.style.locators import LABELS


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("p. ", "page"),
        ("pp. ", "page"),
        ("p ", "page"),
        ("S. ", "page"),
        ("para. ", "paragraph"),
        ("paras ", "paragraph"),
        ("¶", "paragraph"),
        ("Rn. ", "paragraph"),
        ("§ ", "section"),
        ("§§ ", "section"),
        ("art. ", "article-locator"),
        ("ch. ", "chapter"),
        ("vol. ", "volume"),
        ("n. ", "note"),
        ("fn ", "note"),
        ("fol. ", "folio"),
        ("s.v. ", "sub-verbo"),
        ("2007), ", "page"),
        ("Beijing ", "page"),
        ("", "page"),
    ],
)
def test_the_word_before_a_pinpoint_says_what_it_counts(before, label):
    text = f"Zhao Lei, Jiangou Heping, {before}45."
    start = text.rindex("45")
    span = (start, start + 2)
    fields = {"locator": Field("45", Evidence("1", span, "marked-page"))}
    assert locator(Citation("n1.1", "1", (0, len(text)), text, fields=fields), text) == ("45", label)


def test_a_citation_without_a_pinpoint_has_no_locator():
    assert locator(Citation("n1.1", "1", (0, 3), "abc"), "abc") == ("", "page")


def test_every_label_is_one_that_the_styles_know():
    from citekit.restyle.locators import LABELS as OURS  # noqa: PLC0415 - two tables of one name

    assert set(OURS.values()) <= LABELS


def test_the_pinpoint_of_a_real_note_is_read_with_its_label():
    text = "Guobin Yang, The Power of the Internet in China (New York: Columbia University Press, 2009), p. 46."
    (citation,) = citekit.parse(text)
    assert locator(citation, text) == ("46", "page")
