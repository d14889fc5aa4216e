"""Items in the JSON of Zotero's own interface."""

from __future__ import annotations

import json

from citekit.model import Document, Library, Name
from citekit.write import READERS
from citekit.write.record import record
from citekit.write.zotero_csl import to_zotero
from citekit.write.zotero_rdf import to_zotero_rdf

ENTRY = {
    "key": "ABCD2345",
    "version": 12,
    "data": {
        "key": "ABCD2345",
        "itemType": "thesis",
        "title": "Shifting Attitude",
        "university": "Lund",
        "creators": [
            {"creatorType": "author", "lastName": "Ståhle", "firstName": "Stefan"},
            {"creatorType": "contributor", "name": "A Body"},
            {"creatorType": "cosponsor", "lastName": "Odd", "firstName": "One"},
        ],
        "date": "March 2008",
        "thesisType": "PhD",
        "tags": [{"tag": "China"}, {"tag": "UN", "type": 1}],
        "collections": ["XY"],
        "extra": "Original Date: 1999\nread twice",
        "DOI": "",
        "series": "Theses",
        "seriesTitle": "Lund theses",
    },
}
NOTE = {"data": {"itemType": "note", "note": "<p>x</p>"}}


def load(*entries):
    return READERS["zotero"](json.dumps(entries), "api.json")


def test_an_item_is_read():
    (work,) = load(ENTRY).works
    assert (work.key, work.type, work.title.display) == ("ABCD2345", "thesis", "Shifting Attitude")
    assert work.publisher.display == "Lund"
    assert work.author == (Name("Ståhle", "Stefan", order="given-first"),)
    assert work.people == {"contributor": (Name(literal="A Body", order="literal"),)}
    assert work.fields == {
        "date": "2008-03",
        "genre": "PhD",
        "keyword": "China, UN",
        "note": "read twice",
        "original_date": "1999",
        "series": "Theses",
    }


def test_what_has_no_word_in_citekit_is_kept():
    (work,) = load(ENTRY).works
    assert work.extra == {
        "zotero.collections": '["XY"]',
        "zotero.creators": '[{"creatorType": "cosponsor", "firstName": "One", "lastName": "Odd"}]',
        "zotero.seriesTitle": "Lund theses",
    }


def test_a_note_is_a_finding_that_keeps_it():
    loaded = load(ENTRY, NOTE)
    assert len(loaded.works) == 1
    assert [(finding.code, finding.text) for finding in loaded.findings] == [("RD126", json.dumps(NOTE))]


def test_it_goes_on_into_every_form_of_zotero():
    works = load(
        ENTRY, {"itemType": "blogPost", "creators": ["x", None], "tags": [1, "a"], "title": 7, "extra": 3}
    ).works
    library = Library(Document("", ""), works=works)
    for write, form in ((to_zotero, "zotero"), (to_zotero_rdf, "zotero-rdf")):
        again = READERS[form](write(library), "")
        assert [record(work) for work in again.works] == [record(work) for work in works]
