"""Decisions as a file: what is written, what is read back, and what is refused in one sentence."""

from __future__ import annotations

import pytest

from citekit.errors import CitekitError
from citekit.model import Emendation
from citekit.romanise.emend.decide import decided
from citekit.romanise.emend.decisions import COLUMNS, as_words, load_decisions, read_decisions, write_decisions
from citekit.romanise.emend.strings import RomanisedString

PRINTED = "Zhongguo yu lienheguo weihe xindong"
TITLE = RomanisedString(PRINTED, "note 8", "title", "zh-Latn-pinyin", 30, note="8", citation="n8.1")
LIEN = Emendation("PY002", "note 8", "title", PRINTED, (12, 16), "lien", "lian", "wade-giles", "Wade–Giles.")
XIN = Emendation(
    "PY020", "note 8", "title", PRINTED, (28, 35), "xindong", "xingdong", "noisy-channel", "Amiss.", (), ("xindang",)
)
HEAD = "decision\twhere\tfield\told\tnew\n"


@pytest.mark.parametrize(
    ("printed", "span", "old", "new", "words"),
    [
        (PRINTED, (12, 16), "lien", "lian", ("lienheguo", "lianheguo")),
        ("Guoji Zhanlue", (11, 12), "u", "ü", ("Zhanlue", "Zhanlüe")),
        ("an'nan", (2, 3), "'", "", ("an'nan", "annan")),
        ("tianan men", (4, 4), "", "’", ("tianan", "tian’an")),
        ("Mao Luipeng", (4, 7), "Lui", None, ("Luipeng", None)),
        ("Yin He", (0, 6), "Yin He", "He Yin", ("Yin He", "He Yin")),
    ],
)
def test_an_emendation_is_told_in_whole_words(printed, span, old, new, words):
    assert as_words(Emendation("PY001", "note 1", "title", printed, span, old, new, "", ""))[1:] == words


def test_what_is_written_is_read_back_and_decided():
    text = write_decisions([LIEN, XIN], "Two lines\nof heading")
    assert text.splitlines()[:3] == ["# Two lines", "# of heading", "\t".join(COLUMNS)]
    assert read_decisions(text, "d.tsv") == ()
    rows = read_decisions(text.replace("\n\tnote 8\ttitle\txindong", "\naccept\tnote 8\ttitle\txindong"), "d.tsv")
    known, stale = decided([LIEN, XIN], rows, [TITLE])
    assert [one.decision for one in known] == ["", "accept"]
    assert stale == ()


def test_writing_again_keeps_what_was_decided_and_rows_of_ones_own():
    own = read_decisions(
        f"{HEAD}reject\tnote 8\ttitle\tlienheguo\t\naccept\tnote 9\ttitle\tbeijing\tBeijing\n", "d.tsv"
    )
    lines = [line.split("\t") for line in write_decisions([LIEN, XIN], "", own).splitlines()[1:]]
    assert [(line[0], line[1], line[3], line[4]) for line in lines] == [
        ("reject", "note 8", "lienheguo", "lianheguo"),
        ("", "note 8", "xindong", "xingdong"),
        ("accept", "note 9", "beijing", "Beijing"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "where\told\tnew\tdecision\nnote 8\txindong\txingdong\taccept\n",
        "\ufeffdecision\twhere\told\tnew\r\nACCEPT\tnote 8\t xindong \txingdong\r\n",
        'decision\twhere\told\tnew\tmy notes\naccept\t"note 8"\txindong\txingdong\tlooked up in the library\n',
        "# a remark\n\ndecision\twhere\told\tnew\n\n# another\naccept\tnote 8\txindong\txingdong\n",
    ],
)
def test_files_of_many_hands_are_read(tmp_path, text):
    path = tmp_path / "d.tsv"
    path.write_bytes(text.encode())
    known, stale = decided([LIEN, XIN], load_decisions(str(path)), [TITLE])
    assert [one.decision for one in known] == ["", "accept"]
    assert not stale


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "d.tsv holds no decisions"),
        ("# remarks alone\n", "d.tsv holds no decisions"),
        ("where\told\n", "d.tsv, line 1: the heading lacks decision and new"),
        (f"{HEAD}acept\tnote 8\ttitle\ta\tb\n", "d.tsv, line 2: the decision “acept” is neither accept nor reject"),
        (f"{HEAD}accept\tnote 8\ttitle\ta\t\n", "d.tsv, line 2: the row accepts nothing for “a”"),
        (f"{HEAD}accept\t\ttitle\ta\tb\n", "d.tsv, line 2: the row does not say where"),
        (f"{HEAD}accept\tnote 8\ttitle\t\tb\n", "d.tsv, line 2: the row does not say old"),
        (f"{HEAD}accept\tnote 8\ttitle\ta\tb\tc\n", "d.tsv, line 2: 6 cells stand under 5 columns"),
        (f"{HEAD}accept\tn\ttitle\ta\tb\naccept\tn\ttitle\ta\tc\n",
         "d.tsv, line 3: “a” is to be “c” here and “b” in line 2; accept one of them."),
    ],
)  # fmt: skip
def test_a_row_that_is_amiss_is_one_sentence(text, sentence):
    with pytest.raises(CitekitError) as error:
        read_decisions(text, "d.tsv")
    assert str(error.value).startswith(sentence)


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path):
    with pytest.raises(CitekitError, match="cannot be read"):
        load_decisions(str(tmp_path / "none.tsv"))
    (tmp_path / "latin.tsv").write_bytes(b"decision\twhere\told\tnew\naccept\tn\t\xe9\te\n")
    with pytest.raises(CitekitError, match="not UTF-8"):
        load_decisions(str(tmp_path / "latin.tsv"))


def test_another_form_than_was_proposed_is_put_by_decision():
    (row,) = read_decisions(f"{HEAD}accept\tnote 8\t\txindong\txindongtai\n", "d.tsv")
    (one,), _ = decided([XIN], [row], [TITLE])
    assert (one.old, one.new, one.rule, one.evidence) == ("xindong", "xindongtai", "decision", ("d.tsv, line 2",))


def test_a_word_that_nothing_proposes_is_changed_by_a_row_of_ones_own():
    (row,) = read_decisions(f"{HEAD}accept\tnote 8\ttitle\tweihe\tweichi\n", "d.tsv")
    (one,), stale = decided([], [row], [TITLE])
    assert (one.printed[slice(*one.span)], one.new, one.citation, one.decision) == ("weihe", "weichi", "n8.1", "accept")
    assert not stale


@pytest.mark.parametrize(
    ("row", "severity"),
    [
        ("accept\tnote 9\ttitle\txindong\txingdong", "warning"),  # another note
        ("accept\tnote 8\tauthor\txindong\txingdong", "warning"),  # another field
        ("accept\tnote 8\ttitle\txingdong\txindong", "warning"),  # not printed
        ("accept\tnote 8\ttitle\tdong\ttong", "warning"),  # a part of a word
        ("reject\tnote 9\ttitle\txindong\t", "info"),
    ],
)
def test_a_row_that_finds_nothing_is_a_finding(row, severity):
    known, (stale,) = decided([XIN], read_decisions(f"{HEAD}{row}\n", "d.tsv"), [TITLE])
    assert known == (XIN,)
    assert (stale.code, stale.severity) == ("PY104", severity)
    assert stale.message.startswith("d.tsv, line 2: note ")


def test_characters_are_accepted_by_the_row_that_names_them():
    first = Emendation("PY030", "note 8", "title_original", PRINTED, (0, 35), PRINTED, "中国与", "decoded", "")
    second = Emendation("PY030", "note 8", "title_original", PRINTED, (0, 35), PRINTED, "中国于", "decoded", "")
    text = write_decisions([first, second], "").replace("\n\tnote 8", "\naccept\tnote 8", 1)
    (row,) = read_decisions(text, "d.tsv")
    known, stale = decided([first, second], [row], [TITLE])
    assert [one.decision for one in known] == ["accept", ""]
    alone, none = decided([], [row], [TITLE])
    assert [(one.field, one.new) for one in alone] == [("title_original", "中国与")]
    assert (stale, none) == ((), ())
