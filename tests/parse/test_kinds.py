"""The type of a work told by its fields: the first rule that speaks decides."""

from __future__ import annotations

import pytest

from citekit.parse.kinds import kind

KINDS = [
    ("book", {"title": "Jiangou Heping", "publisher": "Jiuzhou Chubanshe", "date": "2007"}),
    ("book", {"title": "The Concept of Law", "place": "Oxford", "date": "1961"}),
    (
        "chapter",
        {"title": "Lun lianhe zhengfu", "container": "Xuanji", "publisher": "Renmin Chubanshe", "quoted": "yes"},
    ),
    ("chapter", {"title": "China and the UN", "container": "China Joins the World", "editor": "Elizabeth Economy"}),
    (
        "conference-paper",
        {"title": "MapReduce", "container": "Proceedings of the 6th Symposium", "publisher": "USENIX"},
    ),
    ("article-journal", {"title": "Is China", "container": "International Security", "volume": "27", "date": "2003"}),
    ("article-journal", {"title": "Lianheguo", "container": "Shijie Jingji yu Zhengzhi", "issue": "9", "date": "2002"}),
    ("article-magazine", {"title": "Guoji fengyun", "container": "Liaowang Xinwen Zhoukan", "issue": "51"}),
    ("article-magazine", {"title": "Over There", "container": "The Economist", "date": "2009-06-13"}),
    ("article-newspaper", {"title": "Jiji de gongxian", "container": "Renmin Ribao", "date": "2004-10-29"}),
    ("article-newspaper", {"container": "Jiefangjun Bao", "date": "2010-09-21"}),
    ("newswire", {"title": "Chinese Police Arrive", "container": "Xinhua", "date": "2004-10-18"}),
    (
        "newswire",
        {"title": "China sends more", "author": "Xinhua News Agency", "date": "2007-11-24", "url": "http://x"},
    ),
    ("article-newspaper", {"title": "Budui", "container": "Xinhua Meiri Dianxun", "date": "2003-02-15"}),
    ("un-document", {"document_symbol": "S/RES/1706", "date": "2006-08-31"}),
    ("un-document", {"title": "Mission’s Summary", "author": "United Nations Department of Peacekeeping Operations"}),
    ("press-release", {"title": "Secretary-General Appoints", "document_symbol": "SG/A/1089"}),
    ("press-release", {"title": "Daily Press Briefing by the Office of the Spokesperson", "date": "2007-08-27"}),
    ("report", {"title": "A Maturing Partnership", "document_symbol": "COM(2003) 533"}),
    ("report", {"title": "PageRank", "genre": "Technical report", "date": "1999"}),
    ("speech", {"title": "Zai anlihui shang de jianghua", "container": "Gongbao", "issue": "32"}),
    (
        "speech",
        {
            "title": "Tongzhou",
            "author": "Wen Jiabao",
            "event_date": "2008-10-24",
            "publisher": "Renmin",
            "container": "X",
        },
    ),
    ("interview", {"author": "a diplomat", "date": "2010-06-12", "interview": "yes"}),
    ("thesis", {"title": "China in the System", "genre": "PhD thesis", "publisher": "Oxford", "date": "1989"}),
    (
        "webpage",
        {"title": "Yao jiji canjia", "container": "Zhongguo Xinwen Wang", "url": "http://x", "date": "2007-06-21"},
    ),
    ("webpage", {"title": "Troop Contributors", "url": "https://peacekeeping.un.org"}),
    (
        "article-newspaper",
        {"title": "China Surprises U.N.", "container": "New York Times", "url": "https://x", "date": "2015-09-28"},
    ),
    ("legal-case", {"title": "Brown v. Board of Education", "raw": "Brown v. Board of Education, 347 U.S. 483"}),
    ("treaty", {"title": "Convention on the Rights of the Child", "date": "1989-11-20"}),
    ("archival", {"title": "FO 371/83285", "raw": "FO 371/83285, The National Archives, Kew"}),
    ("film", {"title": "Zhou Enlai Waijiao Fengyun", "genre": "motion picture", "date": "1998"}),
    ("other", {"title": "Member States in the UNSAS", "quoted": "yes", "date": "2005-04-15"}),
    ("other", {}),
]


@pytest.mark.parametrize(
    ("expected", "values"),
    [pytest.param(*row, id=f"{row[0]}: {next(iter(row[1].values()), 'nothing')}") for row in KINDS],
)
def test_kinds(expected, values):
    assert kind(values) == expected
