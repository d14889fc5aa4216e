"""Which record leads, what becomes of keys, and where a merged work stands."""

from __future__ import annotations

import pytest

from citekit.dedupe.comparison import Found
from citekit.dedupe.entries import Entry, file_names
from citekit.dedupe.lead import POLICIES, from_file, stamp
from citekit.dedupe.plan import applied, plan
from citekit.model import Face, Title, Work


def entry(file, key, **values):
    return Entry(file, Work(key, "book", Title(Face("Jiangou Heping")), **values))


FULL = {"fields": {"date": "2007", "place": "Beijing"}}


@pytest.mark.parametrize(
    ("policy", "lead"),
    [
        (POLICIES["complete"], "c"),
        (POLICIES["first"], "a"),
        (POLICIES["newest"], "b"),
        (POLICIES["oldest"], "c"),
        (from_file("two.bib"), "c"),
        (from_file("one.bib"), "b"),
        (from_file("none.bib"), "c"),
    ],
)
def test_a_policy_says_which_record_leads(policy, lead):
    entries = (
        entry("one.bib", "a"),
        entry("one.bib", "b", extra={"timestamp": "2020-01-02"}),
        entry("two.bib", "c", extra={"date-added": "2019-05-06 10:00:00 +0100"}, **FULL),
    )
    (merge,) = plan(entries, Found(((0, 1, 2),), ()), policy).merges
    assert merge.work.key == lead
    assert sorted(merge.members) == [0, 1, 2]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("timestamp", "2020-01-02", "20200102000000"),
        ("timestamp", "2020.01.02", "20200102000000"),
        ("date-added", "2019-05-06 10:07:08 +0100", "20190506100708"),
        ("date-modified", "1577934245000", "20200102030405"),
        ("timestamp", "yesterday", ""),
        ("timestamp", "99999999999999", ""),
        ("owner", "2020-01-02", ""),
    ],
)
def test_when_a_record_was_changed(name, value, told):
    assert stamp(Work("a", "book", extra={name: value})) == told


def test_a_merged_work_stands_where_its_leading_record_stood():
    entries = (entry("a.bib", "a"), entry("a.bib", "b", **FULL), entry("a.bib", "c"))
    works = applied(plan(entries, Found(((0, 1),), ())))
    assert [work and work.key for work in works] == [None, "b", "c"]


@pytest.mark.parametrize(
    ("files", "is_alias"),
    [
        (("a.bib", "a.bib", "b.bib"), True),  # the later file gives way
        (("a.bib", "a.bib", "a.bib"), False),
        (("b.bib", "b.bib", "a.bib"), True),
    ],
)
def test_a_key_that_goes_leads_to_one_work_only(files, is_alias):
    entries = tuple(entry(file, key, **more) for file, key, more in zip(files, "xyx", ({}, FULL, {}), strict=True))
    (merge,) = plan(entries, Found(((0, 1),), ())).merges
    assert (merge.work.extra.get("ids") == "x") == is_alias
    assert bool(merge.work.variants) != is_alias


def test_two_works_cannot_have_one_former_key():
    entries = tuple(entry(*row) for row in (("a.bib", "x"), ("a.bib", "p"), ("b.bib", "x"), ("b.bib", "q")))
    first, second = plan(entries, Found(((0, 1), (2, 3)), ()), lambda _, members: list(members)[::-1]).merges
    assert first.work.extra == {"ids": "x"}
    assert second.work.extra == {}
    assert [variant.value for variant in second.work.variants] == ["x"]


def test_files_are_called_by_as_much_as_tells_them_apart():
    assert file_names(["x/a.bib", "y/b.bib", "-"]) == ["a.bib", "b.bib", "-"]
    assert file_names(["x/a.bib", "y/a.bib"]) == ["x/a.bib", "y/a.bib"]
