"""Tables merged: the same merge as that of small libraries, nothing lost, and what is in no cluster untouched."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from citekit.dedupe.large import bins, merge, whole
from citekit.dedupe.large.executor import InProcess
from citekit.dedupe.large.find import find_large
from citekit.dedupe.large.merge import Merging
from citekit.errors import CitekitError


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


def test_a_row_leads_takes_what_it_lacks_and_keeps_what_differs(merged):
    after, (told,) = merged(TANG, (0, 2, 3), policy="first")
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
def test_a_merged_row_stands_where_the_one_that_leads_it_stood(merged, policy, keys):
    changed = ["2020-01-02", None, "2019-01-02", "2021-01-01"]
    after, _ = merged(TANG.append_column("Date Modified", [changed]), (0, 2, 3), policy=policy)
    assert after.column("id").to_pylist() == keys


def test_a_table_without_duplicates_stays_as_it_is(merged):
    after, _ = merged(TANG)
    assert after.select(TANG.schema.names).equals(TANG)
    empty, _ = merged(TANG.slice(0, 0))
    assert empty.schema == after.schema


@pytest.mark.parametrize(
    ("ids", "name", "value"),
    [
        (["old", None, "older, old", "c"], "ids", "old, older, c, d"),
        ([["old"], None, ["older", "c"], []], "ids", ["old", "older", "c", "d"]),
        ([1, 2, 3, 4], "citekit_ids", ["c", "d"]),
    ],
)
def test_a_column_of_further_keys_is_respected(merged, ids, name, value):
    table = TANG.append_column("ids", [ids])
    after, _ = merged(table, (0, 2, 3), policy="first")
    assert row(after)[name] == value
    assert after.schema.field("ids").type == table.schema.field("ids").type


def test_a_column_that_is_called_like_ours_is_a_column_like_others(merged):
    after, _ = merged(TANG.append_column("merged", [[True, True, False, True]]), (0, 2))
    assert after.column("merged").to_pylist() == [True, False, True]
    assert entry(0, "beside", "merged", "True", "a") in row(after, 1)["citekit_merged"]


def test_what_was_merged_before_stays_told(merged):
    once, _ = merged(TANG, (2, 3), policy="first")
    twice, _ = merged(once, (0, 2), policy="first")
    assert row(twice)["ids"] == ["d", "c"]
    assert entry(3, "alias", "ids", "d", "d") in row(twice)["merged"]
    again, _ = merged(twice)
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
def test_a_key_leads_to_one_work_only(merged, keys, ids, beside):
    table = of(key=keys, title=["War"] * 4)
    after, _ = merged(table, (0, 2), policy="first")
    assert row(after)["ids"] == ids
    log = row(after)["merged"] or []
    assert [one["value"] for one in log if one["how"] == "beside"] == beside


def test_two_works_cannot_have_one_further_key(merged):
    after, _ = merged(of(key=["p", "x", "q", "x"], title=["War"] * 4), (0, 1), (2, 3), policy="first")
    assert after.column("ids").to_pylist() == [["x"], None]
    assert row(after, 1)["merged"] == [entry(3, "beside", "key", "x", "x")]


def test_a_title_in_characters_finds_its_column_or_stays_beside(merged):
    table = of(title=["Zhongguo yu Lianheguo", "中国与联合国"])
    after, _ = merged(table.append_column("title_original", [[None, ""]]), (0, 1), policy="first")
    assert row(after)["title_original"] == "中国与联合国"
    assert row(after)["merged"] == [entry(1, "filled", "title_original", "中国与联合国")]
    after, _ = merged(table, (0, 1), policy="first")
    assert row(after)["merged"] == [entry(1, "beside", "title", "中国与联合国")]


def test_a_fuller_date_leads_and_the_others_stay_beside(merged):
    after, _ = merged(of(title=["War"] * 3, date=["2002", "2002-09", "2002"]), (0, 1, 2), policy="first")
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


def test_types_stay_and_every_cell_is_told(merged, tmp_path):
    after, _ = merged(MANY, (0, 2), policy="first")
    pq.write_table(MANY, tmp_path / "made.parquet")
    there = pq.read_schema(tmp_path / "made.parquet")
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


def test_columns_of_one_name_are_merged_by_their_place(merged):
    table = pa.table([["War", "War"], ["x", "y"], ["", "z"]], names=["title", "shelf", "shelf"])
    after, _ = merged(table, (0, 1), policy="first")
    assert [column[0].as_py() for column in after.columns[:3]] == ["War", "x", "z"]
    assert [one["value"] for one in after.column("merged")[0].as_py()] == ["y", "z"]


def test_many_small_steps_do_the_same(merged, monkeypatch):
    table = pa.concat_tables([TANG] * 6)
    clusters = [(0, 5, 9), (1, 20), (2, 3, 4), (12, 13), (14, 22, 23)]
    expected = merged(table, *clusters)
    for module, name, small in ((merge, "_TOGETHER", 2), (merge, "_SLICE", 3), (bins, "_HELD", 100)):
        monkeypatch.setattr(module, name, small)
    monkeypatch.setattr(whole, "_ROWS", 2)
    assert merged(table, *clusters) == expected
    monkeypatch.setattr(bins, "_MOST", 2)
    assert merged(table, *clusters) == expected


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


def test_a_row_that_cannot_be_read_stays_byte_for_byte(merged):
    raw = pa.array([b"War", b"Weihe \xb5\xc4", b"War", b"Law"])
    title = pa.StringArray.from_buffers(4, raw.buffers()[1], raw.buffers()[2])
    shelf = pa.StringArray.from_buffers(4, *(pa.array([b"a", b"b", b"\xb5", b"d"]).buffers()[1:]))
    items = pa.StringArray.from_buffers(4, *(pa.array([b"x", b"\xff", b"y", b"z"]).buffers()[1:]))
    lists = pa.ListArray.from_arrays([0, 1, 1, 3, 4], items)
    table = pa.table({"title": title, "shelf": shelf, "keywords": lists})
    after, _ = merged(table, (0, 2), policy="first")
    assert row(after.select(["keywords"]))["keywords"] == ["x", "data:;base64,/w==", "y"]
    assert after.column("title").cast(pa.binary()).to_pylist() == [b"War", b"Weihe \xb5\xc4", b"Law"]
    assert row(after.select(["merged"]))["merged"] == [
        entry(2, "beside", "shelf", "data:;base64,tQ=="),
        entry(2, "joined", "keywords", "data:;base64,/w==; y"),
    ]
