"""Italics as evidence: notes whose titles and hosts are told right with them, and wrong or not at all without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.model import Document, Note, Run
from citekit.parse.italics import italic_titles
from citekit.pipeline import run


def note(printed, *, italic=True):
    """A note from text in which asterisks stand around what is italic."""
    text, runs, start = "", [], None
    for part in re.split(r"(\*)", printed):
        if part != "*":
            text += part
        elif start is None:
            start = len(text)
        else:
            runs.append(Run(start, len(text), "italic"))
            start = None
    return Note("1", 1, text, runs=tuple(runs) if italic else ())


def fields(printed, *, italic=True):
    citation = run(Document("x", "", (note(printed, italic=italic),))).citations
    return [{name: _plain(field.value) for name, field in one.fields.items()} for one in citation]


def _plain(value):
    return value if isinstance(value, str) else "; ".join(name.display for name in value)


BETTER = [
    (
        "Zhao Lei, *Jiangou Heping, Shijie, he Women* (Beijing: Jiuzhou, 2007), p. 5.",
        {"author": "Zhao Lei", "title": "Jiangou Heping, Shijie, he Women", "date": "2007", "locator": "5"},
    ),
    (
        "A. Weber, Der lange Weg nach Norden, *Zeitschrift für Reisen* 12 (1999), S. 5–20.",
        {
            "author": "A. Weber",
            "title": "Der lange Weg nach Norden",
            "container": "Zeitschrift für Reisen",
            "volume": "12",
        },
    ),
    (
        "Jean Dupont, La paix, la guerre et nous, in *Revue française de science politique*, vol. 12, 1999, p. 5-12.",
        {
            "author": "Jean Dupont",
            "title": "La paix, la guerre et nous",
            "container": "Revue française de science politique",
            "pages": "5-12",
        },
    ),
    (
        "Weber, *Reise. Ein Bericht*, 126.",
        {"author": "Weber", "title": "Reise. Ein Bericht", "locator": "126"},
    ),
    (
        "David M. Malone, ‘The Council’ (1996) 89 *Harvard Law Review* 1685, 1690.",
        {"title": "The Council", "container": "Harvard Law Review", "volume": "89", "pages": "1685", "locator": "1690"},
    ),
    (
        "Karl Braun, *Staat, Recht, Volk*, Berlin 1932.",
        {"author": "Karl Braun", "title": "Staat, Recht, Volk", "place": "Berlin", "date": "1932"},
    ),
    (
        "Anna Weber, Norden und Süden, in: Karl Braun (Hrsg.), *Wege, Ziele, Reisen*, Berlin: Weg 1999, S. 5–20.",
        {
            "author": "Anna Weber",
            "title": "Norden und Süden",
            "editor": "Karl Braun",
            "container": "Wege, Ziele, Reisen",
        },
    ),
    (
        "Li Wei, *Lishi shang de Zhongguo he Yazhou (China and Asia in History)* (Beijing: Renmin Chubanshe, 1999), 4.",
        {
            "author": "Li Wei",
            "title": "Lishi shang de Zhongguo he Yazhou",
            "title_translation": "China and Asia in History",
            "locator": "4",
        },
    ),
    ("Zhao Lei, *Jiangou Heping*, passim.", {"author": "Zhao Lei", "title": "Jiangou Heping"}),
]


@pytest.mark.parametrize(("printed", "truth"), BETTER)
def test_italics_tell_the_title(printed, truth):
    (found,) = fields(printed)
    assert {name: found.get(name) for name in truth} == truth


def test_without_them_most_of_these_are_read_wrong():
    plain = [fields(printed, italic=False) for printed, _ in BETTER]
    right = [
        len(found) == 1 and all(found[0].get(name) == value for name, value in truth.items())
        for found, (_, truth) in zip(plain, BETTER, strict=True)
    ]
    assert sum(right) <= 3


@pytest.mark.parametrize(
    "printed",
    [
        "*Ibid.*, p. 5.",
        "*See also* Zhao Lei, Jiangou Heping (Beijing: Jiuzhou, 2007), p. 5.",
        "Tang Yongsheng, “Zhongguo yu weihe,” *Shijie Jingji* (World Economics), No. 9 (2002), pp. 39–44.",
        "*Jiefangjun Bao*, September 21, 2010, p. 3.",
        "*Brown v. Board of Education*, 347 U.S. 483 (1954).",
        "*Zhao Lei, Jiangou Heping (Beijing: Jiuzhou, 2007), p. 5.*",
        "Hannah Arendt, *The Human Condition* (Chicago: University of Chicago Press, 1998).",
        "The council was *not* asked, and nobody minded.",
        "Wei Heping *et al.*, Chinese Peacekeeping Troops (Beijing: China Intercontinental Press, 2011).",
    ],
)
def test_what_is_read_right_without_them_stays_as_it_is(printed):
    assert fields(printed) == fields(printed, italic=False)


@pytest.mark.parametrize(
    ("printed", "titles"),
    [
        ("Zhao Lei, *Jiangou Heping,* 5.", ["Jiangou Heping"]),
        ("*Jiangou* *Heping*: *Zhongguo*", ["Jiangou Heping: Zhongguo"]),
        ("(*Reise*)", ["Reise"]),
        ("*Reise (Journey)*", ["Reise (Journey)"]),
        ("*Ibid.* *op. cit.* *et al.* *supra* *See also*", []),
        ("*“Reise nach Norden,”* in", []),
        ("*https://example.org/reise*", []),
        ("*Weber, Reise (Berlin: Weg, 1999), S. 5*", []),
        ("*a*, *12*", []),
    ],
)
def test_which_italics_may_be_titles(printed, titles):
    made = note(printed)
    assert [made.text[slice(*span)] for span in italic_titles(made.text, made.runs)] == titles


def test_prose_around_an_italic_title_is_no_citation():
    assert fields("As was said in *Foreign Affairs* by many, nothing came of it.") == []


TEXTS = [note(printed).text for printed, _ in BETTER]
PLACES = st.tuples(st.integers(0, 120), st.integers(1, 60)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3).map(" See also ".join), st.lists(PLACES, max_size=4))
@settings(max_examples=150, deadline=None)
def test_italics_anywhere_lose_nothing(text, places):
    runs = tuple(Run(start, min(end, len(text)), "italic") for start, end in sorted(places) if start < len(text))
    library = run(Document("x", "", (Note("1", 1, text, runs=runs),)))
    (reading,) = library.readings
    assert "".join(text[piece.start : piece.end] for piece in reading.pieces) == text
    for citation in reading.citations:
        assert citation.raw == text[slice(*citation.span)]
        for field in citation.fields.values():
            start, end = field.evidence.span
            assert 0 <= start < end <= len(text)
