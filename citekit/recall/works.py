"""Works with all that their stored records say: a record is exact, what was printed fills what it lacks."""

from __future__ import annotations

from dataclasses import replace

from citekit.model import Library, StoredItem, Title, Work
from citekit.recall.records import work_of


def recalled(library: Library) -> Library:
    """See :func:`citekit.recall.recall_works`."""
    records: dict[str, StoredItem] = {}
    for citation in library.citations:
        if citation.record and citation.work:
            records.setdefault(citation.work, citation.record)
    works = tuple(_recalled(work, records[work.key]) if work.key in records else work for work in library.works)
    return replace(library, works=works)


def _recalled(work: Work, record: StoredItem) -> Work:
    stored = work_of(record)
    return replace(
        work,
        type=stored.type,
        title=_faces(stored.title, work.title),
        container=_faces(stored.container, work.container),
        publisher=_faces(stored.publisher, work.publisher),
        author=stored.author or work.author,
        editor=stored.editor or work.editor,
        translator=stored.translator or work.translator,
        fields={**work.fields, **stored.fields},
        people={**work.people, **stored.people},
        extra={**work.extra, **stored.extra},
    )


def _faces(stored: Title, printed: Title) -> Title:
    """The recorded faces; of a title that was translated in print the record has only one."""
    main = stored.main or printed.main
    if main and not main.language and printed.main and printed.main.text == main.text:
        main = printed.main
    return Title(main, stored.original or printed.original, stored.translation or printed.translation)
