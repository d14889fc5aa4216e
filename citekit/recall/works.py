"""Works with all that their stored records say: a record is exact, what was printed fills what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from citekit.model import Citation, Library, StoredItem, Title, Work
from citekit.recall.records import work_of


def recalled(library: Library) -> Library:
    """See :func:`citekit.recall.recall_works`."""
    records: dict[str, StoredItem] = {}
    for citation in library.citations:
        if citation.record and citation.work:
            records.setdefault(citation.work, citation.record)
    works = tuple(_recalled(work, records[work.key]) if work.key in records else work for work in library.works)
    return _with_own_keys(replace(library, works=works), records)


def _with_own_keys(library: Library, records: Mapping[str, StoredItem]) -> Library:
    """Works that were cited by key keep that key, so that the paper still finds them."""
    own = {key: str(item.item.get("citation-key", "")) for key, item in records.items()}
    taken = {work.key for work in library.works}
    renamed = {key: name for key, name in own.items() if name and (name == key or name not in taken)}
    if not renamed:
        return library
    works = (replace(work, key=renamed.get(work.key, work.key), extra=_without_key(work)) for work in library.works)
    readings = (
        replace(reading, citations=tuple(_renamed(citation, renamed) for citation in reading.citations))
        for reading in library.readings
    )
    return replace(library, works=tuple(works), readings=tuple(readings))


def _without_key(work: Work) -> dict[str, str]:
    return {name: value for name, value in work.extra.items() if name != "csl.citation-key"}


def _renamed(citation: Citation, names: Mapping[str, str]) -> Citation:
    return replace(citation, work=names.get(citation.work, citation.work)) if citation.work else citation


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
