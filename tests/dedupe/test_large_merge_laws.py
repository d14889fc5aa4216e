"""Laws of merged tables: the same merge as that of small libraries, and nothing lost."""

from __future__ import annotations

import importlib.util
import json
from shutil import rmtree

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.dedupe.comparison import Found
from citekit.dedupe.entries import Entry
from citekit.dedupe.large.executor import InProcess
from citekit.dedupe.large.find import find_large
from citekit.dedupe.large.merge import Merging
from citekit.dedupe.lead import POLICIES
from citekit.dedupe.plan import plan
from citekit.dedupe.values import told, values_of
from citekit.model import Face, Title, Work


def row(table, place=0):
    return table.slice(place, 1).to_pylist()[0]


CELLS = {
    "key": st.sampled_from([None, "a", "b", "c", "c", "d, e"]),
    "type": st.sampled_from([None, "book", "article", "article-journal"]),
    "title": st.sampled_from([None, "War", "War ", "WAR", "Zhongguo yu Lianheguo", "中国与联合国", "China and the UN"]),
    "title_original": st.sampled_from([None, "", "中国", "中国与联合国"]),
    "author": st.sampled_from([None, "Tang, Yongsheng", "Yongsheng Tang", "Tang, Y.; Zhao, L."]),
    "date": st.sampled_from([None, "2002", "2002-09", "2003"]),
    "volume": st.sampled_from([None, 0, 1, 2]),
    "note": st.sampled_from([None, "see", "see p. 4", "no; yes"]),
    "Keywords": st.sampled_from([None, "UN; China", "China, UN", "peace"]),
    "ids": st.sampled_from([None, [], ["old"], ["c", "older"]]),
    "file": st.sampled_from([None, "a.pdf;b.pdf", "b.pdf"]),
    "tags": st.sampled_from([None, [], ["x"], ["x", "y"]]),
    "seen": st.sampled_from([None, False, True]),
    "weight": st.sampled_from([None, 0.0, 1.5, float("nan")]),
}
KINDS = {"volume": pa.int64(), "ids": pa.list_(pa.string()), "tags": pa.list_(pa.string())}
KINDS |= {"seen": pa.bool_(), "weight": pa.float64()}
SCHEMA = pa.schema([(name, KINDS.get(name, pa.string())) for name in CELLS])
ROWS = st.lists(st.fixed_dictionaries(CELLS), min_size=1, max_size=9)


def grouped(draw, size):
    """Clusters of rows, drawn."""
    numbers = draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    groups = [[place for place, number in enumerate(numbers) if number == one] for one in range(1, 4)]
    return sorted(group for group in groups if len(group) > 1)


@settings(deadline=None, max_examples=25)
@given(rows=ROWS, data=st.data(), policy=st.sampled_from(sorted(POLICIES)))
def test_every_cell_is_findable_after_a_merge(rows, data, policy, merged):
    clusters = grouped(data.draw, len(rows))
    table = pa.Table.from_pylist(rows, SCHEMA)
    after, merges = merged(table, *clusters, policy=policy)
    leads = {one.records[0].row: one for one in merges}
    taken = {record.row for one in merges for record in one.records[1:]}
    staying = [place for place in range(len(rows)) if place not in taken]
    assert len(after) == len(staying)
    for place, there in zip(staying, after.to_pylist(), strict=True):
        if place not in leads:
            assert repr(there) == repr(row(table, place) | {"merged": None})
            continue
        for record in leads[place].records:
            for name, cell in row(table, record.row).items():
                assert is_findable(cell, name, record.row, there), (name, cell, there)


@pytest.mark.parametrize("lead", ["complete", "first"])
def test_every_cell_of_made_records_is_findable(made_table, lead):
    folder, table = made_table
    merging = Merging(str(folder / "made.parquet"), folder, InProcess(), lead, telling=True)
    merges = []
    with (folder / "merged.parquet").open("wb") as file:
        merging.write(file, merges.append, lambda _: None)
    for name in ("gathered", "placed"):
        rmtree(folder / name)
    after = {there["key"]: there for there in pq.read_table(folder / "merged.parquet").to_pylist()}
    assert len(merges) > 60
    gone = set()
    for one in merges:
        there = after[one.records[0].key]
        for record in one.records:
            gone.add(record.row)
            for name, cell in row(table, record.row).items():
                assert is_findable(cell, name, record.row, there), (name, cell, there)
    alone = [one for place, one in enumerate(table.to_pylist()) if place not in gone]
    assert [after[one["key"]] for one in alone] == [one | {"ids": None, "merged": None} for one in alone]
    assert len(after) == len(alone) + len(merges)


@pytest.fixture(scope="module")
def made_table(tmp_path_factory, root):
    """Records made by rule, a quarter of them duplicates, and what was found among them."""
    folder = tmp_path_factory.mktemp("made")
    spec = importlib.util.spec_from_file_location("bench_dedupe_made", root / "scripts" / "bench_dedupe_made.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    made.made(500, folder / "made.parquet")
    find_large(folder / "made.parquet", folder)
    return folder, pq.read_table(folder / "made.parquet")


def is_findable(cell, name, place, there):
    if cell is None or cell != cell or cell == [] or (isinstance(cell, str) and not cell.strip()):  # noqa: PLR0124
        return True
    kept = [one["value"] for one in there["merged"] or () if one["row"] == place and one["field"] == name]
    text = json.dumps(cell) if isinstance(cell, list) else str(cell).removesuffix(".0")
    if cell == there[name] or text in kept:
        return True
    if name == "key":
        return cell in (there["ids"] or ()) or cell == there["key"]
    if isinstance(cell, list):
        return set(cell) <= set(there[name] or ())
    if name in {"note", "Keywords", "file"}:
        return all(piece.strip() in there[name] for piece in cell.replace(",", ";").split(";"))
    return text.strip() in {there[name], there.get("title_original") if name == "title" else there[name]} or (
        isinstance(there[name], str) and text.strip() == there[name].strip()
    )


WORKS = st.builds(
    lambda key, kind, title, original, fields, extra: Work(
        key, kind, Title(Face(title), Face(original) if original else None),
        fields={name: value for name, value in fields.items() if value},
        extra={name: value for name, value in extra.items() if value},
    ),
    st.sampled_from(["a", "b", "c", "d", "d, e"]), st.sampled_from(["book", "article-journal"]),
    st.sampled_from(["War", "Zhongguo yu Lianheguo", "中国与联合国", "China and the United Nations"]),
    st.sampled_from(["", "中国", "中国与联合国"]),
    st.fixed_dictionaries({
        "date": st.sampled_from(["", "2002", "2002-09", "2003"]), "volume": st.sampled_from(["", "1", "2"]),
        "keyword": st.sampled_from(["", "UN; China", "peace"]), "note": st.sampled_from(["", "see", "see p. 4"]),
        "abstract": st.sampled_from(["", "Long.", "Short."]),
    }),
    st.fixed_dictionaries({
        "ids": st.sampled_from(["", "old, older"]), "owner": st.sampled_from(["", "me", "you"]),
        "timestamp": st.sampled_from(["", "2020-01-02", "2021-01-02"]), "groups": st.sampled_from(["", "Mine, Ours"]),
    }),
)  # fmt: skip


@settings(deadline=None, max_examples=25)
@given(works=st.lists(WORKS, min_size=1, max_size=9), data=st.data(), policy=st.sampled_from(sorted(POLICIES)))
def test_a_table_is_merged_as_a_library_is(works, data, policy, merged):
    clusters = grouped(data.draw, len(works))
    entries = [Entry("made.parquet", work) for work in works]
    expected = plan(entries, Found(tuple(map(tuple, clusters)), ()), POLICIES[policy]).merges
    names = ["key", "type", "title", "title_original", "title_translation", "date", "volume", "keyword", "note"]
    schema = pa.schema([(name, pa.string()) for name in (*names, "abstract", "ids", "owner", "timestamp", "groups")])
    table = pa.Table.from_pylist([{"key": work.key, **flat(work)} for work in works], schema)
    after, merges = merged(table, *clusters, policy=policy)
    by_lead = {one.records[0].row: one for one in merges}
    assert [tuple(record.row for record in one.records) for one in merges] == [one.members for one in expected]
    staying = sorted({*range(len(works))} - {row for one in expected for row in one.members[1:]})
    for one in expected:
        there = row(after, staying.index(one.members[0]))
        assert {name: value for name, value in there.items() if value and name not in {"key", "merged"}} == flat(
            one.work
        )
        besides = {(entry["field"], entry["value"], f"made.parquet:{entry['key']}") for entry in there["merged"] or ()
                   if entry["how"] == "beside"}  # fmt: skip
        wanted = {(variant.field, variant.value, key) for variant in one.work.variants for key in variant.citations}
        assert faceless(besides) >= faceless(wanted)  # where a date gives way, each row that has it is told
        assert {one[:2] for one in faceless(besides)} == {one[:2] for one in faceless(wanted)}
        filled = {(change.field, change.source) for change in by_lead[one.members[0]].changes if change.how == "filled"}
        assert filled == {*one.work.inherited.items()}


def faceless(told):
    """Conflicts, those of titles by where they are from: a table names the column, a library the face."""
    named = {("title" if field.startswith("title") else field, value, key) for field, value, key in told}
    return {one for one in named if not one[0].startswith("inherited ")}  # no value of a record


def flat(work):
    values = {where[1]: told(value) for where, value in values_of(work).items() if where[0] != "title"}
    faces = {"title_original": work.title.original, "title_translation": work.title.translation}
    return {
        **values,
        "title": work.title.main.text,
        **{name: face.text for name, face in faces.items() if face},
    }
