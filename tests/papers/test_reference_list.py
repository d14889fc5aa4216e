"""A paper with short notes and a list of references: the notes point into the list, each work stands once."""

from __future__ import annotations

import json

import pytest

import citekit
from citekit.write import READERS
from citekit.write.json import library_to_json

TEXT = """A Paper on Canals

The canal was old when the road was new.1 Others disagree.2 It was never in doubt.3 Nor was this.4

1 Fravel 1996, p. 1103.
2 See Li, Yunhe shidai, p. 12.
3 Zhang Huiyu, “Zhongguo weihe xingdong,” Shijie Zhishi, No. 3 (2001), p. 15.
4 Nobody 1901, p. 2.

References

Fravel, M. Taylor. “China’s Attitude toward U.N. Peacekeeping Operations since
    1989.” Asian Survey 36, no. 11 (1996): 1102–1121.
Li Dongyan. Jiangou Heping [Constructing Peace]. Beijing: Jiuzhou Chubanshe,
    2007.
———. Yunhe shidai. Beijing: Renmin Chubanshe, 2001.
———. 2012. “Weihe.” Waijiao Pinglun 2: 3–9.
Zhang Huiyu. “Zhongguo weihe xingdong.” Shijie Zhishi, no. 3 (2001): 15–17.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    paper = tmp_path_factory.mktemp("paper") / "canals.txt"
    paper.write_text(TEXT, encoding="utf-8")
    return citekit.extract(paper)


def test_short_forms_of_the_notes_are_found_in_the_list(library):
    assert {one.key: one.reference.target for one in library.citations if one.reference} == {
        "n1.1": "nr1.1",
        "n2.1": "nr3.1",
    }


def test_each_work_stands_once(library):
    places = {work.key: [place.note for place in work.cited] for work in library.works}
    assert sorted(places.values()) == [["1", "r1"], ["2", "r3"], ["3", "r5"], ["4"], ["r2"], ["r4"]]


def test_a_dash_stands_for_the_author_above(library):
    authors = {place.note: work.author[0].family for work in library.works for place in work.cited}
    assert authors["r3"] == authors["r4"] == "Li"


def test_what_the_list_lacks_is_told(library):
    (finding,) = [one for one in library.findings if one.code == "RS003"]
    assert finding.note == "4"


def test_the_list_goes_into_the_json_and_comes_back(library):
    text = library_to_json(library)
    assert [entry["number"] for entry in json.loads(text)["references"]] == ["r1", "r2", "r3", "r4", "r5"]
    assert library_to_json(READERS["json"](text, "canals.json")) == text
