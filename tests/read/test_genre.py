"""What lines of notes look like, in several languages, and what lines of the body look like."""

from __future__ import annotations

import pytest

from citekit.read.genre import breaks_off, ends_sentence, is_cited, starts_lower


@pytest.mark.parametrize(
    "line",
    [
        "Organization)” Renmin Ribao, April 20, 1990.",
        "China), No. 32 (2000), p. 9.",
        "22 Guo, Ibid.",
        "Win-win),” (October 24 – 25, 2008), ibid., pp. 945 – 947.",
        "Meier (Hrsg.), Handbuch der Verwaltung, Bd. 2",
        "Vgl Huger, Employment Law in CEE, 87, 102",
        "2 Jane Smith, The Footnote, 45 HARV. L. REV. 1201 (1932)",
        "See Smith, supra note 1",
        "Diplomacy (New York: Harper Collins Publishers",
        "Available at http://www.example.org",
        "Schwartz, S., Sawchuk, S., & Najarro, I. (2021, June 4).",
        "Ministry, Zhongguo Waijiao; Wen Jiabao, Kuoda",
        "“2008nian zhongguo de guofang (China’s National Defense",
        "王逸舟：《创造性介入》",
        "北京大学出版社",
        "同上，第23页",
    ],
)
def test_a_line_looks_like_a_citation(line):
    assert is_cited(line)


@pytest.mark.parametrize(
    "line",
    [
        "countries.1 Obviously, the People’s Liberation Army",
        "of “flexible attitude,” and described as “vigorous support and active",
        "In April 2003, China sent a 218-member unit of the PLA to the",
        "1990, Foreign Minister Qian Qichen pointed out that “normalization",
        "(1) regional security cooperation; (2) participation in operations",
        "Nach Art. 3 Abs. 2 der Richtlinie müssen die Staaten vorsehen, dass",
        "He said, “We shall see what comes of it,” and left the room",
        "中国外交在新世纪面临新的问题",
    ],
)
def test_a_line_looks_like_the_body(line):
    assert not is_cited(line)


@pytest.mark.parametrize(
    ("text", "marked", "unmarked"),
    [
        ("It ends.", True, True),
        ("It ends.”", True, True),
        ("It ends.12", True, False),
        ("It ends.” 12", True, False),
        ("It ends.[12]", True, False),
        ("结束。", True, True),
        ("结束。⑫", True, False),
        ("It does not", False, False),
        ("It does not,", False, False),
        ("in 2003", False, False),
        ("as follows:", True, False),
        ("", False, False),
    ],
)
def test_a_sentence_ends(text, marked, unmarked):
    assert ends_sentence(text, len(text)) == marked
    assert ends_sentence(text, len(text), marked=False) == unmarked


@pytest.mark.parametrize(
    ("text", "lower"), [("and so", True), ("“and so", True), ("And", False), ("12", False), ("état", True)]
)
def test_lower_case_is_told(text, lower):
    assert starts_lower(text, 0) == lower


@pytest.mark.parametrize(
    "text", ["Weber,", "for example, see", "pp.", "Weber, S.", "Subjek-", "Beijing),”", "(Berlin:", "the"]
)
def test_a_line_breaks_off(text):
    assert breaks_off(text, 0, len(text))


@pytest.mark.parametrize(
    "text", ["Weber.", "that nobody agreed to.", "U.S.", "Weber", "2003", "Ibid.”", "so he said no."]
)
def test_a_line_is_whole(text):
    assert not breaks_off(text, 0, len(text))
