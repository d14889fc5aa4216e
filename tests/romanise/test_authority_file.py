"""A list of one's own: what it may leave out, what is amiss with it, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import CitekitError
from citekit.romanise.authority_file import COLUMNS, is_issn, load_authorities, read_authorities
from citekit.romanise.authority_row import Authority


def test_two_columns_are_enough():
    found = read_authorities("characters\tromanised\n党史博览\tDangshi Bolan\n")
    assert found.findings == ()
    assert found.rows == (Authority("dangshibolan", "body", "zh", "党史博览", "Dangshi Bolan"),)


def test_every_column_may_be_given_in_any_order_with_remarks_and_blank_lines():
    text = (
        "# my list\r\n\r\nissn\tconfidence\ten\r\n".replace("en\r\n", "english\tparent\tplace\tvariants\talalc\t")
        + "traditional\tromanised\tcharacters\tlanguage\ttype\tid\r\n"
        "1007-161x\tmedium\tAsia\tcass\tBeijing\tYatai | 亚太\tDang dai Ya Tai\t當代亞太\tDangdai Yatai\t当代亚太\tzh\t"
        "journal\tyatai\r\n"
    )
    found = read_authorities(text)
    assert found.findings == ()
    assert found.rows == (
        Authority(
            id="yatai",
            type="journal",
            language="zh",
            characters="当代亚太",
            romanised="Dangdai Yatai",
            traditional="當代亞太",
            alalc="Dang dai Ya Tai",
            variants=("Yatai", "亚太"),
            english="Asia",
            place="Beijing",
            parent="cass",
            issn="1007-161X",
            confidence="medium",
        ),
    )


def test_the_quotes_of_a_spreadsheet_are_taken_off():
    rows = read_authorities('characters\tromanised\tenglish\n"当代"\tDangdai\t"The ""Present"""\n').rows
    assert (rows[0].characters, rows[0].english) == ("当代", 'The "Present"')


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n"])
def test_an_empty_list_is_a_list(text):
    assert read_authorities(text) == ((), ())


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        ("人民日报\tRenmin Ribao\n", "PY101", 1, "lacks the column characters and romanised"),
        ("# x\ncharacters\tpinyin\n", "PY101", 2, "lacks the column romanised"),
        ("characters\tromanised\tcolour\n", "PY101", 1, "a column that no list has: colour"),
        ("characters\tromanised\t\n", "PY101", 1, "one without a name"),
        ("characters\tromanised\tromanised\n", "PY101", 1, "a column twice: romanised"),
        ("characters\tromanised\n学报 Xuebao\n", "PY101", 2, "nothing under romanised"),
        ("characters\tromanised\n\n学报\tXuebao\tlow\n", "PY101", 3, "3 cells for 2 columns"),
        ("characters\tromanised\tissn\n学报\tXuebao\t0459-1908\n", "PY102", 2, "check digit of the ISSN 0459-1908"),
        ("characters\tromanised\tconfidence\n学报\tXuebao\tsure\n", "PY102", 2, "confidence sure is none of high"),
        ("characters\tromanised\ttype\n学报\tXuebao\tpaper\n", "PY102", 2, "type paper is none of agency"),
        ("characters\tromanised\tlanguage\n학보\tHakpo\tko\n", "PY102", 2, "language ko is neither"),
        ("characters\tromanised\n历史\tLi-shih\n", "PY102", 2, "no pinyin at Li-shih"),
        ("characters\tromanised\n事实\tShishi\n时事\tShishi\n", "PY103", 3, "id shishi names more than one row"),
    ],
)
def test_what_is_amiss_is_told_with_its_line(text, code, line, says):
    (finding,) = read_authorities(text).findings
    assert (finding.code, finding.line) == (code, line)
    assert says in finding.message
    assert finding.text in text
    assert finding.help


def test_a_broken_row_takes_no_other_with_it():
    found = read_authorities("characters\tromanised\n甲\n乙\tYi\n\tBing\n丁\tDing\n")
    assert [row.romanised for row in found.rows] == ["Yi", "Ding"]
    assert [finding.line for finding in found.findings] == [2, 4]


def test_a_doubtful_row_is_used_without_what_cannot_be():
    (row,) = read_authorities("characters\tromanised\tissn\tconfidence\n学报\tXuebao\t1234\tsure\n").rows
    assert (row.issn, row.confidence) == ("", "low")


@pytest.mark.parametrize("issn", ["1006-9550", "1007-161X", "10069550", "0452-8832"])
def test_an_issn_whose_digit_holds(issn):
    assert is_issn(issn)


@pytest.mark.parametrize("issn", ["", "1006-9551", "1006-955", "1006-95500", "ABCD-EFGH", "X006-9550", "١٠٠٦-٩٥٥٠"])
def test_no_issn(issn):
    assert not is_issn(issn)


@given(st.integers(0, 9_999_999), st.sampled_from("0123456789X"))
def test_of_the_eleven_check_digits_one_holds(number, digit):
    holding = [d for d in "0123456789X" if is_issn(f"{number:07}{d}")]
    assert len(holding) == 1
    assert is_issn(f"{number:07}{digit}") == (digit in holding)


@given(st.text())
def test_nothing_in_a_list_raises_and_every_line_is_a_row_or_a_finding(text):
    found = read_authorities("characters\tromanised\n" + text)
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    left_out = [finding for finding in found.findings if finding.code in {"PY101", "PY103"}]
    assert len(found.rows) + len(left_out) == len(lines)


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_text("characters\tromanised\n学报\tXuebao\n", encoding="utf-8-sig")
    assert load_authorities(path).rows[0].characters == "学报"


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path):
    with pytest.raises(CitekitError, match="cannot be read"):
        load_authorities(tmp_path / "none.tsv")
    path = tmp_path / "gbk.tsv"
    path.write_bytes("characters\tromanised\n学报\tXuebao\n".encode("gbk"))
    with pytest.raises(CitekitError, match="is not UTF-8"):
        load_authorities(path)


def test_the_columns_are_those_of_a_row():
    assert set(COLUMNS) >= {"characters", "romanised", "variants", "issn", "confidence"}
