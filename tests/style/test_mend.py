"""CSL-JSON that is not as it should be, and what is made of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.style import variables
from citekit.style.mend import mend

BOOK = {"id": "a", "type": "book"}

# field, value as it came, value as it is mended (None: left out), words of the repair ("": it is not worth a word)
FIELDS = [
    ("title", "AT&amp;T <i>in</i> China", "AT&amp;T <i>in</i> China", ""),
    ("title", "", "", ""),
    ("title", None, None, "was empty (null)"),
    ("title", 1984, "1984", "was a number"),
    ("title", True, "true", "was true or false"),
    ("title", ["Jiangou Heping", "Constructing Peace"], "Jiangou Heping; Constructing Peace", "was a list"),
    ("container-title", ["Dangdai Yatai"], "Dangdai Yatai", "was a list"),
    ("container-title", [], None, "was an empty list"),
    ("publisher", {"name": "Jiuzhou"}, '{"name": "Jiuzhou"}', "was an object"),
    ("publisher", {}, None, "was empty"),
    ("volume", 12, "12", ""),
    ("volume", 1.5, "1.5", ""),
    ("volume", "XII", "XII", ""),
    ("page", 7, "7", ""),
    ("custom", {"citekit": {"type": "book"}}, {"citekit": {"type": "book"}}, ""),
    ("custom", None, None, "was empty (null)"),
    ("categories", ["peace"], ["peace"], ""),
    ("x-mine", [1, None], [1, None], ""),
    # dates
    ("issued", {"date-parts": [[2007, 3, 1]]}, {"date-parts": [[2007, 3, 1]]}, ""),
    ("issued", {"date-parts": [["2007", "03"]]}, {"date-parts": [[2007, 3]]}, ""),
    ("issued", {"date-parts": [["2007", "", ""]]}, {"date-parts": [[2007]]}, ""),
    ("issued", {"date-parts": [[2008, 4], [2009, 3]]}, {"date-parts": [[2008, 4], [2009, 3]]}, ""),
    ("issued", {"date-parts": [[2004], [0]]}, {"date-parts": [[2004], [0]]}, ""),
    ("issued", {"date-parts": [[-44, 3, 15]]}, {"date-parts": [[-44, 3, 15]]}, ""),
    ("issued", {"date-parts": [[]]}, None, "had no date in it"),
    ("issued", {"date-parts": []}, None, "had no date in it"),
    ("issued", {"date-parts": [[None]]}, None, "had no date in it"),
    ("issued", {"date-parts": [[]], "literal": "n.d."}, {"literal": "n.d."}, ""),
    ("issued", {"date-parts": [2004, 10]}, {"date-parts": [[2004, 10]]}, "one list of date-parts"),
    ("issued", {"date-parts": 2004}, {"date-parts": [[2004]]}, "one list of date-parts"),
    ("issued", {"date-parts": [[2004], [2005], [2006]]}, {"date-parts": [[2004], [2005]]}, "more than two ends"),
    ("issued", {"date-parts": [[2004, 10, 31, 5]]}, {"date-parts": [[2004, 10, 31]]}, "more than year, month and day"),
    ("issued", {"date-parts": [[2004, 2, 30]]}, {"date-parts": [[2004, 2]]}, "that there is not (30)"),
    ("issued", {"date-parts": [[2004, 99, 30]]}, {"date-parts": [[2004]]}, "that there is not (99)"),
    ("issued", {"date-parts": [["2004a"]]}, None, "are no number (2004a)"),
    ("issued", {"date-parts": [[2004.0]]}, {"date-parts": [[2004]]}, ""),
    ("issued", {"date-parts": [[2005, 21]]}, {"date-parts": [[2005]], "season": 1}, ""),
    ("issued", {"date-parts": [[2005, 16]]}, {"date-parts": [[2005]], "season": 4}, ""),
    ("issued", {"date-parts": [[2005]], "season": "2"}, {"date-parts": [[2005]], "season": 2}, ""),
    ("issued", {"date-parts": [[2005]], "season": "Fall"}, {"date-parts": [[2005]], "season": 3}, ""),
    ("issued", {"date-parts": [[2005]], "season": "Trinity"}, {"date-parts": [[2005]], "season": "Trinity"}, ""),
    ("issued", {"date-parts": [[2005]], "season": ""}, {"date-parts": [[2005]]}, ""),
    ("issued", {"date-parts": [[2005]], "circa": 1}, {"date-parts": [[2005]], "circa": True}, ""),
    ("issued", {"date-parts": [[2005]], "circa": "true"}, {"date-parts": [[2005]], "circa": True}, ""),
    ("issued", {"date-parts": [[2005]], "circa": "0"}, {"date-parts": [[2005]]}, ""),
    ("issued", {"raw": "2004-10"}, {"date-parts": [[2004, 10]]}, ""),
    ("issued", {"raw": "Dec 2004"}, {"raw": "Dec 2004"}, ""),
    ("issued", {"literal": "2004a"}, {"literal": "2004a"}, ""),
    ("issued", {"literal": 2004}, {"literal": "2004"}, "a literal text that was a number"),
    ("issued", {"edtf": "2004~"}, {"date-parts": [[2004]], "circa": True}, ""),
    ("issued", {}, None, "had no date in it"),
    ("issued", "", None, "was empty"),
    ("issued", 2004, {"date-parts": [[2004]]}, "read as a year"),
    ("issued", "2004", {"date-parts": [[2004]]}, "read as EDTF"),
    ("issued", "2007-03", {"date-parts": [[2007, 3]]}, "read as EDTF"),
    ("issued", "2007-03-01", {"date-parts": [[2007, 3, 1]]}, "read as EDTF"),
    ("issued", "2007-03-01T10:00:00Z", {"date-parts": [[2007, 3, 1]]}, "read as EDTF"),
    ("issued", "2008-04/2009-03", {"date-parts": [[2008, 4], [2009, 3]]}, "read as EDTF"),
    ("issued", "2004~", {"date-parts": [[2004]], "circa": True}, "read as EDTF"),
    ("issued", "2004?", {"date-parts": [[2004]], "circa": True}, "read as EDTF"),
    ("issued", "2005-21", {"date-parts": [[2005]], "season": 1}, "read as EDTF"),
    ("issued", "2004-XX-XX", {"date-parts": [[2004]]}, "read as EDTF"),
    ("issued", "201X", {"literal": "201X"}, "read as EDTF"),
    ("issued", "2004/..", {"literal": "2004–"}, "read as EDTF"),
    ("issued", "-0043", {"date-parts": [[-43]]}, "read as EDTF"),
    ("issued", "Y-17000", {"date-parts": [[-17000]]}, "read as EDTF"),
    ("issued", "980", {"date-parts": [[980]]}, "read as EDTF"),
    ("issued", "2004-13", {"literal": "2004-13"}, "stays as it reads"),
    ("issued", "in the spring", {"literal": "in the spring"}, "stays as it reads"),
    ("issued", [2004, 10], {"date-parts": [[2004, 10]]}, "was a bare list"),
    ("issued", [[2004, 10]], {"date-parts": [[2004, 10]]}, "was a bare list"),
    ("issued", True, {"literal": "true"}, "stays as it reads"),
    # names
    ("author", [{"family": "Zhao", "given": "Lei"}], [{"family": "Zhao", "given": "Lei"}], ""),
    ("author", [], [], ""),
    ("author", [{"given": "Plato"}], [{"given": "Plato"}], ""),
    ("author", [{"family": "Li", "ORCID": "0"}], [{"family": "Li", "ORCID": "0"}], ""),
    ("author", {"family": "Zhao"}, [{"family": "Zhao"}], "no list of names"),
    ("author", "Zhao, Lei", [{"family": "Zhao", "given": "Lei"}], "name as text"),
    ("author", "Zhao Lei", [{"literal": "Zhao Lei"}], "name as text"),
    ("author", ["Zhao, Lei", "Xinhua"], [{"family": "Zhao", "given": "Lei"}, {"literal": "Xinhua"}], "name as text"),
    ("author", "Li, A; Wu, B", [{"family": "Li", "given": "A"}, {"family": "Wu", "given": "B"}], "name as text"),
    ("author", "Li, A and Wu, B", [{"family": "Li", "given": "A"}, {"family": "Wu", "given": "B"}], "name as text"),
    ("author", "Ministry of Trade and Industry", [{"literal": "Ministry of Trade and Industry"}], "name as text"),
    ("author", "King, M., Jr.", [{"literal": "King, M., Jr."}], "name as text"),
    ("author", "", None, "no name in it"),
    ("author", [""], None, "no name in it"),
    ("author", [{}], None, "nothing in it"),
    ("author", [None, {"family": "Li"}], [{"family": "Li"}], "empty name (null)"),
    ("author", [{"family": "Li", "given": None}], [{"family": "Li"}], "empty part of a name"),
    ("author", [{"family": 7}], [{"family": "7"}], "part of a name that was a number"),
    ("author", [{"lastName": "Li", "firstName": "A"}], [{"family": "Li", "given": "A"}], "family in CSL"),
    ("author", [{"name": "UN"}], [{"literal": "UN"}], "literal in CSL"),
    ("author", [{"name": "x", "literal": "UN"}], [{"name": "x", "literal": "UN"}], ""),
    ("author", [[{"family": "Li"}]], [{"family": "Li"}], "a list in its list"),
    ("author", 7, [{"literal": "7"}], "something else than a name"),
]


@pytest.mark.parametrize(("field", "value", "mended", "words"), FIELDS)
def test_a_field_is_mended(field, value, mended, words):
    (item,), repairs = mend([{**BOOK, field: value}])
    assert item == (BOOK if mended is None else {**BOOK, field: mended})
    assert bool(repairs) == bool(words)
    assert words in " ".join(repair.message for repair in repairs)
    for repair in repairs:
        assert (repair.id, repair.index, repair.field, repair.level) == ("a", 0, field, "warning")
        assert json.loads(repair.was) == value
        assert repair.message.endswith(".")
    assert mend([item]) == ([item], [])


HEADS = [
    ([{"id": 7, "type": "book"}], [("7", "book")], []),
    ([{"type": "book"}], [("item-1", "book")], [("warning", "id")]),
    ([{"id": "", "type": "book"}], [("item-1", "book")], [("warning", "id")]),
    ([{"id": None, "type": "book"}], [("item-1", "book")], [("warning", "id")]),
    (
        [{"type": "book"}, {"id": "item-1", "type": "book"}],
        [("item-1-2", "book"), ("item-1", "book")],
        [("warning", "id")],
    ),
    ([{"id": "a"}], [("a", "document")], [("warning", "type")]),
    ([{"id": "a", "type": None}], [("a", "document")], [("warning", "type")]),
    ([{"id": "a", "type": "boook"}], [("a", "boook")], [("warning", "type")]),
    ([BOOK, BOOK, BOOK], [("a", "book"), ("a-2", "book"), ("a-3", "book")], [("error", "id"), ("error", "id")]),
    ([BOOK, BOOK, {**BOOK, "id": "a-2"}], [("a", "book"), ("a-3", "book"), ("a-2", "book")], [("error", "id")]),
    ([{"id": 1, "type": "book"}, {"id": "1", "type": "book"}], [("1", "book"), ("1-2", "book")], [("error", "id")]),
    ({"items": [BOOK]}, [("a", "book")], []),
    ({"references": [BOOK]}, [("a", "book")], []),
    (BOOK, [("a", "book")], [("warning", "")]),
    (None, [], [("warning", "")]),
    ([], [], []),
    (["Zhao Lei, Jiangou Heping"], [("item-1", "document")], [("error", "")]),
    ([None, 3], [("item-1", "document"), ("item-2", "document")], [("error", ""), ("error", "")]),
]


@pytest.mark.parametrize(("value", "heads", "said"), HEADS)
def test_every_item_has_an_id_of_its_own_and_a_type(value, heads, said):
    items, repairs = mend(value)
    assert [(item["id"], item["type"]) for item in items] == heads
    assert [(repair.level, repair.field) for repair in repairs] == said


def test_a_record_that_is_no_object_keeps_its_text():
    (item,), _ = mend(["Zhao Lei, Jiangou Heping"])
    assert (item["title"], item["note"]) == ("[unreadable record]", "Zhao Lei, Jiangou Heping")


def test_ten_thousand_authors_are_said_in_one_sentence():
    (item,), repairs = mend([{**BOOK, "author": [f"Li, {number}" for number in range(10_000)]}])
    assert len(item["author"]) == 10_000
    assert len(repairs) == 1


TEXTS = ["", "2004", "2004-10~", "Zhao, Lei", "a"]
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["", "2004", "2004-10~", "Zhao, Lei", "a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
DATE = "date-parts season circa literal raw".split()
dates = st.fixed_dictionaries({}, optional=dict.fromkeys(DATE, json_values))
fields = sorted({"id", "type", "custom"} | variables.NAMES | variables.DATES | variables.NUMBERS | variables.TEXTS)
items = st.dictionaries(st.sampled_from(fields), json_values | dates, max_size=5)


@settings(max_examples=200, deadline=None)
@given(json_values | st.lists(items | json_values, max_size=4))
def test_nothing_raises_no_record_is_lost_and_what_is_mended_needs_no_mending(value):
    mended, _ = mend(value)
    if isinstance(value, list):
        assert len(mended) == len(value)
    assert len({item["id"] for item in mended}) == len(mended)
    again, repairs = mend(mended)
    assert again == mended
    assert {repair.field for repair in repairs} <= {"type"}  # an unknown type stays, and is said again


def test_what_nests_deeper_than_can_be_told_is_no_error():
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    (item,), repairs = mend([{**BOOK, "publisher": {"x": deep}, "x": deep}])
    assert item["publisher"] == "[dict]"
    assert repairs[0].was == "[dict]"
