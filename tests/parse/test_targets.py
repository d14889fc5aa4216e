"""Addresses behind the words of a note."""

from __future__ import annotations

import pytest

from citekit.model import Document, Note, Run
from citekit.pipeline import run

TEXT = "Anna Weber, “Late Spring,” The Northern Times, May 4, 1999; Li Wei, Lishi (Beijing: Renmin, 1999)."


@pytest.mark.parametrize(
    ("words", "target", "found"),
    [
        ("Late Spring", "https://example.org/spring", [("url", "https://example.org/spring"), None]),
        ("Lishi", "https://doi.org/10.1000/xyz123", [None, ("doi", "10.1000/xyz123")]),
        ("Lishi", "mailto:weber@example.org", [None, None]),
        ("Lishi", "#note1", [None, None]),
    ],
)
def test_a_link_gives_its_citation_an_address(words, target, found):
    start = TEXT.index(words)
    note = Note("1", 1, TEXT, runs=(Run(start, start + len(words), "link", target),))
    citations = run(Document("x", "", (note,))).citations
    values = [next(((k, one.text(k)) for k in ("url", "doi") if one.text(k)), None) for one in citations]
    assert values == found
    assert all(one.fields[k].evidence.span is None for one in citations for k in ("url", "doi") if k in one.fields)


def test_a_printed_address_stands():
    text = "Anna Weber, “Late Spring,” The Northern Times, May 4, 1999, https://example.org/printed."
    note = Note("1", 1, text, runs=(Run(0, 10, "link", "https://example.org/linked"),))
    (citation,) = run(Document("x", "", (note,))).citations
    assert citation.text("url") == "https://example.org/printed"
