"""Tables merged: the same merge as that of small libraries, nothing lost, and what is in no cluster untouched."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.dedupe.comparison import Found
from citekit.dedupe.entries import Entry
from citekit.dedupe.large import bins, merge, whole
from citekit.dedupe.large.executor import InProcess
from citekit.dedupe.large.find import find_large
from citekit.dedupe.large.merge import Merging
from citekit.dedupe.large.results import CLUSTERS
from citekit.dedupe.lead import POLICIES
from citekit.dedupe.plan import plan
from citekit.dedupe.values import told, values_of
from citekit.errors import CitekitError
from citekit.model import Face, Title, Work

folders = count()


def sent(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - it is ours


class Sent(InProcess):
    """Tasks and what is done as they come to another process, and back."""

    def map(self, step, tasks):
        for task in tasks:
            yield sent(step(sent(task)))


def merged(folder, table, *clusters, policy="complete"):
    """The table after the merge of clusters of its rows, and what is told of the merges."""
    folder = folder / str(next(folders))
    folder.mkdir()
    if table is not None:
        pq.write_table(table, folder / "made.parquet", row_group_size=3)
    found = [(cluster[0], row, "") for cluster in sorted(map(sorted, clusters)) for row in cluster]
    rows = pa.table(list(zip(*found, strict=True)) or [[], [], []], schema=CLUSTERS)
    pq.write_table(rows, folder / "clusters.parquet")
    merging = Merging(str(folder / "made.parquet"), folder, Sent(), policy, telling=True)
    merges = []
    with (folder / "merged.parquet").open("wb") as file:
        written = merging.write(file, merges.append, lambda _: None)
    after = pq.ParquetFile(folder / "merged.parquet").read()
    assert (len(after), len(merges)) == (written, merging.works)
    return after, merges


def of(**columns):
    return pa.table(columns)


def row(table, place=0):
    return table.slice(place, 1).to_pylist()[0]


def entry(place, how, field, value, key=None):
    return {"file": "made.parquet", "row": place, "key": key, "how": how, "field": field, "value": value}


TANG = of(
    id=["a", "b", "c", "d"],
    title=["Weihe xingdong", "Jiangou Heping", "Weihe xingdong", "Weihe xindong"],
    year=[2002, 2007, 2002, None],
    doi=[None, "", "10.1/x", "10.1/x"],
    keywords=["UN; peace", None, "UN; China", None],
    shelf=["A 1", "A 2", "A 3", None],
)


def test_a_row_leads_takes_what_it_lacks_and_keeps_what_differs(tmp_path):
    after, (told,) = merged(tmp_path, TANG, (0, 2, 3), policy="first")
    assert after.schema.names == [*TANG.schema.names, "ids", "merged"]
    assert after.column("id").to_pylist() == ["a", "b"]
    assert row(after) == {
        "id": "a", "title": "Weihe xingdong", "year": 2002, "doi": "10.1/x", "keywords": "UN; peace; China",
        "shelf": "A 1", "ids": ["c", "d"],
        "merged": [
            entry(2, "filled", "doi", "10.1/x", "c"), entry(2, "joined", "keywords", "UN; China", "c"),
            entry(2, "beside", "shelf", "A 3", "c"), entry(2, "alias", "ids", "c", "c"),
            entry(3, "beside", "title", "Weihe xindong", "d"), entry(3, "alias", "ids", "d", "d"),
        ],
    }  # fmt: skip
    assert row(after, 1) == row(TANG, 1) | {"ids": None, "merged": None}
    assert [one.name for one in told.records] == ["made.parquet:a", "made.parquet:c", "made.parquet:d"]


@pytest.mark.parametrize(
    ("policy", "keys"),
    [("first", ["a", "b"]), ("complete", ["b", "c"]), ("newest", ["b", "d"]), ("oldest", ["b", "c"])],
)
def test_a_merged_row_stands_where_the_one_that_leads_it_stood(tmp_path, policy, keys):
    changed = ["2020-01-02", None, "2019-01-02", "2021-01-01"]
    after, _ = merged(tmp_path, TANG.append_column("Date Modified", [changed]), (0, 2, 3), policy=policy)
    assert after.column("id").to_pylist() == keys


def test_a_table_without_duplicates_stays_as_it_is(tmp_path):
    after, _ = merged(tmp_path, TANG)
    assert after.select(TANG.schema.names).equals(TANG)
    empty, _ = merged(tmp_path, TANG.slice(0, 0))
    assert empty.schema == after.schema


@pytest.mark.parametrize(
    ("ids", "name", "value"),
    [
        (["old", None, "older, old", "c"], "ids", "old, older, c, d"),
        ([["old"], None, ["older", "c"], []], "ids", ["old", "older", "c", "d"]),
        ([1, 2, 3, 4], "citekit_ids", ["c", "d"]),
    ],
)
def test_a_column_of_further_keys_is_respected(tmp_path, ids, name, value):
    table = TANG.append_column("ids", [ids])
    after, _ = merged(tmp_path, table, (0, 2, 3), policy="first")
    assert row(after)[name] == value
    assert after.schema.field("ids").type == table.schema.field("ids").type


def test_a_column_that_is_called_like_ours_is_a_column_like_others(tmp_path):
    after, _ = merged(tmp_path, TANG.append_column("merged", [[True, True, False, True]]), (0, 2))
    assert after.column("merged").to_pylist() == [True, False, True]
    assert entry(0, "beside", "merged", "True", "a") in row(after, 1)["citekit_merged"]


def test_what_was_merged_before_stays_told(tmp_path):
    once, _ = merged(tmp_path, TANG, (2, 3), policy="first")
    twice, _ = merged(tmp_path, once, (0, 2), policy="first")
    assert row(twice)["ids"] == ["d", "c"]
    assert entry(3, "alias", "ids", "d", "d") in row(twice)["merged"]
    again, _ = merged(tmp_path, twice)
    assert again.equals(twice)


@pytest.mark.parametrize(
    ("keys", "ids", "beside"),
    [
        (["a", "x", "x", "b"], None, ["x"]),  # the row that stays has it
        (["x", "b", "x", "x"], None, []),
        (["a", "b", "Smith, 2002", "c"], ["Smith, 2002"], []),
        ([5, 6, 0, 7], ["0"], []),
        ([None, "b", None, "c"], None, []),
    ],
)
def test_a_key_leads_to_one_work_only(tmp_path, keys, ids, beside):
    table = of(key=keys, title=["War"] * 4)
    after, _ = merged(tmp_path, table, (0, 2), policy="first")
    assert row(after)["ids"] == ids
    log = row(after)["merged"] or []
    assert [one["value"] for one in log if one["how"] == "beside"] == beside


def test_two_works_cannot_have_one_further_key(tmp_path):
    after, _ = merged(tmp_path, of(key=["p", "x", "q", "x"], title=["War"] * 4), (0, 1), (2, 3), policy="first")
    assert after.column("ids").to_pylist() == [["x"], None]
    assert row(after, 1)["merged"] == [entry(3, "beside", "key", "x", "x")]


def test_a_title_in_characters_finds_its_column_or_stays_beside(tmp_path):
    table = of(title=["Zhongguo yu Lianheguo", "中国与联合国"])
    after, _ = merged(tmp_path, table.append_column("title_original", [[None, ""]]), (0, 1), policy="first")
    assert row(after)["title_original"] == "中国与联合国"
    assert row(after)["merged"] == [entry(1, "filled", "title_original", "中国与联合国")]
    after, _ = merged(tmp_path, table, (0, 1), policy="first")
    assert row(after)["merged"] == [entry(1, "beside", "title", "中国与联合国")]


def test_a_fuller_date_leads_and_the_others_stay_beside(tmp_path):
    after, _ = merged(tmp_path, of(title=["War"] * 3, date=["2002", "2002-09", "2002"]), (0, 1, 2), policy="first")
    assert row(after)["date"] == "2002-09"
    assert row(after)["merged"] == [
        entry(0, "beside", "date", "2002"), entry(1, "filled", "date", "2002-09"), entry(2, "beside", "date", "2002"),
    ]  # fmt: skip


DAY = datetime(2020, 1, 2, tzinfo=UTC)
NAMES = pa.list_(pa.struct([("family", pa.string()), ("orcid", pa.string())]))
MANY = pa.table(
    {
        "title": pa.array(["War", "Peace", "War", "Law"]).dictionary_encode(),
        "author": pa.array([[{"family": "Tang", "orcid": "1"}], None, [{"family": "Tang", "orcid": "2"}], []], NAMES),
        "at": pa.array([1000, 2000, 1_577_934_245_000_000_001, None], pa.timestamp("ns")),
        "zone": pa.array(
            [datetime(2020, 1, 2, tzinfo=UTC), None, datetime(2020, 1, 3, tzinfo=UTC), None], pa.timestamp("us", "UTC")
        ),
        "price": pa.array([Decimal("1.50"), None, Decimal("2.50"), None], pa.decimal128(9, 2)),
        "data": pa.array([b"\xff", b"b", b"\xfe", None]),
        "score": pa.array([0.5, 1.5, float("nan"), 2.0]),
        "many": pa.array([["a"], [], ["b", "c"], None], pa.large_list(pa.large_string())),
        "read": pa.array([True, None, False, None]),
        "pages": pa.array(["", None, "1-9", None], pa.string_view()),
        "volume": pa.array([0, 1, 2, 3], pa.uint8()),
        "nothing": pa.nulls(4),
    },
    metadata={"made": "by hand"},
)


def test_types_stay_and_every_cell_is_told(tmp_path):
    after, _ = merged(tmp_path, MANY, (0, 2), policy="first")
    there = pq.read_schema(max(tmp_path.iterdir()) / "made.parquet")
    assert after.schema.names[-2:] == ["ids", "merged"]
    assert pa.schema(list(after.schema)[:-2]) == pa.schema(list(there))
    assert after.schema.metadata[b"made"] == b"by hand"
    for name in MANY.schema.names:
        cells = MANY.column(name)
        assert after.column(name)[1:].to_pylist() == [cells[1].as_py(), cells[3].as_py()], name
    assert {one["field"]: (one["how"], one["value"]) for one in row(after.select(["merged"]))["merged"]} == {
        "author": ("beside", '[{"family": "Tang", "orcid": "2"}]'),
        "at": ("beside", "2020-01-02 03:04:05.000000001"),
        "zone": ("beside", "2020-01-03 00:00:00.000000Z"),
        "price": ("beside", "2.50"),
        "data": ("beside", "data:;base64,/g=="),
        "many": ("beside", '["b", "c"]'),
        "read": ("beside", "False"),
        "pages": ("filled", "1-9"),
        "volume": ("beside", "2"),
    }


def test_columns_of_one_name_are_merged_by_their_place(tmp_path):
    table = pa.table([["War", "War"], ["x", "y"], ["", "z"]], names=["title", "shelf", "shelf"])
    after, _ = merged(tmp_path, table, (0, 1), policy="first")
    assert [column[0].as_py() for column in after.columns[:3]] == ["War", "x", "z"]
    assert [one["value"] for one in after.column("merged")[0].as_py()] == ["y", "z"]


def test_many_small_steps_do_the_same(tmp_path, monkeypatch):
    table = pa.concat_tables([TANG] * 6)
    clusters = [(0, 5, 9), (1, 20), (2, 3, 4), (12, 13), (14, 22, 23)]
    expected = merged(tmp_path, table, *clusters)
    for module, name, small in ((merge, "_TOGETHER", 2), (merge, "_SLICE", 3), (bins, "_HELD", 100)):
        monkeypatch.setattr(module, name, small)
    monkeypatch.setattr(whole, "_ROWS", 2)
    assert merged(tmp_path, table, *clusters) == expected
    monkeypatch.setattr(bins, "_MOST", 2)
    assert merged(tmp_path, table, *clusters) == expected


def test_a_part_that_cannot_be_read_is_not_passed_over(tmp_path):
    (tmp_path / "out").mkdir()
    path = tmp_path / "made.parquet"
    pq.write_table(pa.concat_tables([TANG] * 50), path, row_group_size=100, compression="zstd")
    start = pq.ParquetFile(path).metadata.row_group(1).column(5).data_page_offset  # no search looks at it
    data = bytearray(path.read_bytes())
    data[start : start + 12] = b"\xff" * 12
    path.write_bytes(data)
    assert not find_large(path, tmp_path / "out").findings
    with pytest.raises(CitekitError, match=r"Rows 101 to 200 of .*made.parquet cannot be read .* a merged table would"):
        Merging(str(path), tmp_path / "out", InProcess(), "complete")


def test_a_row_that_cannot_be_read_stays_byte_for_byte(tmp_path):
    raw = pa.array([b"War", b"Weihe \xb5\xc4", b"War", b"Law"])
    title = pa.StringArray.from_buffers(4, raw.buffers()[1], raw.buffers()[2])
    shelf = pa.StringArray.from_buffers(4, *(pa.array([b"a", b"b", b"\xb5", b"d"]).buffers()[1:]))
    after, _ = merged(tmp_path, pa.table({"title": title, "shelf": shelf}), (0, 2), policy="first")
    assert after.column("title").cast(pa.binary()).to_pylist() == [b"War", b"Weihe \xb5\xc4", b"Law"]
    assert row(after)["merged"] == [entry(2, "beside", "shelf", "data:;base64,tQ==")]


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
def test_every_cell_is_findable_after_a_merge(rows, data, policy, tmp_path_factory):
    clusters = grouped(data.draw, len(rows))
    table = pa.Table.from_pylist(rows, SCHEMA)
    after, merges = merged(tmp_path_factory.mktemp("law"), table, *clusters, policy=policy)
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


def is_findable(cell, name, place, there):
    if cell is None or cell != cell or cell == [] or (isinstance(cell, str) and not cell.strip()):  # noqa: PLR0124
        return True
    kept = [one["value"] for one in there["merged"] or () if one["row"] == place and one["field"] == name]
    text = json.dumps(cell) if isinstance(cell, list) else str(cell).removesuffix(".0")
    if cell == there[name] or text in kept:
        return True
    if name == "key":
        return cell in (there["ids"] or ())
    if isinstance(cell, list):
        return set(cell) <= set(there[name] or ())
    if name in {"note", "Keywords", "file"}:
        return all(piece.strip() in there[name] for piece in cell.replace(",", ";").split(";"))
    return text.strip() in {there[name], there["title_original"] if name == "title" else there[name]} or (
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
def test_a_table_is_merged_as_a_library_is(works, data, policy, tmp_path_factory):
    clusters = grouped(data.draw, len(works))
    entries = [Entry("made.parquet", work) for work in works]
    expected = plan(entries, Found(tuple(map(tuple, clusters)), ()), POLICIES[policy]).merges
    names = ["key", "type", "title", "title_original", "title_translation", "date", "volume", "keyword", "note"]
    schema = pa.schema([(name, pa.string()) for name in (*names, "abstract", "ids", "owner", "timestamp", "groups")])
    table = pa.Table.from_pylist([{"key": work.key, **flat(work)} for work in works], schema)
    after, merges = merged(tmp_path_factory.mktemp("same"), table, *clusters, policy=policy)
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
