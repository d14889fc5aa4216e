"""CSL-JSON: only what CSL 1.0.2 knows, with citekit's own values under ``custom``."""

from __future__ import annotations

import json

import pytest

from citekit.model import Face, Name, Title, Variant, Work
from citekit.write import WRITERS
from citekit.write.csl_json import csl_item

TEXTS = """
annote abstract archive archive-place archive_collection archive_location authority call-number chapter-number
collection-number collection-title container-title container-title-short dimensions division DOI edition event-place
genre ISBN ISSN issue jurisdiction keyword language medium note number number-of-pages number-of-volumes
original-publisher original-publisher-place original-title page part publisher publisher-place references section
source status title title-short URL version volume year-suffix""".split()
DATES = "accessed available-date event-date issued original-date submitted".split()
NAMES = "author container-author director editor interviewer original-author recipient translator".split()
NAME_PARTS = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"}
DATE_PARTS = {"date-parts", "season", "circa", "literal", "raw"}


def check(item):
    """An item as CSL 1.0.2 wants it: known members, each of its kind."""
    assert item.keys() <= {"id", "type", "custom", *TEXTS, *DATES, *NAMES}
    assert isinstance(item["id"], str)
    assert all(isinstance(item[name], str) and item[name] for name in item.keys() & set(TEXTS))
    for name in item.keys() & set(NAMES):
        assert all(person.keys() <= NAME_PARTS and all(person.values()) for person in item[name])
    for name in item.keys() & set(DATES):
        date = item[name]
        assert date.keys() <= DATE_PARTS
        assert all(1 <= len(parts) <= 3 and all(map(int, parts)) for parts in date.get("date-parts", []))
        assert len(date.get("date-parts", [0])) in (1, 2)
    return item


def test_it_looks_like_this(library, golden):
    golden("works.csl.json", WRITERS["csl-json"](library))


def test_each_item_is_valid(any_work):
    item = check(csl_item(any_work))
    assert item["id"] == any_work.key
    assert item["custom"]["citekit"]["type"] == any_work.type


def test_the_text_is_an_array_in_the_order_of_the_works(library):
    items = json.loads(WRITERS["csl-json"](library))
    assert [item["id"] for item in items] == [work.key for work in library.works]


def test_the_main_face_is_the_title_and_the_others_stand_beside(library):
    item = csl_item(next(work for work in library.works if work.key == "zhao2007jiangou"))
    assert item["title"].startswith("Jiangou Heping")
    assert item["language"] == "zh-Latn-pinyin"
    own = item["custom"]["citekit"]
    assert own["title"]["original"] == {"text": "建构和平：中国对联合国外交行为演进", "language": "zh-Hans"}
    assert own["title"]["translation"]["language"] == "en"
    assert own["publisher"]["original"]["text"] == "九州出版社"
    assert own["names"]["author"] == [{"original": "赵磊", "order": "family-first", "why": "the surname stands first"}]
    assert own["cited"] == [{"citation": "n8.1", "note": "8", "form": "full"}]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name("Zhao", "Lei", order="family-first"), {"family": "Zhao", "given": "Lei"}),
        (
            Name("Genugten", "Willem", "van", "Jr."),
            {"family": "Genugten", "given": "Willem", "non-dropping-particle": "van", "suffix": "Jr."},
        ),
        (Name(literal="Xinhua Yuebao she", translated="Xinhua Monthly"), {"literal": "Xinhua Yuebao she"}),
        (Name(translated="Ministry of Defense"), {"literal": "Ministry of Defense"}),
    ],
)
def test_names_have_the_parts_of_csl(name, expected):
    assert csl_item(Work("k", "book", author=(name,)))["author"] == [expected]


def test_what_has_no_csl_variable_is_kept():
    work = Work(
        "k",
        "book",
        Title(None, None, Face("Policy", "en")),
        fields={"date": "2007~", "locator": "44", "event_date": "1999", "odd": "x", "volume": ""},
        variants=(Variant("title", "Polices", ("n2.1",)),),
        inherited={"container": "n1.1"},
        extra={"keywords": "China"},
    )
    item = check(csl_item(work))
    assert item["title"] == "Policy"
    assert item["custom"]["citekit"] == {
        "type": "book",
        "title": {"face": "translation", "translation": {"text": "Policy", "language": "en"}},
        "variants": [{"field": "title", "value": "Polices", "citations": ("n2.1",)}],
        "inherited": {"container": "n1.1"},
        "fields": {"date": "2007~", "locator": "44", "odd": "x"},
        "extra": {"keywords": "China"},
    }
