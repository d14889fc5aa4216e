from __future__ import annotations

from citekit.model import Document, Library, Place, Work
from citekit.write.merge import merge


def library(source, *keys):
    return Library(
        document=Document(source, ""), works=tuple(Work(key, "book", cited=(Place("n8.1", "8"),)) for key in keys)
    )


def test_one_paper_stays_as_it_is():
    one = library("a.txt", "zhao2007", "yan2008")
    assert merge([one]) is one


def test_works_of_several_papers_keep_their_order_and_get_keys_of_their_own():
    papers = [
        library("a.txt", "zhao2007", "yan2008"),
        library("b.txt", "zhao2007"),
        library("c.txt", "zhao2007", "wu1"),
    ]
    merged = merge(papers)
    assert [work.key for work in merged.works] == ["zhao2007", "yan2008", "zhao2007-2", "zhao2007-3", "wu1"]
    assert merged.document.source == "a.txt, b.txt, c.txt"
    assert [work.cited[0].note for work in merged.works] == ["a:8", "a:8", "b:8", "c:8", "c:8"]
