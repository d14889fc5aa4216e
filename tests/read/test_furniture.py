"""Running heads, page numbers, captions and headings, and lines that only look like them."""

from __future__ import annotations

import pytest

from citekit.read.captions import ends_notes, heads_notes, opens_caption
from citekit.read.heads import is_page_number
from citekit.read.layout import Layout
from citekit.read.lines import Lines

BODY = [
    "The troops went on board in spring",
    "and nobody knew when they would",
    "come back to their villages again.",
    "",
]


def kinds(lines: list[str]) -> dict[str, str]:
    layout = Layout.of("\n".join(lines))
    return {layout.lines.words(row): kind for row, kind in layout.furniture.kinds.items()}


@pytest.mark.parametrize(
    "words", ["12", "- 12 -", "– 12 –", "12 / 30", "12 of 30", "Page 12", "Seite 12", "xii", "| 12", "第12页", "1 - 29"]
)
def test_what_a_page_number_may_look_like(words):
    assert is_page_number(words)


@pytest.mark.parametrize("words", ["12.", "2003.", "p. 12, 14", "12 Ibid.", "mild weather", "12345"])
def test_what_is_no_page_number(words):
    assert not is_page_number(words)


@pytest.mark.parametrize(
    "words",
    [
        "Figure 1: The number of personnel",
        "Fig. 2. Troops",
        "Table 3",
        "Abbildung 4 – Truppen",
        "Source: UN DPKO",
        "Quelle: Bundeswehr",
        "图1：部队",
        "出所：防衛省",
    ],
)
def test_a_caption_is_seen(words):
    assert opens_caption(Lines(words), 0)


@pytest.mark.parametrize(
    "words", ["Figure 2 shows that", "Sources of law", "Table manners", "Figures: none", "1 Figure"]
)
def test_what_is_no_caption(words):
    assert not opens_caption(Lines(words), 0)


@pytest.mark.parametrize(
    "words",
    ["Notes", "NOTES", "Endnotes:", "Anmerkungen", "Fußnoten", "注释", "註釋", "注", "Notes de fin", "5. Notes"],
)
def test_a_heading_of_notes_is_seen(words):
    assert heads_notes(words)


@pytest.mark.parametrize("words", ["Notes on a war", "Noted", "He notes", "Bibliography"])
def test_what_is_no_heading_of_notes(words):
    assert not heads_notes(words)


@pytest.mark.parametrize(
    "words", ["Bibliography", "REFERENCES", "Literaturverzeichnis", "参考文献", "Appendix A", "Annex"]
)
def test_a_heading_that_ends_the_notes_is_seen(words):
    assert ends_notes(words)


def test_heads_return_on_page_after_page():
    lines = []
    for page in range(1, 5):
        lines += [f"{page}", f"\f{page} A Paper on Troops", *(f"Line {line} of page {page} here" for line in range(9))]
    found = kinds(lines)
    assert {words for words, kind in found.items() if kind == "running-head"} == {
        f"{n} A Paper on Troops" for n in range(1, 5)
    }
    assert {words for words, kind in found.items() if kind == "page-number"} == {"1", "2", "3", "4"}


def test_heads_return_without_form_feeds_too():
    lines = []
    for page in range(11, 16):
        lines += [str(page), "A Paper on Troops", f"The troops of {page} are many", *BODY]
    assert {kind for words, kind in kinds(lines).items() if words == "A Paper on Troops"} == {"running-head"}


def test_a_passage_that_returns_is_no_head():
    assert kinds(BODY * 10) == {}


def test_notes_that_return_are_no_heads():
    lines = []
    for number in range(1, 6):
        lines += [f"{number} Ibid", f"Weber, Reise, p. {number}", ""]
    assert "running-head" not in kinds(lines).values()
