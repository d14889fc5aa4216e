"""What was decided holds among millions as it does in memory: the same clusters, the same pairs, the same refusals."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.dedupe.decisions import Decision, Side, applied_to, decision
from citekit.dedupe.find import find
from citekit.dedupe.large.executor import ProcessPool
from citekit.dedupe.large.find import find_large
from citekit.errors import CitekitError
from citekit.model import Face, Name, Title, Work


def told_of(part):
    return part.field, part.weight, part.reason, part.veto


def in_memory(works, decisions):
    decided = applied_to(works, decisions)
    found = find(works, decided.same, decided.different)
    told = [
        (one.first, one.second, one.verdict, one.score, one.relation, [*map(told_of, one.parts)]) for one in found.pairs
    ]
    return found.clusters, told


def read(folder):
    clusters = {}
    for row in pq.read_table(folder / "clusters.parquet").to_pylist():
        clusters.setdefault(row["cluster"], []).append(row["row"])
    told = [
        (
            *(row[name] for name in ("first", "second", "verdict", "score", "relation")),
            [(part["field"], part["weight"], part["reason"], part["veto"]) for part in row["parts"]],
        )
        for row in pq.read_table(folder / "pairs.parquet").to_pylist()
    ]
    return tuple(map(tuple, clusters.values())), told


@pytest.fixture(scope="module")
def works(made_works):
    """Works in all their forms and with twins, each with a key of its own."""
    made = [work for records in made_works.makes(13, 60) for work in records]
    made += made[:30]
    return [replace(one, key=f"{one.key}-{number}") for number, one in enumerate(made)]


@pytest.fixture(scope="module")
def decisions(works):
    """Clusters torn, looks and strangers joined, twins told apart, one of them joined with a stranger."""
    found = find(works)
    groups = [group for group in found.clusters if len(group) > 2]
    torn = [pair for group in groups[:12] for pair in [*combinations(group, 2)][:2]]
    pairs = [(one.first, one.second) for one in found.pairs if one.verdict == "look"][:10]
    alone = sorted({*range(len(works))}.difference(*found.clusters))
    joined = [
        *pairs,
        *zip(alone[::2], alone[1::2], strict=False),
        (groups[-1][0], alone[0]),
        (len(works) - 1, alone[2]),
    ]
    told = [decision("different", works[one], works[other]) for one, other in torn]
    return [*told, *(decision("same", works[one], works[other]) for one, other in joined)]


@pytest.fixture(scope="module")
def expected(works, decisions):
    clusters, told = in_memory(works, decisions)
    assert clusters != find(works).clusters
    assert any(part[0] == "decision" for row in told for part in row[5])
    return clusters, told


def test_decisions_hold_as_in_memory(works, decisions, expected, tmp_path):
    found = find_large(works, tmp_path, decisions=decisions)
    assert read(tmp_path) == expected
    assert (found.clusters, found.pairs) == tuple(map(len, expected))


def test_decisions_hold_in_small_steps_and_in_a_pool(works, decisions, expected, tmp_path, monkeypatch):
    monkeypatch.setattr("citekit.dedupe.large.search._RECORDS", 3)
    monkeypatch.setattr("citekit.dedupe.large.search.TOGETHER", 11)
    monkeypatch.setattr("citekit.dedupe.large.telling.TOGETHER", 3)
    pool = ProcessPool(2)
    try:
        find_large(works, tmp_path, executor=pool, decisions=decisions)
    finally:
        pool.close()
    assert read(tmp_path) == expected


TITLES = ["Zhongguo yu Lianheguo", "Zhongguo yu lienheguo", "中国与联合国", "War"]
WORKS = st.lists(
    st.builds(
        lambda title, year: Work(
            "", "book", Title(Face(title)), author=(Name(family="Tang"),), fields={"date": year} if year else {}
        ),
        st.sampled_from(TITLES), st.sampled_from(["", "2001", "2002"]),
    ),
    min_size=2, max_size=10,
).map(lambda works: [replace(one, key=str(number)) for number, one in enumerate(works)])  # fmt: skip
DECIDED = st.lists(
    st.tuples(st.sampled_from(["same", "different"]), st.integers(0, 9), st.integers(0, 9), st.booleans()), max_size=5
)


def outcome(search):
    try:
        return search()
    except CitekitError as told:
        return str(told)


@settings(deadline=None, max_examples=15)
@given(works=WORKS, told=DECIDED)
def test_decisions_hold_as_in_memory_whatever_is_decided(works, told, tmp_path_factory):
    folder = tmp_path_factory.mktemp("found")
    decisions = []
    for answer, one, other, by_key in told:
        first, second = works[one % len(works)], works[other % len(works)]
        known = decision(answer, first, second)
        decisions.append(Decision(answer, Side(first.key), Side(second.key)) if by_key else known)
    there = outcome(lambda: (find_large(works, folder, decisions=decisions), read(folder))[1])
    assert there == outcome(lambda: in_memory(works, decisions))


def test_decisions_that_contradict_each_other_are_told_by_their_rows(tmp_path):
    """The rows of the table, though one before them cannot be read."""
    names = ["Tang", "Wang", "Zhao"]
    rows = [{}, *({"key": name, "title": f"{name} on war", "author": name} for name in names)]
    table = pa.Table.from_pylist(rows, pa.schema([(name, pa.string()) for name in ("key", "title", "author")]))
    raw = pa.array([b"\xb5", *(row["title"].encode() for row in rows[1:])], pa.binary())
    broken = pa.StringArray.from_buffers(len(raw), raw.buffers()[1], raw.buffers()[2])
    pq.write_table(table.set_column(1, "title", broken), tmp_path / "made.parquet")
    said = [("same", 0, 1), ("same", 1, 2), ("different", 0, 2)]
    decisions = [Decision(answer, Side(names[one]), Side(names[other])) for answer, one, other in said]
    with pytest.raises(CitekitError, match="records 2 and 4 are said to be different, and to be the same"):
        find_large(tmp_path / "made.parquet", tmp_path / "out", decisions=decisions)
    find_large(tmp_path / "made.parquet", tmp_path / "out", decisions=decisions[:2])
    assert read(tmp_path / "out")[0] == ((1, 2, 3),)


def test_a_decision_that_both_have_outgrown_is_said(tmp_path):
    one, other = (Work(key, "book", Title(Face(f"On war {key}"))) for key in "ab")
    stale = decision("same", one, other)
    changed = [replace(work, title=Title(Face(f"Of peace {work.key}"))) for work in (one, other)]
    assert [finding.code for finding in find_large(changed, tmp_path, decisions=[stale]).findings] == ["DU105"]
