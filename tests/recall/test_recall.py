"""Citations that a reference manager stored: exact works, what is printed beside them, where the two differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.model import Document, Note, StoredCitation, StoredItem
from citekit.pipeline import run
from citekit.write import WRITERS

BOOK = {
    "id": 12,
    "type": "book",
    "title": "Jiangou Heping: Zhongguo dui Lianheguo waijiao xingwei yanjin",
    "author": [{"family": "Zhao", "given": "Lei"}],
    "publisher": "Jiuzhou Chubanshe",
    "publisher-place": "Beijing",
    "issued": {"date-parts": [["2007"]]},
    "ISBN": "9787801956187",
    "number-of-pages": "312",
}
ARTICLE = {
    "id": "http://zotero.org/users/1/items/ABC",
    "type": "article-journal",
    "title": "China's Changing Attitude to UN Peacekeeping",
    "container-title": "International Peacekeeping",
    "volume": "12",
    "issue": "1",
    "page": "87-104",
    "author": [{"family": "Pang", "given": "Zhongying"}],
    "issued": {"date-parts": [[2005, 3]]},
    "ISSN": "1353-3312",
}
PRINTED_BOOK = "Zhao Lei, Jiangou Heping (Beijing: Jiuzhou Chubanshe, 2007), 126"
PRINTED_ARTICLE = (
    "Pang Zhongying, “China’s Changing Attitude to UN Peacekeeping,” "
    "International Peacekeeping 12, no. 1 (2005): 87–104"
)


def note(number, text, printed, *items, origin="zotero", **more):
    """A note in which ``printed`` was set by a manager, with these items."""
    start = text.index(printed)
    stored = StoredCitation((start, start + len(printed)), origin, items, more.get("set", ""))
    return Note(str(number), number, text, stored=(stored,))


def read(*notes):
    return run(Document("paper", "", notes))


def test_a_record_is_the_work_exactly():
    library = read(note(1, f"See {PRINTED_BOOK}.", PRINTED_BOOK, StoredItem(BOOK, locator="126")))
    (work,) = library.works
    assert (work.type, work.title.display) == ("book", BOOK["title"])
    assert [(name.family, name.given) for name in work.author] == [("Zhao", "Lei")]
    assert work.publisher.display == "Jiuzhou Chubanshe"
    assert (work.fields["place"], work.fields["date"], work.fields["isbn"]) == ("Beijing", "2007", "9787801956187")
    assert work.fields["number_of_pages"] == "312"
    assert [(place.note, place.locator) for place in work.cited] == [("1", "126")]
    bibtex = WRITERS["bibtex"](library)
    assert "isbn = {9787801956187}" in bibtex
    assert "csl." not in bibtex


def test_each_value_points_at_its_print():
    (citation,) = read(note(1, f"See {PRINTED_BOOK}.", PRINTED_BOOK, StoredItem(BOOK, locator="126"))).citations
    text = f"See {PRINTED_BOOK}."
    shown = {n: field.evidence.span and text[slice(*field.evidence.span)] for n, field in citation.fields.items()}
    assert shown["publisher"] == "Jiuzhou Chubanshe"
    assert shown["locator"] == "126"
    assert shown["title"] == "Jiangou Heping"
    assert shown["isbn"] is None
    assert {field.evidence.by for field in citation.fields.values()} == {"zotero-field"}
    assert citation.signal == "See"


def test_what_stands_beside_is_parsed_as_ever():
    own = "Wei Heping, Chinese Peacekeeping Troops (Beijing: China Intercontinental Press, 2011), p. 3"
    text = f"{PRINTED_BOOK}. See also {own}."
    library = read(note(8, text, PRINTED_BOOK, StoredItem(BOOK)))
    assert [(one.key, one.signal, one.raw) for one in library.citations] == [
        ("n8.1", "", PRINTED_BOOK),
        ("n8.2", "See also", own),
    ]
    (reading,) = library.readings
    assert "".join(text[piece.start : piece.end] for piece in reading.pieces) == text
    assert [piece.citation for piece in reading.pieces if piece.citation] == ["n8.1", "n8.2"]


@pytest.mark.parametrize(
    ("printed", "items"),
    [
        (f"{PRINTED_BOOK}; {PRINTED_ARTICLE}", (BOOK, ARTICLE)),
        (f"{PRINTED_ARTICLE}; {PRINTED_BOOK}", (BOOK, ARTICLE)),
    ],
)
def test_several_works_are_told_apart_by_what_is_printed_of_them(printed, items):
    library = read(note(1, f"{printed}.", printed, *map(StoredItem, items)))
    raw = {citation.text("title"): citation.raw for citation in library.citations}
    assert raw == {BOOK["title"]: PRINTED_BOOK, ARTICLE["title"]: PRINTED_ARTICLE}


def test_works_that_cannot_be_told_apart_are_all_kept():
    library = read(note(1, "See the books named there.", "the books named there", *map(StoredItem, (BOOK, ARTICLE))))
    assert {work.title.display for work in library.works} == {BOOK["title"], ARTICLE["title"]}


def test_words_typed_into_the_manager_are_signal_and_commentary():
    printed = f"see especially {PRINTED_BOOK}, with many figures"
    item = StoredItem(BOOK, locator="126", prefix="see especially ", suffix=", with many figures")
    (citation,) = read(note(1, f"{printed}.", printed, item)).citations
    assert (citation.signal, citation.raw) == ("see especially", PRINTED_BOOK)


def test_a_record_cited_again_points_back():
    again = "Zhao, Jiangou Heping, 130"
    library = read(
        note(1, f"{PRINTED_BOOK}.", PRINTED_BOOK, StoredItem(BOOK)),
        note(2, "Ibid., 128.", "Ibid., 128", StoredItem({**BOOK, "id": 99}, locator="128")),
        note(3, f"{again}.", again, StoredItem(BOOK, locator="130")),
        Note("4", 4, "Ibid., 131."),
    )
    assert [(one.form, one.reference and one.reference.target) for one in library.citations] == [
        ("full", None),
        ("ibid", "n1.1"),
        ("short", "n1.1"),
        ("ibid", "n1.1"),
    ]
    (work,) = library.works
    assert [place.locator for place in work.cited] == ["", "128", "130", "131"]


def test_a_printed_citation_of_the_same_work_joins_it():
    library = read(
        note(1, f"{PRINTED_ARTICLE}.", PRINTED_ARTICLE, StoredItem(ARTICLE), origin="mendeley"),
        Note("2", 2, f"{PRINTED_ARTICLE}."),
    )
    (work,) = library.works
    assert work.fields["issn"] == "1353-3312"
    assert len(work.cited) == 2


def differing(library):
    return [finding for finding in library.findings if finding.code == "RD041"]


def test_print_and_record_that_agree_are_not_spoken_of():
    printed = f"{PRINTED_BOOK}; {PRINTED_ARTICLE}"
    library = read(note(1, f"{printed}.", printed, StoredItem(BOOK), StoredItem(ARTICLE), set=printed))
    assert not differing(library)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2005", "2006", "year '2006'"),
        ("12, no. 1", "13, no. 1", "volume '13'"),
        ("87–104", "78–104", "pages '78-104'"),
        ("Changing Attitude to UN Peacekeeping", "Views of War", "title"),
        ("Pang Zhongying", "Wang Zhongying", "author 'Wang'"),
    ],
)
def test_print_that_says_otherwise_is_a_finding_at_its_place(old, new, told):
    printed = PRINTED_ARTICLE.replace(old, new)
    (finding,) = differing(read(note(1, f"{printed}.", printed, StoredItem(ARTICLE))))
    assert told in finding.message
    assert (finding.note, finding.citation) == ("1", "n1.1")
    assert finding.text in new or new in finding.text
    assert finding.text


def test_pages_that_a_citation_points_to_differ_from_nothing():
    printed = PRINTED_ARTICLE.replace("87–104", "90–92")
    assert not differing(read(note(1, f"{printed}.", printed, StoredItem(ARTICLE, locator="90-92"))))


def test_a_citation_typed_over_is_a_notice():
    printed = PRINTED_BOOK.replace("126", "127")
    (finding,) = differing(read(note(1, f"{printed}.", printed, StoredItem(BOOK), set=PRINTED_BOOK)))
    assert finding.severity == "info"


def test_what_is_stored_survives_the_json_of_citekit():
    from citekit.write import READERS  # noqa: PLC0415 - the way back alone needs it

    library = read(note(1, f"{PRINTED_BOOK}.", PRINTED_BOOK, StoredItem(BOOK, locator="126")))
    back = READERS["json"](WRITERS["json"](library), "x")
    assert [citation.record for citation in back.citations] == [StoredItem(BOOK, locator="126")]


def test_a_paper_without_records_is_left_alone():
    library = read(Note("1", 1, f"{PRINTED_BOOK}."))
    assert replace(library).citations[0].record is None
