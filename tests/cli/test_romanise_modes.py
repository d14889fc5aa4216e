"""``citekit romanise`` beside strings: the way back, search help, learning, lists of one's own."""

from __future__ import annotations

import json

import pytest

from citekit.romanise import load_authorities

CHINESE = """% mine
@book{zhao2007,
  author = {赵磊}, title = {建构和平：中国的外交行为}, publisher = {九州出版社}, year = 2007}
@article{anon, title = {中国的国防}, journal = {人民日报}, year = 2009}
@article{mixed, author = {{国务院新闻办公室} and Smith, John}, title = {English}, year = 2009}
"""
BOTH = """[
{"id": "one", "type": "article-newspaper", "title": "X", "container-title": "Wanquan Ribao",
 "custom": {"citekit": {"container": {"main": {"text": "Wanquan Ribao", "language": "zh-Latn-pinyin"},
  "original": {"text": "完全日报", "language": "zh-Hans"}, "translation": {"text": "Whole Daily"}}}}}
]"""


def learnable(tmp_path, *rows):
    """A .bib whose works have container, publisher and author in both forms."""
    entries = [
        f"@article{{k{number}, author = {{{author}}}, title = {{T{number}}}, journal = {{{journal}}},"
        f" userb = {{{characters}}}, nameaddon = {{{name}}}, language = {{chinese}}, langid = {{pinyin}},"
        f" year = {{2000}} }}"
        for number, (author, name, journal, characters) in enumerate(rows)
    ]
    (tmp_path / "both.bib").write_text("\n".join(entries), encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "pinyin"),
    [
        ("建构和平：中国的外交行为", "Jiangou heping: Zhongguo de waijiao xingwei"),
        ("人民日报", "Renmin Ribao"),
        ("2008年中国的国防", "2008 nian Zhongguo de guofang"),
        ("Renmin Ribao", "Renmin Ribao"),
    ],
)
def test_characters_are_written_in_pinyin(citekit, line, pinyin):
    done = citekit("romanise", "--from", "zh", "-", stdin=f"{line}\n".encode())
    assert (done.stdout.decode(), done.returncode) == (f"{pinyin}\n", 0)


def test_a_person_is_written_as_a_person(citekit):
    pytest.importorskip("rjieba")
    assert citekit("romanise", "--from", "zh", "赵磊", "欧阳修").stdout.decode() == "Zhao Lei\nOuyang Xiu\n"


def test_of_a_library_what_is_in_characters_alone_comes_out_as_rows(citekit, tmp_path):
    (tmp_path / "l.bib").write_text(CHINESE, encoding="utf-8")
    rows = [line.split("\t") for line in citekit("romanise", "--from", "zh", "l.bib").stdout.decode().splitlines()]
    assert ["zhao2007", "title", "建构和平：中国的外交行为", "Jiangou heping: Zhongguo de waijiao xingwei"] in rows
    assert ["zhao2007", "author", "赵磊", "Zhao Lei"] in rows
    assert ["anon", "container", "人民日报", "Renmin Ribao"] in rows
    assert ["mixed", "author", "国务院新闻办公室"] in [row[:3] for row in rows]
    assert not [row for row in rows if "English" in row or "Smith" in row]


def test_a_library_gets_pinyin_and_keeps_its_characters(citekit, tmp_path):
    (tmp_path / "l.bib").write_text(CHINESE, encoding="utf-8")
    assert citekit("romanise", "--from", "zh", "l.bib", "-o", "n.bib").returncode == 0
    new = (tmp_path / "n.bib").read_text(encoding="utf-8")
    for value in ("author = {Zhao, Lei}", "nameaddon = {赵磊}", "usera = {建构和平：中国的外交行为}", "% mine",
                  "journal = {Renmin Ribao}", "userb = {人民日报}", "John"):  # fmt: skip
        assert value in new
    citekit("romanise", "--from", "zh", "n.bib", "-o", "again.bib")
    assert (tmp_path / "again.bib").read_text(encoding="utf-8") == new


def test_sort_keys_leave_the_characters(citekit, tmp_path):
    (tmp_path / "l.bib").write_text(CHINESE, encoding="utf-8")
    citekit("romanise", "--from", "zh", "--sort-keys", "l.bib", "-o", "n.bib")
    new = (tmp_path / "n.bib").read_text(encoding="utf-8")
    for value in ("author = {赵磊}", "sortname = {Zhao, Lei}", "key = {zhao lei 2007}",
                  "key = {zhong guo de guo fang 2009}", "title = {建构和平：中国的外交行为}"):  # fmt: skip
        assert value in new
    citekit("romanise", "--from", "zh", "--sort-keys", "n.bib", "-o", "again.bib")
    assert (tmp_path / "again.bib").read_text(encoding="utf-8") == new


@pytest.mark.usefixtures("lexicon")
def test_expressions_to_search_with(citekit, tmp_path):
    text = (
        "A paper.1\n\n1 Tang Yongsheng, “Zhongguo yu lienheguo weihe xingdong (China and UN Peacekeeping Operations),” "
        "Shijie Jingji yu Zhengzhi (World Economics and Politics), No. 9 (2002), pp. 39–44; Zhao Lei, Jiangou Heping: "
        "Zhongguo dui Lianheguo Waijiao Xingwei Yanjin (Constructing Peace: Evolution of China’s Diplomatic Behavior "
        "toward the United Nations) (Beijing: Jiuzhou Chubanshe, 2007).\n"
    )
    (tmp_path / "paper.txt").write_text(text, encoding="utf-8")
    done = citekit("romanise", "--search", "paper.txt")
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert rows[0] == ["tang2002zhongguo", "cnki", "TI%'中国与联合国维和行动' AND LY='世界经济与政治' AND YE='2002'"]
    assert rows[1] == ["tang2002zhongguo", "catalogue", 'ti:"shi jie jing ji yu zheng zhi"']
    (catalogue,) = [told for key, where, told in rows if key.startswith("zhao") and where == "catalogue"]
    assert catalogue.startswith('ti:"jian gou he ping')
    assert catalogue.endswith('au:"Zhao, Lei"')
    assert done.returncode == 0


@pytest.mark.usefixtures("lexicon")
def test_a_string_is_searched_for_too(citekit):
    done = citekit(
        "romanise", "--search", "Zhongguo canyu lianheguo weihe xingdong (China in UN Peacekeeping Operations)"
    )
    assert done.stdout.decode().splitlines()[0].startswith("line 1\tcnki\tTI%'")


def test_rows_are_learned_and_used(citekit, tmp_path):
    learnable(
        tmp_path,
        ("Zhao, Lei", "赵磊", "Wanquan Ribao", "完全日报"),
        ("Zhao, Lei", "赵磊", "Wanquan ribao", "完全日报"),
        ("Zhao, Lei", "赵磊", "Renmin Ribao", "人民日报"),  # is on the list
        ("Zhang, San", "李四", "Wanquan Ribao", "玩犬日报"),  # no such person; a homophone
    )
    done = citekit("romanise", "--learn", "both.bib")
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert rows[0][:4] == ["id", "type", "characters", "romanised"]
    assert [row[:4] for row in rows[1:]] == [
        ["wanquanribao", "journal", "完全日报", "Wanquan Ribao"],
        ["zhaolei", "person", "赵磊", "Zhao Lei"],
        ["wanquanribao-2", "journal", "玩犬日报", "Wanquan Ribao"],
    ]
    told = done.stderr.decode()
    assert "PY105 faces-disagree: Zhang San does not spell 李四" in told
    assert "PY106 name-in-two-rows" in told
    assert done.returncode == 1
    (tmp_path / "mine.tsv").write_bytes(done.stdout)
    assert load_authorities(tmp_path / "mine.tsv").findings == ()
    library = "@book{a, author = {Zhao, Lei}, title = {T}, year = 2000, publisher = {Renmin Chubanshe}}\n"
    (tmp_path / "l.bib").write_text(library, encoding="utf-8")
    citekit("romanise", "l.bib", "--authority", "mine.tsv", "--originals", "-o", "n.bib")
    new = (tmp_path / "n.bib").read_text(encoding="utf-8")
    assert "赵磊" in new
    assert "人民出版社" in new


def test_a_list_of_ones_own_finds_misprints_in_its_names(citekit, tmp_path, lexicon):
    assert lexicon
    (tmp_path / "mine.tsv").write_text(
        "characters\tromanised\ttype\n完全日报\tWanquan Ribao\tnewspaper\n", encoding="utf-8"
    )
    (tmp_path / "l.bib").write_text(
        "@article{a, title = {T}, journal = {Wanqan Ribao}, year = 2000}\n", encoding="utf-8"
    )
    told = citekit("romanise", "l.bib", "--authority", "mine.tsv", "--check").stderr.decode()
    assert "PY023 known-name-misprint: Wanqan is probably a misprint of Wanquan" in told


def test_a_list_that_is_amiss_is_told_with_its_name(citekit, tmp_path):
    (tmp_path / "mine.tsv").write_text("characters\tromanised\n完全日报\t\n", encoding="utf-8")
    told = " ".join(citekit("romanise", "Weihe", "--no-misprints", "--authority", "mine.tsv").stderr.decode().split())
    assert "PY101 authority-row-broken: mine.tsv, line 2: The row has nothing under romanised." in told


def test_json_is_read_as_a_library(citekit, tmp_path):
    (tmp_path / "l.csl.json").write_text(BOTH, encoding="utf-8")
    done = citekit("romanise", "l.csl.json", "-o", "n.csl.json", "--to", "headline", "-q")
    assert done.returncode == 0
    assert json.loads((tmp_path / "n.csl.json").read_text(encoding="utf-8"))


def test_a_paper_comes_from_stdin_too(citekit, sample):
    done = citekit("romanise", "--from", "paper", "--no-misprints", "-", stdin=sample.read_bytes())
    assert b"note 8\ttitle\tJiangou Heping" in done.stdout


def test_help_has_its_options_under_headings(citekit):
    told = citekit("romanise", "--help").stdout.decode()
    headings = ["Options:", "Romanised strings, what is put right:", "Characters and lists of names:", "Example:"]
    places = [told.index(heading) for heading in headings]
    assert places == sorted(places)
    assert "[INPUT]..." not in told[places[0] :]
    assert places[1] < told.index("--accept FILE") < places[2] < told.index("  --learn ")


FACES = """@article{mixed, author = {Zhao, Lei},
  title = {Dunhuang xue yanjiu 敦煌学研究 [Studies of Dunhuang]}, journal = {Wanquan ribao 完全日报}, year = 1998}
@book{both, author = {Zhao, Lei},
  title = {Zhongguo de lienheguo waijiao (China's UN Diplomacy)}, publisher = {Jiuzhou Chubanshe}, year = 2007}
"""


def test_the_faces_of_one_field_are_taken_apart(citekit, tmp_path):
    (tmp_path / "l.bib").write_text(FACES, encoding="utf-8")
    rows = [line.split("\t") for line in citekit("romanise", "-q", "l.bib").stdout.decode().splitlines()]
    assert ["mixed", "title", "Dunhuang xue yanjiu", "Dunhuang xue yanjiu"] in rows
    assert ["both", "title", *["Zhongguo de lienheguo waijiao"] * 2] in rows
    searched = citekit("romanise", "-q", "--search", "l.bib").stdout.decode()
    assert "mixed\tcnki\tTI='敦煌学研究' AND LY='完全日报' AND YE='1998'\n" in searched
    assert "完全日报\tWanquan ribao" in citekit("romanise", "-q", "--learn", "l.bib").stdout.decode()


def test_of_the_faces_of_one_field_the_romanised_one_changes(citekit, tmp_path):
    (tmp_path / "l.bib").write_text(FACES, encoding="utf-8")
    citekit("romanise", "-q", "l.bib", "--to", "gb", "--apply", "PY002", "-o", "new.bib")
    written = (tmp_path / "new.bib").read_text(encoding="utf-8")
    assert "journal = {Wanquan Ribao 完全日报}" in written
    assert "Dunhuang xue yanjiu 敦煌学研究 [Studies of Dunhuang]}" in written
    assert "waijiao (China's" in written.replace("{", "").replace("}", "")
    assert written.count("lienheguo") == 1  # among the variants


def test_what_has_a_romanised_face_gets_no_other(citekit, tmp_path):
    (tmp_path / "l.bib").write_text(FACES, encoding="utf-8")
    citekit("romanise", "--from", "zh", "l.bib", "-o", "new.bib")
    assert (tmp_path / "new.bib").read_text(encoding="utf-8") == FACES
