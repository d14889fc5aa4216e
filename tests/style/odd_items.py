"""Items of every type of CSL 1.0.2, dates of every kind, and items that hold little or what does not belong."""

from __future__ import annotations

from typing import Any

TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset"
    " document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical"
    " personal_communication post post-weblog regulation report review review-book software song speech standard thesis"
    " treaty webpage"
).split()
AUTHOR = [{"family": "Smith", "given": "John Paul"}]


def full(kind: str) -> dict[str, Any]:
    """An item of a type with nearly everything filled."""
    return {
        "id": kind,
        "type": kind,
        "title": f"Title of {kind}",
        "author": AUTHOR,
        "editor": [{"family": "Roe", "given": "R."}],
        "translator": [{"literal": "Body"}],
        "container-title": "Container",
        "collection-title": "Series",
        "publisher": "Publisher",
        "publisher-place": "Place",
        "issued": {"date-parts": [[1900 + TYPES.index(kind), 5, 6]]},
        "accessed": {"date-parts": [[2020, 1, 2]]},
        "volume": "3",
        "issue": "2",
        "page": "1-9",
        "number": "7",
        "edition": "2",
        "genre": "Genre",
        "medium": "DVD",
        "authority": "Court",
        "event-title": "Event",
        "event-place": "Town",
        "URL": "https://a.example/b",
        "DOI": "10.1/x",
        "note": "Note",
        "language": "en",
    }


DATES: list[Any] = [
    {"date-parts": [[2000]]},
    {"date-parts": [[2000, 13]]},
    {"date-parts": [[2000, 22]]},
    {"date-parts": [[2000], [2001]]},
    {"date-parts": [[2000, 1, 2], [2000, 1, 5]]},
    {"date-parts": [[2000, 12, 30], [2001, 1, 5]]},
    {"date-parts": [[-50]]},
    {"date-parts": [[76, 8]]},
    {"date-parts": [[1987], [0]]},
    {"date-parts": [["2001", "07", ""]]},
    {"date-parts": [[]]},
    {"date-parts": []},
    {"date-parts": [[None]]},
    {"date-parts": "2001"},
    {"date-parts": [[2000, 99, 99]]},
    {"date-parts": [[10**12]]},
    {"date-parts": [[1998]], "season": "2"},
    {"date-parts": [[1850]], "circa": True},
    {"literal": "the fifties"},
    {"raw": "2004-05"},
    {"raw": "Spring 1999"},
    {"season": "Easter"},
    {},
    "2003-04/2003-06",
    "no date",
    1999,
    None,
    [[2000]],
]
ODD: list[dict[str, Any]] = [
    {"id": "nothing"},
    {"id": "type alone", "type": "book"},
    {"id": "no such type", "type": "no-such-type", "title": "T"},
    {"id": "null", "type": "book", "title": None, "author": None, "issued": None},
    {"id": "other kinds", "type": "book", "author": "A string", "title": ["a", "list"]},
    {"id": "empty", "type": "article-journal", "author": [{}], "title": ""},
    {
        "id": "fifty",
        "type": "book",
        "title": "Fifty",
        "author": [{"family": f"Family{number}", "given": f"G{number} H."} for number in range(50)],
    },
    {
        "id": "names",
        "type": "chapter",
        "author": [{"given": "Only"}, {"literal": ""}, {"family": "X"}, None, 5, "a string"],
        "title": "<script>alert(1)</script> & <i>odd",
        "page": "1-2-3, 5&7 — ix",
    },
    {
        "id": 9,
        "type": "report",
        "title": "Numbers",
        "number": 12.5,
        "volume": "II-IV",
        "edition": "second",
        "page": "e1–e9",
    },
    {"id": "marks", "type": "book", "title": "\"“‘'«", "author": [{"family": "", "given": ""}]},
    {
        "id": "scripts",
        "type": "article-journal",
        "title": "建构和平",
        "author": [{"family": "赵", "given": "磊"}, {"family": "Zhao", "given": "Lei"}],
        "container-title": "当代亚太",
        "language": "zh-CN",
        "issued": {"date-parts": [[2007]]},
    },
    {
        "id": "lines of a note",
        "type": "book",
        "title": "C",
        "custom": {"citekit": "wrong"},
        "note": "type: film\nissued: 2001\nauthor: A || B",
    },
    {
        "id": "wrong faces",
        "type": "book",
        "title": "D",
        "author": AUTHOR * 2,
        "custom": {"citekit": {"title": {"translation": 5}, "names": {"author": [None, 7]}}},
    },
    {"id": "long", "type": "song", "title": "x" * 3000, "volume": -3, "issue": True},
]
ITEMS = [
    *map(full, TYPES),
    *ODD,
    *(
        {
            "id": f"date {at}",
            "type": ("book", "article-newspaper", "webpage")[at % 3],
            "title": f"Date {at}",
            "author": AUTHOR,
            "issued": date,
            "accessed": date,
            "original-date": date,
        }
        for at, date in enumerate(DATES)
    ),
]
