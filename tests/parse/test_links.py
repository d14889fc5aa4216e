"""Addresses, DOIs, ISBNs and access dates, without the punctuation that follows them."""

from __future__ import annotations

import pytest

from citekit.parse.links import find_accessed, find_dois, find_isbns, find_urls

URLS = [
    ("Available at http://www.chinanews.com.cn/gn/news/2007/06-21/962758.shtml (accessed December 15, 2011).",
     ["http://www.chinanews.com.cn/gn/news/2007/06-21/962758.shtml"]),
    ("https://peacekeeping.un.org/en/troop-and-police-contributors.",
     ["https://peacekeeping.un.org/en/troop-and-police-contributors"]),
    ("<https://www.sipri.org/databases/pko> (last visited 1 May 2018)", ["https://www.sipri.org/databases/pko"]),
    ("www.fmprc.gov.cn/mfa_eng/; accessed", ["www.fmprc.gov.cn/mfa_eng/"]),
    ("(http://news.xinhuanet.com/english/2009-06/28/content_11614532.htm)",
     ["http://news.xinhuanet.com/english/2009-06/28/content_11614532.htm"]),
    ("https://en.wikipedia.org/wiki/Sandwich_(food), today", ["https://en.wikipedia.org/wiki/Sandwich_(food)"]),
    ("ftp://ftp.example.org/a.txt", ["ftp://ftp.example.org/a.txt"]),
    ("“http://a.example/x?y=1&z=2”", ["http://a.example/x?y=1&z=2"]),
    ("http://www.gov.cn/jrzg/2011-09/06/content_1941204.htm，2012年", ["http://www.gov.cn/jrzg/2011-09/06/content_1941204.htm"]),
    ("http://a.example/1; http://b.example/2.", ["http://a.example/1", "http://b.example/2"]),
    ("the wwwindow was open, and http was young", []),
    ("zhaolei@example.org", []),
]  # fmt: skip

DOIS = [
    ("doi:10.1111/1468-2346.12158.", ["10.1111/1468-2346.12158"]),
    ("DOI 10.1093/irap/lcv020", ["10.1093/irap/lcv020"]),
    ("https://doi.org/10.2307/2645950", ["10.2307/2645950"]),
    ("http://dx.doi.org/10.1016/S0140-6736(05)66541-5;", ["10.1016/S0140-6736(05)66541-5"]),
    ("(doi: 10.1080/10670560802431693)", ["10.1080/10670560802431693"]),
    ("10.1162/isec.2003.27.4.5", ["10.1162/isec.2003.27.4.5"]),
    ("10.5 per cent / 12", []),
    ("pp. 10.12/13", []),
]

ACCESSED = [
    ("(accessed December 15, 2011)", "December 15, 2011"),
    ("accessed on 12 January 2008", "12 January 2008"),
    ("last accessed 3 May 2010", "3 May 2010"),
    ("[last visited: May 3, 2010]", "May 3, 2010"),
    ("Retrieved 2012-03-04", "2012-03-04"),
    ("Accessed 5.6.2011", "5.6.2011"),
    ("zuletzt abgerufen am 4. Mai 2009", "4. Mai 2009"),
    ("consulté le 3 mai 2010", "3 mai 2010"),
    ("(Zugriff: 1.2.2013)", "1.2.2013"),
    ("the archive was accessed by nobody", None),
    ("China’s access to the UN", None),
]


@pytest.mark.parametrize(("text", "found"), [pytest.param(*row, id=row[0][:60]) for row in URLS])
def test_addresses(text, found):
    assert [text[slice(*span)] for span in find_urls(text, 0, len(text))] == found


@pytest.mark.parametrize(("text", "found"), [pytest.param(*row, id=row[0]) for row in DOIS])
def test_dois(text, found):
    assert [text[start:end] for _, start, end in find_dois(text, 0, len(text))] == found


@pytest.mark.parametrize(("text", "date"), [pytest.param(*row, id=row[0]) for row in ACCESSED])
def test_access_dates(text, date):
    found = [text[start:end].strip() for _, start, end in find_accessed(text, 0, len(text))]
    assert found == ([date] if date else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ISBN 978-7-80195-674-4.", ["978-7-80195-674-4"]),
        ("ISBN: 0804751382", ["0804751382"]),
        ("ISBN-13: 9780804751384", ["9780804751384"]),
        ("ISBN-10 0-8047-5138-X", ["0-8047-5138-X"]),
        ("ISSN 0305-7410", []),
    ],
)
def test_isbns(text, found):
    assert [text[start:end].strip() for _, start, end in find_isbns(text, 0, len(text))] == found
