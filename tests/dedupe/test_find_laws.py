"""What holds for every search, whatever is in the library."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from citekit.dedupe import edges
from citekit.dedupe.columns import columns
from citekit.dedupe.find import compare, find
from citekit.dedupe.from_work import record
from citekit.dedupe.score import LOOK, score
from citekit.dedupe.sift import promising
from citekit.errors import CitekitError
from citekit.model import Face, Name, Title, Work

PAIRS = Path(__file__).parent / "pairs"
TITLES = [
    *("Editorial", "", "Peacekeeping and Police in Haiti", "Peacekeeping and Police in Mali", "Zhongguo yu Lianheguo"),
    *(
        "Zhongguo yu lienheguo",
        "中国与联合国",
        "Lectures on Jurisprudence, Part I",
        "Lectures on Jurisprudence, Part II",
    ),
    *("Peacekeeping and Police in Haiti: A Comparative Study of Three Missions", "Zhong guo yu Lian he guo"),
]
TRANSLATIONS = ["", "", "China and the United Nations", "China and the UN"]
NAMES = [Name(family="Tang", given="Yongsheng"), Name(family="唐永胜"), Name(family="Smith", given="A. B.")]
NAMES += [Name(family="Smith", given="Alan"), Name(literal="United Nations"), Name(family="Tchaikovsky")]
CONTAINERS = ["", "Renmin Ribao", "人民日报", "Journal of Law and Economics", "J. Law Econ.", "Proceedings of COLT"]
FIELDS = {
    "date": ["", "2002", "2003", "2002-05-03", "2002-05-04"],
    "volume": ["", "", "5", "6", "2002"],
    "pages": ["", "", "10-19", "10", "40-51"],
    "doi": ["", "", "", "10.1000/a", "10.1000/b"],
}


def made(title, translation, names, container, kind, **fields):
    faces = Title(Face(title) if title else None, None, Face(translation) if translation else None)
    shelf = Title(Face(container)) if container else Title()
    fields = {name: value for name, value in fields.items() if value}
    return Work("", kind, faces, shelf, Title(), tuple(names), fields=fields)


WORKS = st.builds(
    made,
    st.sampled_from(TITLES),
    st.sampled_from(TRANSLATIONS),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    st.sampled_from(CONTAINERS),
    st.sampled_from(["article-journal", "article-newspaper", "book", "chapter"]),
    **{name: st.sampled_from(values) for name, values in FIELDS.items()},
)
LIBRARIES = st.lists(WORKS, max_size=9)


def groups(found, order):
    return {frozenset(order[place] for place in cluster) for cluster in found.clusters}


@settings(deadline=None)
@given(first=WORKS, second=WORKS)
def test_the_order_of_two_does_not_matter(first, second):
    one, other = compare(first, second), compare(second, first)
    assert (one.verdict, one.score, one.relation) == (other.verdict, other.score, other.relation)
    assert sorted((part.field, part.weight, part.veto) for part in one.parts) == sorted(
        (part.field, part.weight, part.veto) for part in other.parts
    )


ANY = st.text(max_size=30) | st.from_regex(r"[A-Z]?[\d.,;:()\-– ]{0,12}", fullmatch=True)


@settings(deadline=None)
@given(texts=st.lists(ANY, min_size=12, max_size=12), others=st.lists(ANY, min_size=12, max_size=12))
def test_any_text_is_compared(texts, others):
    def work(cells):
        names = (Name(family=cells[0], given=cells[1]), Name(literal=cells[2]))
        fields = dict(zip(("date", "volume", "pages", "doi", "isbn", "document_symbol"), cells[3:9], strict=True))
        return made(cells[9], cells[10], names, cells[11], "book", **fields)

    one, other = compare(work(texts), work(others)), compare(work(others), work(texts))
    assert (one.verdict, one.score) == (other.verdict, other.score)


@settings(deadline=None)
@given(first=WORKS, second=WORKS)
def test_a_veto_is_never_overruled_but_by_an_identifier(first, second):
    found = compare(first, second)
    if found.verdict == "same":
        vetoes = {part.field for part in found.parts if part.veto}
        assert not vetoes or (vetoes == {"title"} and first.fields["doi"] == second.fields["doi"])


@settings(deadline=None)
@given(works=LIBRARIES, seed=st.randoms(use_true_random=False))
def test_the_order_of_a_library_does_not_matter(works, seed):
    order = list(range(len(works)))
    seed.shuffle(order)
    assert groups(find([works[place] for place in order]), order) == groups(find(works), range(len(works)))


@settings(deadline=None)
@given(works=LIBRARIES, work=WORKS)
def test_what_says_the_same_is_the_same_however_little_it_says(works, work):
    assume(work.title or work.author or work.container or work.fields)
    library = [work, *works, replace(work, key="again")]
    assert any({0, len(library) - 1} <= {*cluster} for cluster in find(library).clusters)
    assert compare(work, replace(work, key="again")).verdict == "same"


@settings(deadline=None)
@given(works=LIBRARIES)
def test_found_twice_is_found_once(works):
    """And every pair says of itself what a comparison of the two says."""
    found = find(works)
    assert find(works) == found
    cluster_of = {place: number for number, cluster in enumerate(found.clusters) for place in cluster}
    for pair in found.pairs:
        told = compare(works[pair.first], works[pair.second])
        assert (pair.score, pair.relation) == (told.score, told.relation)
        together = cluster_of.get(pair.first, -1) == cluster_of.get(pair.second, -2)
        assert pair.verdict == told.verdict or (pair.verdict == "look" and not together)
    assert list(found.pairs) == sorted(found.pairs, key=lambda pair: (pair.first, pair.second))


@settings(deadline=None)
@given(works=st.lists(WORKS, min_size=2, max_size=9), data=st.data())
def test_decisions_are_honoured(works, data):
    every = st.sampled_from(list(combinations(range(len(works)), 2)))
    same = data.draw(st.lists(every, max_size=2, unique=True))
    different = data.draw(st.lists(every.filter(lambda pair: pair not in same), max_size=2, unique=True))
    try:
        found = find(works, same, different)
    except CitekitError:
        assert len(same) == 2
        return
    together = {pair for cluster in found.clusters for pair in combinations(cluster, 2)}
    assert {*same} <= together
    assert not {*different} & together


def test_decisions_that_contradict_each_other_are_refused():
    works = [made("Editorial", "", (), "", "book", date=str(2000 + number)) for number in range(3)]
    with pytest.raises(CitekitError, match="records 1 and 3"):
        find(works, same=[(0, 1), (1, 2)], different=[(0, 2)])


def test_columns_find_what_plain_python_finds(made_works, shelf, monkeypatch):
    """Small libraries are searched without numpy, large ones with a first look in columns: the same is found."""
    works = [work for records in made_works.makes(5, 300) for work in records]
    works += [replace(one, fields={**one.fields, "doi": f"10.1/{place % 50}"}) for place, one in enumerate(works[:120])]
    works += [
        work for path in PAIRS.glob("*.txt") for family, _ in shelf.families(path) for one in family for work in one
    ]
    records = [record(work) for work in works]
    plain = list(edges.edges_of(records))
    monkeypatch.setattr(edges, "_FEW", 0)
    assert list(edges.edges_of(records)) == plain
    assert len(plain) > 100


@given(st.lists(WORKS, min_size=2, max_size=12))
@settings(max_examples=300)
def test_the_first_look_is_never_below_the_score(works):
    records = [record(work) for work in works]
    low, high = (np.array(side, np.int32) for side in zip(*combinations(range(len(works)), 2), strict=True))
    looked = promising(columns(records), low, high)
    for one, other, kept in zip(low, high, looked, strict=True):
        assert kept or score(records[one], records[other]).score < LOOK


def test_large_blocks_are_thinned_out_and_great_clusters_still_found():
    draw = random.Random(3)  # noqa: S311 - no secret is made
    works = []
    for number in range(480):
        subject = ("war", "peace", "trade", "treaties")[number % 4]
        nations = draw.choice(["nations", "natoins"])
        title = f"On {subject} and the law of {nations} in the age of empire"
        works.append(made(title, "", (NAMES[2],), "", "book", date="2002", note=str(number)))
    assert [len(cluster) for cluster in find(works).clusters] == [120] * 4


def test_one_wrong_edge_joins_no_two_works():
    """A record that says too little to tell two volumes apart ends in one of them at most."""
    one = [made("Collected Papers on the History of Science", "", (NAMES[2],), "", "book", date="2002", volume="5")] * 3
    two = [made("Collected Papers on the History of Science", "", (NAMES[2],), "", "book", date="2002", volume="6")] * 3
    bare = [made("Collected Papers on the History of Science", "", (NAMES[2],), "", "book", date="2002")]
    works = [
        replace(work, fields={**work.fields, "note": str(place)}) for place, work in enumerate([*one, *two, *bare])
    ]
    found = find(works).clusters
    assert not any({place for place in cluster if place < 3} and {3, 4, 5} & {*cluster} for cluster in found)
    assert sum(map(len, found)) >= 6


def test_progress_is_told_and_ends():
    told = []
    find([made("Editorial", "", (), "", "book", date="2002")] * 3, after=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_paper_does_not_wait_for_numpy():
    script = "import sys, citekit.pipeline, citekit.dedupe.find; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
