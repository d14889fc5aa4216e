"""CSL-JSON and RIS that are read and written again: what did not change is what it was, to the byte."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.model import Face, Title, Work
from citekit.write.csl_keep import keep_csl_json
from citekit.write.csl_load import load_csl_json
from citekit.write.record import record
from citekit.write.ris import load_ris
from citekit.write.ris_keep import keep_ris

WIDE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
CSL = """\
[
    {"id": "a", "type": "book", "title":"Jiangou Heping",   "x": 1},
    {"id": "b", "type": "book", "title": broken},
    {
      "id": "c",
      "title": "Toushi Lianheguo", "issued": {"date-parts": [["2005"]]}
    },
    {"id": "d", "title": "Weihe"}
]
"""
RIS = """\
free text
TY  - BOOK
ID  - a
TI  - Jiangou Heping
ER  -

TY  - XXXX
ID  - c
TI  - Toushi Lianheguo

ER  -
stray
TY - JOUR
ID  - d
TI  - Weihe
"""
KEEPERS = {"csl": (load_csl_json, keep_csl_json, CSL), "ris": (load_ris, keep_ris, RIS)}


@pytest.fixture(params=KEEPERS)
def form(request):
    return KEEPERS[request.param]


def edited(form, change):
    load, keep, text = form
    library = load(text, "file")
    return keep(replace(library, works=tuple(now for work in library.works if (now := change(work)))))


def without(*keys):
    return lambda work: None if work.key in keys else work


def titled(key, title):
    return lambda work: replace(work, title=Title(Face(title))) if work.key == key else work


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_without_a_change_the_text_is_what_it_was(form, line_end):
    load, keep, text = form
    whole = text.replace("\n", line_end)
    assert keep(load(whole, "file")) == whole


@pytest.mark.parametrize(
    ("keys", "gone"),
    [
        (["a"], '{"id": "a", "type": "book", "title":"Jiangou Heping",   "x": 1},\n    '),
        (["d"], ',\n    {"id": "d", "title": "Weihe"}'),
        (["a", "c", "d"], None),
    ],
)
def test_an_item_goes_with_its_comma_and_what_is_broken_stays(keys, gone):
    told = edited(KEEPERS["csl"], without(*keys))
    assert '{"id": "b", "type": "book", "title": broken}' in told
    if gone:
        assert told == CSL.replace(gone, "")
    assert ",\n]" not in told


@pytest.mark.parametrize(
    ("key", "gone"),
    [
        ("a", "TY  - BOOK\nID  - a\nTI  - Jiangou Heping\nER  -\n\n"),
        ("c", "TY  - XXXX\nID  - c\nTI  - Toushi Lianheguo\n\nER  -\n"),
        ("d", "TY - JOUR\nID  - d\nTI  - Weihe\n"),
    ],
)
def test_a_reference_goes_with_its_lines_and_stray_text_stays(key, gone):
    assert edited(KEEPERS["ris"], without(key)) == RIS.replace(gone, "")


def test_a_record_that_changed_is_written_in_its_place(form):
    told = edited(form, titled("c", "Another"))
    assert "Toushi" not in told
    assert told.index("Jiangou") < told.index("Another") < told.index("Weihe")
    assert [work.title.display for work in form[0](told, "").works] == ["Jiangou Heping", "Another", "Weihe"]


def test_a_new_work_stands_behind_the_last(form):
    load, keep, text = form
    library = load(text, "file")
    told = keep(replace(library, works=(*library.works, Work("e", "book", Title(Face("New"))))))
    assert told.startswith(text.rstrip("]\n"))
    assert [work.key for work in load(told, "").works] == ["a", "c", "d", "e"]


def test_what_was_valid_stays_valid():
    text = CSL.replace("broken", '"x"')
    for keys in (["a"], ["d"], ["c", "d"], ["a", "b", "c", "d"]):
        library = load_csl_json(text, "file")
        left = tuple(work for work in library.works if work.key not in keys)
        items = json.loads(keep_csl_json(replace(library, works=(*left, Work("e", "book")))))
        assert [item["id"] for item in items] == [*(work.key for work in left), "e"]


def plain(works):
    return sorted(json.dumps(record(work), sort_keys=True) for work in works)


simple = st.builds(
    Work,
    key=st.sampled_from("acdxy"),
    type=st.sampled_from(["book", "article-journal"]),
    title=st.builds(Title, st.builds(Face, st.sampled_from(["x", "中国与联合国", "A [b], c"]))),
    fields=st.dictionaries(st.sampled_from(["date", "note", "document_symbol"]), st.just("2005"), max_size=2),
)
ITEMS = [
    '{"id": "a", "title": "x"}',
    '{"id":"a","type":"book"}',
    '{"title": "no id"}',
    "broken",
    '{"id": "c", "title": y}',
]
LINES = [
    *("TY  - BOOK\n", "ID  - a\n", "TI  - x\n", "ER  - \n", "\n", "stray\n", "TY  - JOUR\r\n", "AU  - B, C\n", "N1"),
]
items = st.lists(st.sampled_from(ITEMS), max_size=5)
texts = {
    "csl": items.map(", ".join).map(lambda told: f"[ {told} ]\n") | items.map("\n".join),
    "ris": st.lists(st.sampled_from(LINES), max_size=12).map("".join),
}


@pytest.mark.parametrize("name", KEEPERS)
@WIDE
@given(data=st.data())
def test_whatever_changes_the_works_are_those_of_the_library(name, data):
    load, keep, text = KEEPERS[name]
    text = data.draw(st.just(text) | texts[name])
    library = load(text, "file")
    assert keep(library) == text
    new = data.draw(st.lists(simple, max_size=2, unique_by=lambda work: work.key))
    now = [
        data.draw(st.sampled_from([work, None, *(replace(one, key=work.key) for one in new)])) for work in library.works
    ]
    kept = [work for work in now if work]
    added = [work for work in new if work.key not in {old.key for old in library.works}]
    told = load(keep(replace(library, works=(*kept, *added))), "file")
    assert plain(told.works) == plain((*kept, *added))
