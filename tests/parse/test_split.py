"""A note cut into signals, citations and commentary: where each begins and ends."""

from __future__ import annotations

import pytest

from citekit.parse.split import split, structure_of
from citekit.parse.structure import analyse

# the note with its segments marked: ⟨citation⟩ ‹signal› {commentary}
NOTES = [
    "⟨Guo Jisi, “Lianheguo de zuoyong,” Renmin Ribao, September 10, 1988.⟩",
    "‹See›, ⟨Zhang Tiannan, “Guoji anquan,” Jiefangjun Bao, September 11, 2006.⟩",
    "⟨“Jiji,” X, May 3, 2001.⟩ ‹See also›, ⟨“Lankui,” Y, May 4, 2001.⟩",
    "⟨“Jiji,” X, May 3, 2001;⟩ ⟨“Lankui,” Y, May 4, 2001.⟩",
    "{On the earlier period} ‹see› ⟨ibid.⟩",
    "{Besides it, an older essay deserves to be named.} ‹See›, ⟨Guo Jisi, “Lianheguo,” X, May 3, 1988.⟩",
    "{The account can be found in} ⟨Stefan Stähle, “China’s Shifting Attitude,” Survival, Vol. 195 (2008), p. 5.⟩",
    "⟨“Yao jiji canjia,” Zhongguo Xinwen Wang, June 21, 2007. Available at http://www.chinanews.com.cn/gn.⟩",
    "{Units were asked to be ready within 90 days;} {only two were.}",
    "⟨赵磊：《建构和平》，九州出版社，2007年；⟩⟨同上，第8页。⟩",
    "{Where it is put thus: “the matter must wait.”} ⟨Pang Zhongying, “China’s Attitude,” X, May 3, 2005.⟩",
    "⟨Smith, supra note 12, at 45;⟩ ⟨id. at 46.⟩",
]


@pytest.mark.parametrize("marked", NOTES)
def test_segments(marked):
    text = "".join(char for char in marked if char not in "⟨⟩‹›{}")
    opening = {"citation": "⟨⟩", "signal": "‹›", "commentary": "{}"}
    made, position = "", 0
    for segment in split(analyse(text)):
        made += text[position : segment.start] + opening[segment.kind][0] + text[segment.start : segment.end]
        made += opening[segment.kind][1]
        position = segment.end
    assert made + text[position:] == marked


def test_a_line_with_one_date_is_one_citation():
    text = "Bull, Hedley. The Anarchical Society. Macmillan. London, 1977."
    assert [(s.kind, s.start, s.end) for s in split(analyse(text), line=True)] == [("citation", 0, len(text))]


def test_a_line_with_a_short_title_behind_a_semicolon_is_two():
    text = "S/RES/1706, August 31, 2006; Li, Yunhe shidai, p. 15."
    assert [text[s.start : s.end] for s in split(analyse(text), line=True)] == [text[:28], text[29:]]


def test_a_bracket_inside_a_sentence_is_read_on_its_own():
    text = "The figure is disputed (see Bates Gill, “Sovereignty,” Survival 42, no. 3 (2000): 41–59), as is known."
    structure = analyse(text)
    (citation,) = [segment for segment in split(structure) if segment.kind == "citation"]
    assert citation.nested
    assert structure.at_top(citation.start) is False
    assert structure_of(structure, citation).at_top(citation.start) is True
    assert text[citation.start : citation.end].startswith("Bates Gill")
