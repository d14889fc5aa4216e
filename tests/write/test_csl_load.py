"""CSL-JSON as others write it becomes works, and is written again as it came."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.model import Document, Library, Name
from citekit.write import READERS, WRITERS
from citekit.write.csl_json import csl_item, read_item
from citekit.write.record import record


def _load(name):
    spec = importlib.util.spec_from_file_location(f"write_{name}", Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


made, schema = _load("strategies"), _load("csl_schema")
WIDE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
VALID = jsonschema.Draft202012Validator(schema.ITEM)


def load(text):
    return READERS["csl-json"](text, "made.json")


def written(works):
    return json.loads(WRITERS["csl-json"](Library(Document("", ""), works=tuple(works))))


def same(left, right):
    """JSON that is the same, 1 and true told apart, whatever the order of members."""
    return json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True)


@WIDE
@given(made.libraries)
def test_csl_json_loses_nothing_and_is_valid(library):
    text = WRITERS["csl-json"](library)
    loaded = load(text)
    assert loaded.findings == ()
    assert [record(work) for work in loaded.works] == [record(work) for work in library.works]
    assert WRITERS["csl-json"](loaded) == text
    for item in json.loads(text):
        VALID.validate(item)


@WIDE
@given(made.works)
def test_the_item_of_citekits_own_json_loses_nothing(work):
    item = json.loads(json.dumps(csl_item(work)))
    VALID.validate(item)
    assert record(read_item(item, static=False)) == record(work)


@WIDE
@given(st.lists(schema.items, max_size=3, unique_by=lambda item: str(item["id"])))
def test_what_others_write_comes_back_as_it_was(items):
    for item in items:
        VALID.validate(item)
    loaded = load(json.dumps(items))
    assert loaded.findings == ()
    assert same(written(loaded.works), items)


ZHAO = {"family": "Zhao", "given": "Lei"}
ABE = {"family": "Abe", "given": "Shinzo"}
HUMBOLDT = {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}

# members of an item, and what they are in a work
TABLE = [
    ({"title": "Jiangou Heping", "language": "zh"}, {"title": {"main": {"text": "Jiangou Heping", "language": "zh"}}}),
    ({"container-title": "Dangdai Yatai"}, {"container": {"main": {"text": "Dangdai Yatai"}}}),
    ({"author": [ZHAO]}, {"author": {"1": {**ZHAO, "order": "family-first"}}}),
    ({"author": [ABE]}, {"author": {"1": {**ABE, "order": "given-first"}}}),
    ({"author": [{**ABE, "static-ordering": True}]}, {"author": {"1": {**ABE, "order": "family-first"}}}),
    ({"author": [{"literal": "Xinhua"}]}, {"author": {"1": {"literal": "Xinhua", "order": "literal"}}}),
    ({"interviewer": [ZHAO]}, {"people": {"interviewer": {"1": {**ZHAO, "order": "family-first"}}}}),
    ({"issued": {"date-parts": [[2004, 10]]}}, {"fields": {"date": "2004-10"}}),
    ({"issued": {"date-parts": [[2008, 4], [2009, 3, 1]]}}, {"fields": {"date": "2008-04/2009-03-01"}}),
    ({"issued": {"date-parts": [[2005]], "season": 1}}, {"fields": {"date": "2005-21"}}),
    ({"issued": {"date-parts": [[2004]], "circa": True}}, {"fields": {"date": "2004~"}}),
    ({"issued": {"literal": "n.d."}}, {"fields": {"date": "n.d."}}),
    ({"number": "S/RES/1244", "PMID": "7"}, {"fields": {"document_symbol": "S/RES/1244", "pmid": "7"}}),
    ({"original-date": {"date-parts": [[1899]]}}, {"fields": {"original_date": "1899"}}),
    ({"note": "translated-title: Peace\nread it"}, {"fields": {"note": "translated-title: Peace\nread it"}}),
    # what is written in another form is kept as it came
    ({"volume": 12}, {"fields": {"volume": "12"}, "extra": {"csl.volume": "12"}}),
    ({"issued": {"raw": "2004"}}, {"fields": {"date": "2004"}, "extra": {"csl.issued": '{"raw": "2004"}'}}),
    ({"shortTitle": "Peace"}, {"fields": {"title_short": "Peace"}, "extra": {"csl.shortTitle": "Peace"}}),
    (
        {"author": [HUMBOLDT]},
        {
            "author": {"1": {"family": "Humboldt", "given": "Alexander", "particle": "von", "order": "given-first"}},
            "extra": {"csl.author": json.dumps([HUMBOLDT])},
        },
    ),
    # and so is what citekit has no word for
    ({"categories": ["a"], "x": "y", "z": "7"}, {"extra": {"csl.categories": '["a"]', "csl.x": "y", "csl.z": '"7"'}}),
    ({"custom": {"mine": 1, "citekit": 7}}, {"extra": {"csl.custom": '{"mine": 1, "citekit": 7}'}}),
    (
        {"custom": {"mine": 1, "citekit": {"fields": {"x": "y"}}}},
        {"fields": {"x": "y"}, "extra": {"csl.custom": '{"mine": 1}'}},
    ),
    ({"custom": {"citekit": {"title": "no faces"}}}, {"extra": {"csl.custom": '{"citekit": {"title": "no faces"}}'}}),
    ({"custom": {"citekit": {"rest": {"cited": 7}}}}, {"extra": {"csl.custom": '{"citekit": {"rest": {"cited": 7}}}'}}),
]  # fmt: skip


@pytest.mark.parametrize(("members", "values"), TABLE)
def test_a_member_is_a_part_of_the_work_and_comes_back(members, values):
    item = {"id": "k", "type": "book", **members}
    (work,) = load(json.dumps([item])).works
    assert record(work) == {"key": "k", "type": "book", **values}
    (again,) = written([work])
    if "fields" in values and "x" in values["fields"]:
        assert again["custom"]["citekit"].pop("type") == "book"
    assert same(again, item)


def test_a_value_that_is_changed_is_not_written_as_it_came():
    (work,) = load('[{"id": "k", "type": "patent", "volume": 12, "issue": 3}]').works
    changed = work.__class__("k", "report", fields={**work.fields, "volume": "13"}, extra=work.extra)
    (item,) = written([changed])
    assert (item["type"], item["volume"], item["issue"]) == ("report", "13", 3)


def test_a_name_that_processors_would_turn_round_is_marked():
    abe, zhao = Name("Abe", "Shinzo", order="family-first"), Name("Zhao", "Lei", order="family-first")
    (item,) = written([made.Work("k", "book", author=(abe, zhao))])
    assert item["author"] == [{"family": "Abe", "given": "Shinzo", "static-ordering": True}, ZHAO]
    assert "custom" not in item


# text, ids of the works, codes and lines of the findings
BAD = [
    ("", [], []),
    ("[]", [], []),
    ("nothing of the kind", [], [("RD141", 1)]),
    ("null", [], [("RD141", 1)]),
    ('[{"id": "a", "type": "book"},\n{"id": "b" "type"},\n{"id": "c", "type": "book"}]', ["a", "c"], [("RD141", 2)]),
    ('[{"id": "a", "author": [{"x"}, {"family": "Li"}]},\n {"id": "b", "type": "book"}\n]', ["b"], [("RD141", 1)]),
    ('[{"id": "a", "type": "book"}, {"id": "b", "ti', ["a"], [("RD141", 1)]),
    ('[{"id": "a", "type": "book"}] and more', ["a"], [("RD141", 1)]),
    ('{"items": [{"id": "a", "type": "book"}], "total": 1}', ["a"], [("RD141", 1)]),
    ('{"id": "a", "type": "book"}\n{"id": "b", "type": "book"}', ["a", "b"], []),
    ('\ufeff[\n{"id": "a", "type": "book"}]', ["a"], []),
    ('[\n{"id": "a", "type": "book"},\n{"id": "a", "type": "book"}]', ["a", "a-2"], [("RD142", 3)]),
    ('[\n\n{"type": "book", "title": null}]', ["item-1"], [("RD143", 3), ("RD143", 3)]),
    ('[{"id": "a", "type": "book", "title": "x", "title": "y"}]', ["a"], [("RD144", 1)]),
    ('["Zhao Lei"]', [], [("RD141", 1)]),
    ('[{"id": "a", "type": "book", "volume": NaN}]', ["a"], []),
    ("[" * 100_000, [], [("RD141", 1)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids", "said"), BAD)
def test_what_is_broken_is_said_and_harms_no_neighbour(text, ids, said):
    loaded = load(text)
    assert [work.key for work in loaded.works] == ids
    assert [(finding.code, finding.line) for finding in loaded.findings] == said
    assert all(finding.text and finding.help for finding in loaded.findings)


def test_what_is_mended_is_not_written_as_it_was_and_is_quoted():
    loaded = load(
        '[{"id": "a", "type": "boook", "title": 1984, "issued": "2007-03", "author": "Zhao, Lei", "note": null}]'
    )
    assert written(loaded.works) == [
        {"id": "a", "type": "boook", "title": "1984", "issued": {"date-parts": [[2007, 3]]}, "author": [ZHAO]}
    ]
    assert [finding.text for finding in loaded.findings] == ['"boook"', "1984", '"2007-03"', '"Zhao, Lei"', "null"]


@WIDE
@given(st.text(alphabet=st.sampled_from('[{"id:,}]1a\n \\')) | made.texts)
def test_no_text_raises(text):
    loaded = load(text)
    assert loaded.works or loaded.findings or not re.sub(r"[\s,\[\]\ufeff]", "", text)
