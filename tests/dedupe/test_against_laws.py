"""New works held against a library: what is found is what a search through everything finds."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from citekit.dedupe import edges
from citekit.dedupe.against import against
from citekit.dedupe.find import compare, find
from citekit.model import Face, Name, Title, Work

TITLES = ["Editorial", "Peacekeeping and Police in Haiti", "Zhongguo yu Lianheguo", "Zhongguo yu lienheguo"]
TITLES += ["中国与联合国", "Lectures on Jurisprudence, Part I", "Lectures on Jurisprudence, Part II", ""]
NAMES = [Name(family="Tang", given="Yongsheng"), Name(family="唐永胜"), Name(family="Smith", given="A. B.")]
WORKS = st.builds(
    lambda title, names, container, kind, fields: Work(
        "", kind, Title(Face(title) if title else None), Title(Face(container) if container else None), Title(),
        tuple(names), fields={name: value for name, value in fields.items() if value},
    ),
    st.sampled_from(TITLES),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    st.sampled_from(["", "Renmin Ribao", "Journal of Law and Economics"]),
    st.sampled_from(["article-journal", "book"]),
    st.fixed_dictionaries({
        "date": st.sampled_from(["", "2002", "2003"]),
        "volume": st.sampled_from(["", "5", "6"]),
        "edition": st.sampled_from(["", "2"]),
        "doi": st.sampled_from(["", "", "10.1000/a"]),
        "note": st.sampled_from(["", "read"]),
    }),
)  # fmt: skip
LISTS = st.lists(WORKS, max_size=6)


def there(found, old):
    """New works that are in a cluster with ones of the library: each with these and with its fellows."""
    return {member: cluster for cluster in found.clusters for member in cluster if member >= old}


@settings(deadline=None, max_examples=300)
@given(library=LISTS, new=st.lists(WORKS, min_size=1, max_size=5))
def test_a_library_without_duplicates_is_found_in_as_by_a_search_of_all(library, new):
    old, works = len(library), [*library, *new]
    whole = find(works)
    assume(all(sum(member < old for member in cluster) < 2 for cluster in whole.clusters))
    crossed = find(works, old=old)
    assert there(crossed, old) == there(whole, old)
    doubts, before = ({*against(found, old, len(new)).doubts} for found in (crossed, whole))
    assert before <= doubts
    assert all(pair.second >= old for pair in crossed.pairs)


@settings(deadline=None, max_examples=300)
@given(library=LISTS, new=st.lists(WORKS, min_size=1, max_size=5))
def test_every_new_work_is_there_or_new_and_no_two_of_the_library_that_differ_are_one(library, new):
    old, works = len(library), [*library, *new]
    found = find(works, old=old)
    told = against(found, old, len(new))
    present = [one.new for one in told.present]
    assert sorted([*present, *(member for cluster in told.fresh for member in cluster)]) == [*range(old, len(works))]
    for one in (one for one in told.present if one.also):
        assert all(compare(library[one.old], library[other]).verdict == "same" for other in one.also)


@settings(deadline=None)
@given(library=LISTS, work=WORKS)
def test_what_the_library_has_word_for_word_is_there(library, work):
    assume(work.title or work.author or work.container or work.fields)
    works = [*library, work, replace(work, key="again")]
    told = against(find(works, old=len(library) + 1), len(library) + 1, 1)
    assert [one.new for one in told.present] == [len(library) + 1]
    assert told.doubts == ()


@settings(deadline=None)
@given(library=LISTS, new=st.lists(WORKS, min_size=1, max_size=5), seed=st.randoms(use_true_random=False))
def test_the_order_of_both_does_not_matter(library, new, seed):
    old, order = len(library), [*range(len(library)), *range(len(library), len(library) + len(new))]
    works = [*library, *new]
    first, second = order[:old], order[old:]
    seed.shuffle(first)
    seed.shuffle(second)
    order = [*first, *second]
    turned = find([works[place] for place in order], old=old)
    plain = find(works, old=old)
    assert {frozenset(order[place] for place in cluster) for cluster in turned.clusters} == {
        frozenset(cluster) for cluster in plain.clusters
    }


@pytest.mark.parametrize("few", [0, 2000])
def test_made_works_against_a_library_of_many(made_works, monkeypatch, few):
    """Each work stands in the library once; what is new stands there in another form, or not at all."""
    monkeypatch.setattr(edges, "_FEW", few)
    made = list(made_works.makes(11, 400))
    library = [records[0] for records in made[:300]]
    new = [record for records in made[:300:3] for record in records[1:]] + [records[0] for records in made[300:330]]
    random.Random(1).shuffle(new)  # noqa: S311 - no secret is made
    whole, crossed = find([*library, *new]), find([*library, *new], old=len(library))
    own = {member for cluster in whole.clusters if sum(place < 300 for place in cluster) > 1 for member in cluster}
    assert len(own) < 20
    for member, cluster in there(whole, 300).items():
        if member not in own:
            assert there(crossed, 300)[member] == cluster
    assert len(there(crossed, 300)) > 90
