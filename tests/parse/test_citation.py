"""A citation's own stretch of its note: where it begins, where it ends, and what stays outside."""

from __future__ import annotations

import pytest

# the note, the words of its citations
CITATIONS = [
    (
        "See, Zhang Tiannan, “Guoji anquan,” Jiefangjun Bao, September 11, 2006.",
        ["Zhang Tiannan, “Guoji anquan,” Jiefangjun Bao, September 11, 2006"],
    ),
    (
        "“Jiji,” Renmin Ribao, May 3, 2001; see also “Lankui,” Xinhua, May 4, 2001.",
        ["“Jiji,” Renmin Ribao, May 3, 2001", "“Lankui,” Xinhua, May 4, 2001"],
    ),
    (
        "S/PV.4043, September 11, 1999; S/RES/1706, August 31, 2006.",
        ["S/PV.4043, September 11, 1999", "S/RES/1706, August 31, 2006"],
    ),
    (
        "An account can be found in Stefan Stähle, “China’s Shifting Attitude,” Survival, Vol. 195 (2008), p. 5.",
        ["Stefan Stähle, “China’s Shifting Attitude,” Survival, Vol. 195 (2008), p. 5"],
    ),
    (
        "The view is old (see Zhao Lei, Jiangou Heping (Beijing: Jiuzhou, 2007), p. 5), and it is held by many.",
        ["Zhao Lei, Jiangou Heping (Beijing: Jiuzhou, 2007), p. 5"],
    ),
    (
        "“Yao jiji canjia,” China News, June 21, 2007. Available at http://www.china.cn/gn (accessed May 3, 2008).",
        ["“Yao jiji canjia,” China News, June 21, 2007. Available at http://www.china.cn/gn (accessed May 3, 2008)"],
    ),
    (
        "Author’s interview with a colonel (Beijing, December 2009).",
        ["Author’s interview with a colonel (Beijing, December 2009)"],
    ),
    ("Nobody has said so.", []),
]


@pytest.mark.parametrize(("text", "raws"), [pytest.param(*row, id=row[0][:50]) for row in CITATIONS])
def test_the_words_of_a_citation(parsed, text, raws):
    assert [citation.raw for citation in parsed(text).citations] == raws


@pytest.mark.parametrize(
    ("text", "form", "container"),
    [
        ("Ibid., p. 5.", "ibid", ""),
        ("Guo, Ibid.", "ibid", ""),
        ("Kim, op. cit., p. 40.", "ibid", ""),
        ("Wen Jiabao, “Tongzhou gongji,” (October 24, 2008), ibid., pp. 945 – 947.", "full", "ibid."),
        ("Guo Jisi, “Lianheguo,” Renmin Ribao, September 10, 1988.", "full", "Renmin Ribao"),
    ],
)
def test_a_word_that_points_back_makes_the_form_or_the_container(parsed, text, form, container):
    (citation,) = parsed(text).citations
    assert (citation.form, citation.text("container")) == (form, container)


@pytest.mark.xfail(raises=AssertionError, reason="bug: a full-width stop or semicolon is kept at the end")
def test_full_width_marks_at_the_end_stay_outside(parsed):
    raws = [citation.raw for citation in parsed("赵磊：《建构和平》，九州出版社，2007年；同上，第8页。").citations]
    assert raws == ["赵磊：《建构和平》，九州出版社，2007年", "同上，第8页"]
