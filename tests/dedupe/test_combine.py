"""Records of one work become one: which values stand where, and that none is lost."""

from __future__ import annotations

import importlib.util
import itertools
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.dedupe.combine import Member, combine
from citekit.model import Face, Name, Place, Title, Variant, Work
from citekit.write import READERS, WRITERS
from citekit.write.record import record, work_of

spec = importlib.util.spec_from_file_location("strategies", Path(__file__).parents[1] / "write" / "strategies.py")
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

WIDE = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TANG = (Name("Tang", "Yongsheng"),)
LEAD = Work("tang2002", "article-journal", Title(Face("Zhongguo yu Lianheguo weihe xingdong")), author=TANG)


def both(*others, lead=LEAD):
    members = [Member(work, f"{name}.bib:{work.key}") for name, work in zip("abcdef", (lead, *others), strict=False)]
    return combine(members)


def changed(**values):
    return replace(LEAD, **{"key": "tang", **values})


def test_what_the_leading_record_lacks_is_filled_with_where_it_is_from():
    work, changes = both(changed(fields={"doi": "10.1/x"}, publisher=Title(Face("Jiuzhou Chubanshe"))))
    assert work.fields == {"doi": "10.1/x"}
    assert work.publisher.display == "Jiuzhou Chubanshe"
    assert work.inherited == {"doi": "b.bib:tang", "publisher": "b.bib:tang"}
    assert {(change.how, change.field) for change in changes} == {
        ("filled", "doi"),
        ("filled", "publisher"),
        ("alias", "ids"),
    }


@pytest.mark.parametrize(
    ("values", "variant"),
    [
        ({"author": (Name("Tang", "Yongshen"),)}, Variant("author", "Tang, Yongshen", ("b.bib:tang",))),
        (
            {"author": (Name("Tang", "Yongsheng", original="唐永胜"),)},
            Variant("author", "Tang, Yongsheng [唐永胜]", ("b.bib:tang",)),
        ),
        (
            {"title": Title(Face("Zhongguo yu lienheguo weihe xingdong"))},
            Variant("title", "Zhongguo yu lienheguo weihe xingdong", ("b.bib:tang",)),
        ),
        ({"type": "book"}, Variant("type", "book", ("b.bib:tang",))),
    ],
)
def test_what_differs_stays_beside_with_where_it_is_from(values, variant):
    work, _ = both(changed(**values))
    assert work.variants == (variant,)
    assert (work.title, work.author, work.type) == (LEAD.title, LEAD.author, LEAD.type)


@pytest.mark.parametrize(
    ("title", "face"),
    [
        (Title(Face("中国与联合国维和行动", "zh-Hans")), "original"),
        (Title(Face("China and UN Peacekeeping Operations", "en")), "translation"),
    ],
)
def test_another_face_of_the_title_finds_its_place(title, face):
    lead = replace(LEAD, title=Title(Face(LEAD.title.display, "zh-Latn-pinyin")))
    work, _ = both(changed(title=title), lead=lead)
    assert work.title.main == lead.title.main
    assert getattr(work.title, face) == title.main
    assert not work.variants


def test_a_fuller_date_leads_and_the_other_stays_beside():
    work, _ = both(changed(fields={"date": "2002-09"}), lead=replace(LEAD, fields={"date": "2002"}))
    assert work.fields["date"] == "2002-09"
    assert work.variants == (Variant("date", "2002", ("a.bib:tang2002",)),)
    assert work.inherited == {"date": "b.bib:tang"}


def test_lists_are_joined_and_every_key_is_kept():
    lead = replace(LEAD, fields={"keyword": "UN"}, extra={"ids": "old", "groups": "Mine", "owner": "me"})
    other = changed(fields={"keyword": "China"}, extra={"ids": "older", "groups": "Ours", "owner": "you"})
    work, _ = both(other, replace(LEAD, key="third"), lead=lead)
    assert work.fields["keyword"] == "UN, China"
    assert work.extra == {"ids": "old, older, tang, third", "groups": "Mine, Ours", "owner": "me"}
    assert work.variants == (Variant("owner", "you", ("b.bib:tang",)),)


def test_the_places_that_cite_are_together():
    lead, other = (Place("n1.1", "1"), Place("n2.1", "2", "short", "44"))
    work, _ = both(changed(cited=(lead, other)), lead=replace(LEAD, cited=(lead,)))
    assert work.cited == (lead, other)


@pytest.mark.parametrize(("key", "reserved"), [("a, b", ()), ("tang", ("tang",))])
def test_a_key_that_cannot_lead_here_stays_as_a_variant(key, reserved):
    members = [Member(LEAD, "a.bib:tang2002"), Member(replace(LEAD, key=key), f"b.bib:{key}")]
    work, _ = combine(members, reserved)
    assert "ids" not in work.extra
    assert work.variants == (Variant("key", key, (f"b.bib:{key}",)),)


def leaves(values):
    if isinstance(values, dict):
        return [leaf for name, value in values.items() if name not in READ for leaf in leaves(value)]
    return [leaf for value in values for leaf in leaves(value)] if isinstance(values, list) else [values]


READ = {"order", "why", "form"}
"""What a record says of how it was read, and no value of its own."""


def marked(values, number):
    """A record with a word of its own for every value."""
    if isinstance(values, dict):
        return {name: value if name in READ else marked(value, number) for name, value in values.items()}
    return [marked(value, number) for value in values] if isinstance(values, list) else f"v{next(number)}v"


@WIDE
@given(st.lists(made.works, min_size=2, max_size=3), st.booleans())
def test_every_value_is_findable_after_a_merge(works, apart):
    number = itertools.count()
    records = [marked(record(work), number) if apart else record(work) for work in works]
    members = [work_of(values) for values in records]
    work, _ = both(*members[1:], lead=members[0])
    there = leaves(record(work))
    whole = " | ".join(there)
    for leaf in (leaf for values in records for leaf in leaves(values)):
        pieces = [piece.strip() for piece in LISTS.split(leaf)]
        assert leaf in whole or all(piece in whole for piece in pieces)
        assert not apart or re.search(rf"\b{leaf}\b", whole)


LISTS = re.compile(r"[;,\n]")


@WIDE
@given(st.lists(made.works, min_size=2, max_size=3))
def test_merged_twice_is_merged_once(works):
    once, _ = both(*works[1:], lead=works[0])
    again, _ = both(*works[1:], lead=once)
    assert record(again) == record(once)


@pytest.mark.parametrize("form", ["bibtex", "csl-json", "ris"])
def test_what_was_merged_survives_every_format(form):
    other = changed(
        author=(Name("Tang", "Yongshen"),),
        fields={"date": "2002", "note": "see p. 4", "keyword": "a; b"},
        extra={"file": ":a.pdf:PDF", "owner": "you", "groups": "Ours"},
        title=Title(Face("China and UN Peacekeeping Operations", "en")),
    )
    work, _ = both(other, lead=replace(LEAD, fields={"date": "2003"}, extra={"owner": "me"}))
    text = WRITERS[form](replace(READERS[form]("", "x"), works=(work,)))
    (back,) = READERS[form](text, "x").works
    assert record(back) == record(work)
