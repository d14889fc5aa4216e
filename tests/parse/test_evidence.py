"""What proves a stretch a citation, and stretches that nothing proves one."""

from __future__ import annotations

import pytest

from citekit.parse.evidence import delimited_dates, find_proof, imprint_bracket, is_archival, title_quote
from citekit.parse.structure import analyse

PROVEN = [
    ("Guo Jisi, “Lianheguo de zuoyong,” Renmin Ribao, September 10, 1988", "title-quote"),
    ("Zhao Lei, Jiangou Heping, (Beijing: Jiuzhou Chubanshe, 2007)", "imprint"),
    ("Author interview, Addis Ababa, March 2012", "interview"),
    ("S/RES/1706, August 31, 2006", "symbol"),
    ("Troop contributors, https://peacekeeping.un.org/en", "url"),
    ("Guo, Ibid.", "back-word"),
    ("Courtney J. Fung, China’s deployment, doi:10.1093/irap/lcv020", "doi"),
    ("赵磊：《建构和平》", "title-quote"),
    ("Geiger 1964, S. 65", "author-year"),
    ("W. Twining, Blackstone’s Tower (1994) 52", "law-tail"),
    ("Nathan and Ross, Great Wall, 160", "short-title"),
    ("Li, Yunhe shidai, pp. 15–16", "short-title"),
    ("FO 371/83285, The National Archives, Kew", "archive"),
    ("Convention on the Rights of the Child, 1577 UNTS 3", "reporter"),
    ("PLA Daily, 5 June 2004", "date"),
]

UNPROVEN = [
    "Besides it, an older essay deserves to be named",
    "I thank two readers for their comments on the drafts",
    "The delegation arrived on April 16, 1992 and stayed until the end",
    "Units were asked to be ready within 90 days",
    "They were sent in 2003",
    "The army was “developing a system of its own” for its instructors",
    "and so on",
    "",
]


@pytest.mark.parametrize(("text", "rule"), [pytest.param(*row, id=row[0]) for row in PROVEN])
def test_what_proves_a_citation(text, rule):
    assert find_proof(analyse(text), 0, len(text)).rule == rule


@pytest.mark.parametrize("text", UNPROVEN)
def test_what_proves_none(text):
    assert find_proof(analyse(text), 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Guo Jisi, “Lianheguo de zuoyong,” Renmin Ribao", "Lianheguo de zuoyong,"),
        ("“Jiji de gongxian,” Renmin Ribao", "Jiji de gongxian,"),
        ("He Hongze,“ Zhongguo ‘lankui’,” Renmin Ribao, October 29, 2004", " Zhongguo ‘lankui’,"),
        ("in an essay titled “On Coalition Government,” p. 5", "On Coalition Government,"),
        ("China “plays constructive roles at each of the three levels.”", None),
        ("the army was “developing a system of its own”", None),
        ("Zhao Lei, Jiangou Heping", None),
    ],
)
def test_the_quotation_that_is_a_title(text, title):
    quote = title_quote(analyse(text), 0, len(text))
    assert (quote and text[slice(*quote.inner)]) == title


@pytest.mark.parametrize(
    ("text", "bracket"),
    [
        ("Zhao Lei, Jiangou Heping (Constructing Peace), (Beijing: Jiuzhou, 2007)", "Beijing: Jiuzhou, 2007"),
        (
            "Chen Jian, Mao’s China (Chapel Hill: University of North Carolina Press, 2001)",
            "Chapel Hill: University of North Carolina Press, 2001",
        ),
        ("“A,” (April 12, 2008), ed. X (Beijing: Renmin Chubanshe, 2009)", "Beijing: Renmin Chubanshe, 2009"),
        ("Vol. 20 (October 2004)", None),
        ("Renmin Ribao (People’s Daily)", None),
    ],
)
def test_the_bracket_that_holds_an_imprint(text, bracket):
    found = imprint_bracket(analyse(text), 0, len(text))
    assert (found and text[slice(*found.inner)]) == bracket


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Renmin Ribao, May 3, 2001, p. 5", ["May 3, 2001"]),
        ("“China in 2008,” Xinhua, May 3, 2009.", ["May 3, 2009"]),
        ("left in 2003 and came back", []),
        ("2006nian: Quanqiu", []),
        ("(Beijing, 2007)", []),
    ],
)
def test_dates_between_punctuation(text, dates):
    assert [text[slice(*span)] for span in delimited_dates(analyse(text), 0, len(text))] == dates


@pytest.mark.parametrize(
    ("text", "archival"),
    [
        ("FO 371/83285", True),
        ("CAB 129/40", True),
        ("RG 59, Box 1234", True),
        ("Folder 5, Harvard", True),
        ("Foreign Ministry Archive, file no. 113-00146-01", True),
        ("Renmin Ribao", False),
        ("box of tricks", False),
        ("foreign policy 5", False),
    ],
)
def test_shelf_marks(text, archival):
    assert is_archival(text, 0, len(text)) is archival
