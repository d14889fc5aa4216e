"""What holds for every gathering, whatever is cited."""

from __future__ import annotations

import random
import re
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from citekit.dedupe import gather_works
from citekit.dedupe.block_keys import block_keys
from citekit.dedupe.blocks import pairs_of
from citekit.dedupe.edges import ranked
from citekit.dedupe.from_citation import citation_record
from citekit.resolve import resolve

AUTHORS = ["[a Zhao| Lei], ", "[a Tang| Yongsheng], ", "[a Tang| Yongshen], ", "[b Waijiaobu=Foreign Ministry], ", ""]
TITLES = ["“[t Zhongguo yu lianheguo weihe],” ", "“[t Zhongguo yu lienheguo weihe] ([x China and the UN]),” ", ""]
CONTAINERS = ["[c Renmin Ribao] ([cx People’s Daily]), ", "[c Renmin ribao], ", "[c Jiefangjun Bao], ", ""]
DATES = ["[d 2002]", "[d x=2002-05-03]", "[d x=2003-05-03]", "[s S/RES/1706]", ""]
FULL = st.builds(lambda *parts: "".join(parts), *map(st.sampled_from, (AUTHORS, TITLES, CONTAINERS, DATES)))
SHORT = st.sampled_from(
    ["~Ibid., p. [l 5]", "~[a Zhao], Ibid.", "[a Zhao], p. [l 4]", "“[t China and the UN],” p. [l 9]"]
)
NOTE = st.lists(FULL.filter(bool) | SHORT, min_size=1, max_size=2).map(" ;; ".join)
PAPER = st.lists(NOTE | st.none(), max_size=10)


@settings(deadline=None)
@given(notes=PAPER)
def test_no_citation_is_lost_and_no_key_is_used_twice(made, notes):
    library = gather_works(resolve(made.paper(*notes)))
    cited = Counter(place.citation for work in library.works for place in work.cited)
    assert all(count == 1 for count in cited.values())
    key_of = {place.citation: work.key for work in library.works for place in work.cited}
    told = {finding.citation for finding in library.findings}
    for citation in library.citations:
        assert citation.work == key_of.get(citation.key)
        pointed = citation.reference and citation.reference.target
        assert citation.work or (citation.form != "full" and {citation.key, pointed} & told)
        told.add(citation.key)
    keys = [work.key for work in library.works]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z0-9]+", key) for key in keys)


@settings(deadline=None)
@given(notes=PAPER)
def test_gathering_again_changes_nothing(made, notes):
    once = gather_works(resolve(made.paper(*notes)))
    assert gather_works(once) == once


@settings(deadline=None)
@given(notes=PAPER)
def test_every_printed_value_is_found_in_the_work(made, notes):
    library = gather_works(resolve(made.paper(*notes)))
    works = {work.key: work for work in library.works}
    for citation in library.citations:
        if citation.form == "full":
            work = works[citation.work]
            held = " ".join(
                [repr(work.title), repr(work.container), repr(work.author), *work.fields.values()]
                + [variant.value for variant in work.variants]
            ).casefold()
            for name in ("title", "container", "date"):
                value = citation.text(name).casefold()
                assert value in held or value.startswith(work.fields.get(name, "?")), (name, value)


@settings(deadline=None)
@given(notes=st.lists(FULL.filter(bool), max_size=9), seed=st.randoms(use_true_random=False))
def test_the_order_of_citations_does_not_decide_what_is_one_work(made, notes, seed):
    def groups(order):
        library = gather_works(made.paper(*(notes[place] for place in order)))
        return {frozenset(order[int(place.note) - 1] for place in work.cited) for work in library.works}

    shuffled = list(range(len(notes)))
    seed.shuffle(shuffled)
    assert groups(shuffled) == groups(list(range(len(notes))))


@settings(deadline=None)
@given(notes=PAPER, more=PAPER)
def test_what_is_cited_later_leaves_the_keys_before_as_they_are(made, notes, more):
    """But for a later citation that turns out to be fuller, and so leads the work, or to be short for another one."""
    alone = gather_works(resolve(made.paper(*notes)))
    twice = gather_works(resolve(made.paper(*notes, *notes)))
    assume(not any(one.reference and one.reference.how == "same-title" for one in twice.citations))
    assert [work.key for work in twice.works][: len(alone.works)] == [work.key for work in alone.works]
    assert len(gather_works(resolve(made.paper(*notes, *more))).works) <= len(alone.works) + 2 * len(more)


def test_what_is_compared_grows_with_the_number_of_citations(made):
    draw = random.Random(7)  # noqa: S311 - no secret is made
    syllables = ["zhong", "guo", "lian", "he", "wei", "xing", "dong", "an", "quan", "zheng", "ji", "yan"]

    def note():
        title = " ".join("".join(draw.choices(syllables, k=2)) for _ in range(5))
        year, day = draw.randint(1980, 2020), draw.randint(10, 28)
        return f"[a Zhao| {draw.choice(syllables)}], “[t {title}],” [c Renmin Ribao], [d x={year}-05-{day}]"

    records = [citation_record(citation) for citation in made.paper(*(note() for _ in range(3000))).citations]
    assert len(pairs_of([*map(block_keys, records)], ranked(records))) < 60 * len(records)
