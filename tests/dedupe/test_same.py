"""Pairs of full citations: one work, or two. The traps are facts of real papers."""

from __future__ import annotations

import pytest

from citekit.dedupe import gather_works
from citekit.dedupe.spelling import spellings_agree

SEMINAR = "[lang zh-Latn-pinyin]“[t Zhongguo-dongmeng weihe yantaohui zai jing juxing] "
DIALOGUE = "[t Zhongguo-dongmeng gaoji fangwu xuezhe duihua zai jing juxing]"
BODY = "[b Information Office of the State Council]"
LI = "[a Li| Dongyan], "
REPORTS = "[e Li| Shenming] and [e Wang| Yizhou] eds., [c 2006nian: Quanqiu Zhengzhi yu Anquan Baogao], "
JOURNAL = "[c Shijie Jingji yu Zhengzhi], No. [i 9] ([d 2002]), pp. [pp 39–44]"
COASE = "[a Ronald H. |Coase<], ‘[t The Problem of Social Cost]’, [c Journal of Law and Economics], "

ONE = [
    # word for word, and with other brackets, quotes, blanks, capitals
    (
        f"[a Tang| Yongsheng], “[t Zhongguo yu weihe],” {JOURNAL}",
        f"[a Tang| Yongsheng], “[t Zhongguo yu weihe],” {JOURNAL}",
    ),
    (
        f"[a Tang| Yongsheng], “[t Zhongguo yu weihe],” {JOURNAL}",
        f"[a Tang| Yongsheng], [t Zhong guo yu Wei-he], {JOURNAL}",
    ),
    # romanised alone and with its translation; a slip in the title, in the name; the given name first
    (
        "“[t Jiji de gongxian],” [c Renmin Ribao], [d x=2004-10-29]",
        "“[t Jiji de gongxian] ([x Positive Contribution]),” [c Renmin Ribao], [d x=2004-10-29]",
    ),
    (
        f"[a Mao| Ruipeng], “[t Zhongguo zai lianheguo de toupiao],” {JOURNAL}",
        f"[a Mao| Ruipeng], “[t Zhongguo zai lienheguo de toupiao],” {JOURNAL}",
    ),
    (
        f"[a Tang| Yongshen], “[t Zhongguo yu lianheguo weihe],” {JOURNAL}",
        f"[a Tang| Yongsheng], “[t Zhongguo yu lianheguo weihe],” {JOURNAL}",
    ),
    (
        f"[a Chen| Jing], “[t Explaining the Change],” {JOURNAL}",
        f"[a Jing |Chen<], “[t Explaining the Change],” {JOURNAL}",
    ),
    (
        f"[a P. |Mason<], “[t Explaining the Change],” {JOURNAL}",
        f"[a Paul |Mason<], “[t Explaining the Change],” {JOURNAL}",
    ),
    # a date to the year and to the day, a part of the pages, the periodical misprinted
    (
        "“[t Guoji weihe yantaohui],” [c Renmin Ribao], [d 2004]",
        "“[t Guoji weihe yantaohui],” [c Renmin Ribao], [d x=2004-11-04]",
    ),
    (f"{COASE}[v 56] ([d 1960]), pp. [pp 1–44]", f"{COASE}[v 56] ([d 1960]), p. [l 5]"),
    (
        "[a Guo| Jisi], “[t Lianheguo de zuoyong],” [c Renmin Ribao], [d x=1988-09-10]",
        "[a Guo| Jisi], “[t Lianheguo de zuoyong],” [c Remin Ribao], [d x=1988-09-10]",
    ),
    # with the subtitle and without
    (
        "[a Zhao| Lei], [t Jiangou Heping: Zhongguo Waijiao], ([place Beijing]: [pub Jiuzhou], [d 2007])",
        "[a Zhao| Lei], [t Jiangou Heping], ([place Beijing]: [pub Jiuzhou], [d 2007])",
    ),
    # by symbol, DOI, address
    ("[s S/RES/1706], [d x=2006-08-31]", "“[t Sudan],” [s S/RES/1706] ([d 2006])"),
    ("[t Social Cost], [doi 10.1000/A%281%29]", "[t Social Cost], [doi https://doi.org/10.1000/a(1)]"),
    (
        "“[t Yao jiji canjia],” [url http://www.chinanews.com.cn/962758.shtml]",
        "“[t Yao jiji canjia],” [url https://chinanews.com.cn/962758.shtml/]",
    ),
    # a body by its translation
    (
        "[b Waijiaobu=Ministry of Foreign Affairs], [t Zhongguo Waijiao] ([d 2008])",
        "[b Ministry of Foreign Affairs], [t Zhongguo Waijiao] ([d 2008])",
    ),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_one_work(gathered, first, second):
    assert len(gathered(first, second).works) == 1


TWO = [
    # one title, two papers, two days
    (
        f"{SEMINAR}([x China-ASEAN Seminar was Held]),” [c Jiefangjun Bao], [d x=2007-11-20]",
        f"{SEMINAR}([x China – ASEAN Seminar Was Held]),” [c Xinhua], [d x=2007-11-19]",
    ),
    (f"{SEMINAR},” [c Xinhua], [d x=2007-11-19]", f"{SEMINAR},” [c Xinhua Meiri Dianxun], [d x=2007-11-19]"),
    # a year in the title
    (f"“{DIALOGUE},” [c Jiefangjun bao], [d x=2008-03-13]", f"#“{DIALOGUE.replace('[t ', '[t 2009 ')},”"),
    (
        f"{BODY}, “[t Zhongguo de guofang],” [c Renmin Ribao], [d x=1998-07-28]",
        f"{BODY}, “[t 2000nian zhongguo de guofang],” [c Renmin Ribao], [d x=2000-10-17]",
    ),
    (
        f"{BODY}, “[t Zhongguo de guofang],” [c Renmin Ribao], [d x=1998-07-28]",
        f"{BODY}, “[t Zhongguo de guofang],” [c Renmin Ribao], [d x=2000-10-17]",
    ),
    # one beginning; one paper and day; one container; one author and issue
    (
        "“[t Zhongguo fu gangguo (jin) weihe budui zhengzhuang daifa],” [c Jiefangjun Bao], [d 2003]",
        "“[t Zhongguo fu gangguo (jin) weihe budui zujian wanbi],” [c Jiefangjun Bao], [d 2003]",
    ),
    (
        "“[t Jiji de gongxian],” [c Renmin Ribao], [d x=2004-10-29]",
        "“[t Zhongguo lankui],” [c Renmin Ribao], [d x=2004-10-29]",
    ),
    (f"{LI}“[t Lianheguo gaige],” {REPORTS}[d 2006]", f"{LI}“[t Lianheguo 60 zhounian],” {REPORTS}[d 2006]"),
    (
        f"{LI}“[t Lianheguo gaige],” {REPORTS}[d 2006]",
        f"{LI}“[t Lianheguo gaige],” {REPORTS.replace('2006', '2005')}[d 2004]",
    ),
    # one translation, two titles
    (
        "“[t Jiji de gongxian] ([x Positive Contribution]),” [c Renmin Ribao], [d x=2004-10-29]",
        "“[t Zhongguo zuochu gongxian] ([x Positive Contribution]),” [c Renmin Ribao], [d x=2004-10-29]",
    ),
    # another author, volume, edition, part, place
    (f"{COASE}[v 56] ([d 1960])", f"{COASE.replace('Coase', 'Posner')}[v 56] ([d 1960])"),
    (f"{COASE}[v 56] ([d 1960])", f"{COASE}[v 57] ([d 1960])"),
    (f"{COASE}[v 56] ([d 1960]), pp. [pp 1–44]", f"{COASE}[v 56] ([d 1960]), pp. [pp 90–99]"),
    (
        "[a Richard |Posner<], [t Economic Analysis of Law] [edn 8] ([d 2014])",
        "[a Richard |Posner<], [t Economic Analysis of Law] [edn 9] ([d 2014])",
    ),
    (
        "[a A. |Smith<], [t Lectures on Jurisprudence, Part I] ([d 1982])",
        "[a A. |Smith<], [t Lectures on Jurisprudence, Part II] ([d 1982])",
    ),
    (
        "[a A. |Smith<], [t Peacekeeping and Police in Haiti] ([d 2008])",
        "[a A. |Smith<], [t Peacekeeping and Police in Mali] ([d 2008])",
    ),
    (
        "[a Zhang| Wei], “[t Zhongguo yu lianheguo weihe],” [d 2002]",
        "[a Zheng| Wei], “[t Zhongguo yu lianheguo weihe],” [d 2002]",
    ),
    # a title that recurs
    ("[a A. |Smith<], ‘[t Introduction]’, [c Law Review]", "[a A. |Smith<], ‘[t Introduction]’"),
    ("‘[t Editorial]’, [c Law Review], [d 2002]", "‘[t Editorial]’, [c Law Review], [d 2003]"),
    # two DOIs, two symbols
    (
        "[a A. |Smith<], [t Social Cost of Law], [d 2003], [doi 10.1000/1]",
        "[a A. |Smith<], [t Social Cost of Law], [d 2003], [doi 10.1000/2]",
    ),
    ("[s S/RES/1706], [d 2006]", "[s S/RES/1707], [d 2006]"),
    # too little to tell
    ("(interview)[b a PLA officer], [d 2008]", "(interview)[b a PLA officer], Beijing, [d x=2008-04]"),
]


@pytest.mark.parametrize(("first", "second"), TWO)
@pytest.mark.parametrize("turn", [1, -1])
def test_two_works(made, first, second, turn):
    assert len(gather_works(made.paper(*(first, second)[::turn])).works) == 2


SPELLINGS = [
    ("Zhongguo yu lienheguo weihe", "Zhongguo yu lianheguo weihe", "near"),
    ("2008 nian Zhongguo", "2008nian zhongguo", "same"),
    ("Stähle on Law", "Stahle on Law", "same"),
    ("Lectures, Part I", "Lectures, Part II", "unlike"),
    ("Police in Haiti", "Police in Mali", "unlike"),
    ("Yearbook 2005", "Yearbook 2006", "unlike"),
    ("", "Yearbook", "silent"),
]


@pytest.mark.parametrize(("left", "right", "verdict"), SPELLINGS)
def test_two_spellings_of_a_title(left, right, verdict):
    assert spellings_agree(left, right) == spellings_agree(right, left) == verdict
