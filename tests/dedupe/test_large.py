"""The search on disk: what it finds is what the search in memory finds, whoever does its steps."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.dedupe.find import find
from citekit.dedupe.from_work import record
from citekit.dedupe.large import blocking
from citekit.dedupe.large import find as large_find
from citekit.dedupe.large.executor import InProcess, ProcessPool
from citekit.dedupe.large.find import find_large
from citekit.dedupe.large.packing import packed, unpacked
from citekit.dedupe.large.prepare import prepare
from citekit.dedupe.large.room import size_of
from citekit.dedupe.large.rows import columns_of, work_of
from citekit.dedupe.large.source import Portion, parts
from citekit.errors import CitekitError
from citekit.model import Face, Name, Title, Work

SCHEMA = pa.schema([(name, pa.string()) for name in ("key", "title", "author", "year", "journal", "pages", "doi")])
ROWS = [
    {"key": "a", "title": "Peacekeeping and Police in Haiti", "author": "Smith, Alan; Tang, Yongsheng", "year": "2002"},
    {"key": "b", "title": "Zhongguo yu Lianheguo weihe xingdong", "author": "Tang, Yongsheng", "year": "2002"},
    {"key": "c", "title": "Peacekeeping and police in Haiti", "author": "A. Smith and Y. Tang", "year": "2002"},
    {"key": "d", "title": "Zhongguo yu lienheguo weihe xingdong", "author": "Tang, Y.", "year": "2002"},
]


def read(folder):
    """What stands in the files, in the terms of the search in memory."""
    clusters = {}
    for row in pq.read_table(folder / "clusters.parquet").to_pylist():
        clusters.setdefault(row["cluster"], []).append(row["row"])
    told = [
        (*(row[name] for name in ("first", "second", "verdict", "score", "relation")), [*map(astuple, row["parts"])])
        for row in pq.read_table(folder / "pairs.parquet").to_pylist()
    ]
    return tuple(map(tuple, clusters.values())), told


def astuple(part):
    return part["field"], part["weight"], part["reason"], part["veto"]


def told_of(part):
    return part.field, part.weight, part.reason, part.veto


def in_memory(works):
    found = find(works)
    told = [
        (one.first, one.second, one.verdict, one.score, one.relation, [*map(told_of, one.parts)]) for one in found.pairs
    ]
    return found.clusters, told


def table(path, rows, **columns):
    pq.write_table(pa.Table.from_pylist(rows, SCHEMA), path, **columns)
    return path


@pytest.fixture(scope="module")
def works(made_works):
    """Works in all their forms, with twins, records that say nothing, and what stands in the file only once."""
    made = [work for records in made_works.makes(11, 150) for work in records]
    return [*made, *(replace(one, key=f"{one.key}-again") for one in made[:40]), Work("", "other"), Work("", "other")]


@pytest.fixture(scope="module")
def expected(works):
    return in_memory(works)


def test_it_finds_what_is_found_in_memory(works, expected, tmp_path):
    found = find_large(works, tmp_path)
    assert read(tmp_path) == expected
    assert (found.records, found.clusters, found.pairs) == (len(works), len(expected[0]), len(expected[1]))
    assert found.clustered == sum(map(len, expected[0]))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clusters.parquet", "pairs.parquet"]


def test_many_small_steps_find_the_same(works, expected, tmp_path, monkeypatch):
    """Blocks, keys and pairs cut as small as they can be."""
    monkeypatch.setattr(blocking, "STEP", 64)
    monkeypatch.setattr("citekit.dedupe.large.sorting.STEP", 64)
    monkeypatch.setattr(blocking, "_PAIRS", 50)
    monkeypatch.setattr("citekit.dedupe.large.search._PAIRS", 7)
    monkeypatch.setattr("citekit.dedupe.large.search._RECORDS", 3)
    monkeypatch.setattr("citekit.dedupe.large.search.TOGETHER", 11)
    monkeypatch.setattr("citekit.dedupe.large.telling.TOGETHER", 3)
    monkeypatch.setattr("citekit.dedupe.large.telling.MEMBERS", 5)
    monkeypatch.setattr("citekit.dedupe.large.source.PART", 5)
    find_large(works, tmp_path)
    assert read(tmp_path) == expected


def test_a_pool_finds_the_same_though_its_processes_are_killed(works, expected, tmp_path):
    class Killed(ProcessPool):
        kills = 2

        def map(self, step, tasks):
            for done in super().map(step, tasks):
                if self.kills:
                    self.kills -= 1
                    os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
                yield done

    pool = Killed(2)
    try:
        find_large(works, tmp_path, executor=pool)
    finally:
        pool.close()
    assert pool.kills == 0
    assert read(tmp_path) == expected


def test_large_blocks_are_thinned_out_alike(tmp_path):
    works = [
        Work(str(number), "book", Title(Face(f"On war and the law of {nations}")), author=(Name(family="Smith"),))
        for number, nations in enumerate(["nations", "natoins", "peoples of Asia"] * 150)
    ]
    works = [replace(one, fields={"date": "2002", "note": one.key}) for one in works]
    find_large(works, tmp_path)
    assert read(tmp_path) == in_memory(works)


def test_a_component_too_large_falls_apart_alike(works, tmp_path, monkeypatch):
    monkeypatch.setattr("citekit.dedupe.consensus.LARGEST", 3)
    monkeypatch.setattr("citekit.dedupe.large.components.LARGEST", 3)
    find_large(works, tmp_path)
    assert read(tmp_path) == in_memory(works)


TITLES = ["Editorial", "", "Zhongguo yu Lianheguo", "Zhongguo yu lienheguo", "中国与联合国", "War: A History", "War"]
WORKS = st.builds(
    lambda title, year, doi, name: Work(
        "", "article-journal", Title(Face(title)) if title else Title(), author=(Name(family=name),) if name else (),
        fields={key: value for key, value in (("date", year), ("doi", doi)) if value},
    ),
    st.sampled_from(TITLES), st.sampled_from(["", "2001", "2002"]), st.sampled_from(["", "", "10.1/a", "10.1/b"]),
    st.sampled_from(["", "Tang", "Smith", "唐永胜"]),
)  # fmt: skip


@settings(deadline=None, max_examples=12)
@given(works=st.lists(WORKS, max_size=12))
def test_it_finds_what_is_found_in_memory_whatever_is_there(works, tmp_path_factory):
    folder = tmp_path_factory.mktemp("found")
    find_large(works, folder)
    assert read(folder) == in_memory(works)


@settings(deadline=None)
@given(work=WORKS)
def test_what_is_packed_comes_out_as_it_was(work):
    assert unpacked(packed(record(work))) == record(work)


def test_a_table_is_searched(tmp_path):
    found = find_large(table(tmp_path / "made.parquet", ROWS), tmp_path / "out")
    assert read(tmp_path / "out")[0] == ((0, 2), (1, 3))
    assert pq.read_table(tmp_path / "out" / "clusters.parquet").column("key").to_pylist() == ["a", "c", "b", "d"]
    assert not found.findings


def test_a_broken_row_is_told_by_its_number_and_left_alone(tmp_path):
    good = pa.Table.from_pylist([*ROWS, {}, *ROWS], SCHEMA)
    raw = [title.encode() if title else b"Weihe \xb5\xc4" for title in good.column("title").to_pylist()]
    data = pa.array(raw, pa.binary())
    broken = pa.StringArray.from_buffers(len(raw), data.buffers()[1], data.buffers()[2])
    pq.write_table(good.set_column(1, "title", broken), tmp_path / "made.parquet")
    found = find_large(tmp_path / "made.parquet", tmp_path / "out")
    assert [(one.code, one.line, one.severity) for one in found.findings] == [("DU107", 5, "error")]
    assert found.records == 8
    assert read(tmp_path / "out")[0] == ((0, 2, 5, 7), (1, 3, 6, 8))


def test_damage_in_a_file_costs_its_rows_only(tmp_path):
    path = table(tmp_path / "made.parquet", ROWS * 50, row_group_size=100, compression="zstd")
    start = pq.ParquetFile(path).metadata.row_group(0).column(1).data_page_offset
    data = bytearray(path.read_bytes())
    data[start : start + 40] = b"\xff" * 40
    path.write_bytes(data)
    found = find_large(path, tmp_path / "out")
    assert [(one.code, one.line) for one in found.findings] == [("DU107", 1)]
    assert "Rows 1 to 100 of" in found.findings[0].message
    assert {row for cluster in read(tmp_path / "out")[0] for row in cluster} == {*range(100, 200)}


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda _: None, "There is no file"),
        (lambda path: path.write_text("@book{a}"), "cannot be read as Parquet"),
        (lambda path: pq.write_table(pa.table({"colour": ["red"]}), path), "has no column of titles"),
        (
            lambda path: pq.write_table(pa.table([["a"], ["b"]], names=["title"] * 2), path),
            "more than one column title",
        ),
        (
            lambda path: pq.write_table(pa.table({"title": [{"en": "War"}]}), path),
            "The column title of .* holds struct",
        ),
    ],
)
def test_a_table_that_is_none_is_refused_in_a_sentence(write, said, tmp_path):
    write(tmp_path / "made.parquet")
    with pytest.raises(CitekitError, match=said):
        find_large(tmp_path / "made.parquet", tmp_path / "out")


def test_an_empty_table_has_no_duplicates(tmp_path):
    found = find_large(table(tmp_path / "made.parquet", []), tmp_path / "out")
    assert (found.records, found.clusters, read(tmp_path / "out")) == (0, 0, ((), []))


def test_a_disk_that_is_full_leaves_what_was_found_before(tmp_path):
    find_large(table(tmp_path / "made.parquet", ROWS), tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    code = (
        "import resource, sys; from citekit.dedupe.large.find import find_large\n"
        "from citekit.errors import CitekitError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "try: find_large(sys.argv[1], sys.argv[2])\n"
        "except CitekitError as told: print(told)\n"
    )
    many = table(tmp_path / "many.parquet", ROWS * 500)
    command = [sys.executable, "-c", code, many, tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("What is found cannot be written to")
    assert not done.stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_too_little_memory_is_refused_and_not_exceeded(tmp_path):
    with pytest.raises(CitekitError, match="200 MiB of memory are too little"):
        find_large([], tmp_path, memory=200 * 2**20)


def test_an_extra_that_is_not_there_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(CitekitError, match=r"pip install citekit\[large\]"):
        large_find.find_large([], tmp_path)


def test_parts_are_the_same_for_each_executor(tmp_path):
    path = table(tmp_path / "made.parquet", ROWS * 3)
    assert [part.first for part in parts(path, 5)] == [0, 5, 10]
    assert [len(done.rows) for done in InProcess().map(prepare, parts(path, 5))] == [5, 5, 2]
    assert len(prepare(Portion(0)).rows) == 0


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Zhao, Lei; Tang, Yongsheng", [("Zhao", "Lei"), ("Tang", "Yongsheng")]),
        ("Zhao, Lei and Yongsheng Tang", [("Zhao", "Lei"), ("Tang", "Yongsheng")]),
        ("Zhao L, Tang YS", [("Zhao", "L"), ("Tang", "YS")]),
        ("A. B. Smith", [("Smith", "A. B.")]),
        (["Zhao, Lei", "Tang"], [("Zhao", "Lei"), ("Tang", "")]),
        ([{"family": "Zhao", "given": "Lei"}], [("Zhao", "Lei")]),
        ("World Health Organization", [("World Health Organization",)]),
        ("唐永胜", [("唐永胜",)]),
        ("", []),
        (None, []),
    ],
)
def test_the_people_of_a_cell(cell, names):
    made = [(name.literal,) if name.literal else (name.family, name.given) for name in work_of({"author": cell}).author]
    assert made == names


def test_a_row_says_what_a_work_says():
    row = {"key": " a ", "type": "article", "title": "War", "container": "IR", "author": "Smith, A.", "date": 2004.0}
    row |= {"title_translation": None, "title_original": "战争", "volume": 3, "pages": "1-9", "doi": float("nan")}
    assert work_of(row) == Work(
        "a",
        "article-journal",
        Title(Face("War"), Face("战争")),
        Title(Face("IR")),
        author=(Name(family="Smith", given="A."),),
        fields={"date": "2004", "volume": "3", "pages": "1-9"},
    )


def test_the_columns_of_a_table_may_be_called_as_elsewhere():
    names = ["ID", "Publication Year", "Journal", "container-title", "Number", "Titel"]
    assert columns_of(names) == {
        "key": "ID", "date": "Publication Year", "container": "container-title", "issue": "Number",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "size"), [("1GiB", 2**30), ("800 MB", 800_000_000), ("1.5g", 1_500_000_000), ("9", 9)]
)
def test_sizes_are_read_as_people_write_them(text, size):
    assert size_of(text) == size
