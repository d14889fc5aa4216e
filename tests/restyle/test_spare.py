"""Words of a citation that no field has: behind the last field they stay, between fields they keep it whole."""

from __future__ import annotations

import pytest

import citekit
from citekit.model import Citation, Evidence, Field
from citekit.restyle.spare import spare


def citation_of(marked, form="full"):
    """A citation from a text with its fields in ``<>``; the text without the marks."""
    text, spans = "", []
    for char in marked:
        if char == "<":
            spans.append(len(text))
        elif char == ">":
            spans[-1] = (spans[-1], len(text))
        else:
            text += char
    fields = {f"field-{at}": Field(text[slice(*span)], Evidence("1", span, "a-rule")) for at, span in enumerate(spans)}
    return Citation("n1.1", "1", (0, len(text)), text, form=form, fields=fields), text


@pytest.mark.parametrize(
    ("marked", "rest"),
    [
        ("<Dearing>, <Higher Education> (<1997>)", ""),
        ("<Dearing>, <Higher Education> (<1997>) (the Dearing report)", " (the Dearing report)"),
        ("<Report of the Committee> (<1988>), produced much comment", ", produced much comment"),
        ("<F. Cownie>, <The Law School> (forthcoming)", " (forthcoming)"),
        ("<Jones>, “<A Title>,” <Journal> <12> (<1990>), pp. <1-9>, 102", ", 102"),
        ("<Jones>, <A Title> (<1990>), p. <7> ed.", ""),
        ("<Jones>, “<A Title>.”", ""),
    ],
)
def test_words_behind_the_last_field_stay(marked, rest):
    citation, text = citation_of(marked)
    found = spare(citation, text)
    assert (text[found.end :], found.lost) == (rest, False)


@pytest.mark.parametrize(
    ("marked", "lost"),
    [
        ("<Li>, “<Title>,” in <Wang>, ed., <Host> (<Beijing>: <Press>, <2006>), pp. <47-67>", False),
        ("<Li>, “<Title>,” available at <http://a.b> (accessed <2011-12-15>)", False),
        ("<Turner>, <1975>: Avoidance as Dispute Processing, in: <Law and Society>, <9>", True),
        ("<S. Wheeler>, ‘<Company Law>’ in Thomas, op. cit., n. 8, at p. <285>", True),
        ("<Jones>, <Title> (<1990>, which was much discussed)", True),
    ],
)
def test_a_citation_that_would_lose_words_is_known(marked, lost):
    citation, text = citation_of(marked)
    assert spare(citation, text).lost == lost


def test_of_a_short_form_everything_is_set_anew():
    citation, text = citation_of("<Tang>, op. cit., n. 8, at p. <44>, and so on and on", form="short")
    assert spare(citation, text) == (len(text), False)


def test_the_bundled_paper_has_no_citation_with_words_to_spare(sample):
    library = citekit.extract(sample)
    texts = {note.id: note.text for note in library.document.notes}
    for citation in library.citations:
        if not citation.damaged:
            assert spare(citation, texts[citation.note]) == (citation.span[1], False)
