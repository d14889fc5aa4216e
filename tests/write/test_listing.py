"""The plain list."""

from __future__ import annotations

import pytest

from citekit.model import Document, Face, Library, Name, Place, Title, Work
from citekit.write import SUFFIXES, WRITERS
from citekit.write.bibtex_dialects import DIALECTS
from citekit.write.listing import line, to_text


def test_it_looks_like_this(library, golden):
    golden("works.txt", WRITERS["text"](library))


def test_a_book_is_told_in_one_line(library):
    work = next(work for work in library.works if work.key == "xie2007waijiaoshi")
    assert line(work) == (
        "Xie Yixian, ed. Zhongguo Dangdai Waijiaoshi [Diplomatic History of Contemporary China]. "
        "Beijing: Zhongguo Qingnian Chubanshe, 2007. — note 19"
    )


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (
            Work("k", "un-document", fields={"document_symbol": "S/PV.4043", "date": "1999-09-11"}),
            "S/PV.4043. September 11, 1999.",
        ),
        (Work("k", "interview", author=(Name(literal="A senior colonel"),)), "A senior colonel. Interview."),
        (Work("k", "book", Title(Face("What Now?"))), "What Now?"),
        (Work("k", "other"), "Document."),
        (
            Work("k", "book", Title(Face("x")), cited=(Place("n1.1", "1"), Place("n1.2", "1"), Place("n7.1", "7"))),
            "x. — notes 1, 7",
        ),
        (
            Work("k", "webpage", Title(Face("x")), fields={"url": "http://x.org/a", "accessed": "2011-12"}),
            "x. http://x.org/a (accessed December 2011).",
        ),
        (Work("k", "webpage", Title(Face("x")), fields={"url": "http://x.org/a"}), "x. http://x.org/a"),
        (
            Work("k", "book", Title(Face("x")), author=(Name("A", "B"), Name("C", "D"), Name("E", "F"))),
            "B A, D C and F E. x.",
        ),
    ],
)
def test_what_is_not_there_leaves_no_trace(work, told):
    assert line(work) == told


def test_the_list_is_sorted_by_who_or_what_stands_first_then_by_date():
    def made(title, author="", container="", date=""):
        names = (Name(author, "Y", order="family-first"),) if author else ()
        return Work(
            title,
            "book",
            Title(Face(title)),
            Title(Face(container)) if container else Title(),
            author=names,
            fields={"date": date},
        )

    works = (
        made("c", "Zhao", date="2009"),
        made("b", "zhao", date="2007"),
        made("a", "Ångström"),
        made("d", container="Renmin Ribao"),
        made("Bao"),
    )
    told = to_text(Library(Document("", ""), works=works)).splitlines()
    assert [text.split(".")[0] for text in told] == ["Ångström Y", "Bao", "d", "zhao Y", "Zhao Y"]


def test_the_suffix_of_a_file_tells_its_format():
    assert set(SUFFIXES.values()) == set(WRITERS) - (set(DIALECTS) - {"bibtex"})
    assert SUFFIXES[".csl.json"] == "csl-json"
    assert SUFFIXES[".json"] == "json"
