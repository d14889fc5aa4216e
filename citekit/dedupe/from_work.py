"""A work → the record of it that is compared."""

from __future__ import annotations

from citekit.dedupe.containers import container_of, numbered
from citekit.dedupe.extent import date_of, number_of, pages_of, year_before
from citekit.dedupe.hashing import digested
from citekit.dedupe.identifiers import isbns, plain_doi, plain_symbol, plain_url
from citekit.dedupe.persons import people
from citekit.dedupe.record import UNPAGED, Container, Record
from citekit.dedupe.titles import faces, titles_of
from citekit.dedupe.wording import wording
from citekit.language.agree import squeeze
from citekit.language.characters import OTHER_SCRIPT, reading
from citekit.model import Name, Title, Work

_NOTES = ("genre", "archive", "status", "note", "series")  # where a work that has no container says what it is
_NOTED = 200  # letters of them that are looked at


def record(work: Work) -> Record:
    """The comparable side of a work."""
    fields, get = work.fields, work.fields.get
    persons = people(work.author or work.editor)
    year, month, day = date_of(get("date") or work.extra.get("year", "") or year_before(work.title.display))
    volume = get("volume", "")
    if any(one.read for one in persons) and _is_japanese(work.title):
        persons = tuple(one for one in persons if not one.read)  # in Japan they are read otherwise
    titles = titles_of(work.title)
    return Record(
        work.key,
        work.type,
        titles,
        persons,
        _container(work, volume),
        squeeze(reading(shown) or shown) if (shown := work.publisher.display) else "",
        year,
        month,
        day,
        number_of(volume) if volume else _ending(work),
        number_of(get("issue", "")),
        number_of(get("edition", "")),
        pages_of(fields["pages"]) if "pages" in fields else UNPAGED,
        plain_doi(fields["doi"]) if "doi" in fields else "",
        number_of(get("pmid", "")),
        isbns(fields["isbn"]) if "isbn" in fields else frozenset(),
        plain_symbol(get("document_symbol", "")),
        plain_url(fields["url"]) if "url" in fields else "",
        bool(work.translator),
        wording(fields["original_title"]).letters if "original_title" in fields else "",
        signature=signature(work),
    )


def _is_japanese(title: Title) -> bool:
    """Whether a title has kana, or hangul."""
    return bool(OTHER_SCRIPT.search(title.original.text if title.original else title.display))


def _container(work: Work, volume: str) -> Container:
    """What a work stands in, by its container's faces, its type and, where there is no container, its notes."""
    names = faces(work.container)
    get = work.fields.get
    note = "" if names[0] else " ".join(get(field, "") for field in _NOTES if field in work.fields)[:_NOTED]
    if not any(names):
        names = faces(work.publisher) if note or work.type not in {"article-journal", "book"} else names
        return container_of((), work.type, f"{' '.join(filter(None, names))} {note}", volume[:1])
    return container_of((*names, get("container_title_short", "")), work.type, note, volume[:1])


def _ending(work: Work) -> str:
    """The volume that ends the name of a container: ``Machine Learning 17``."""
    main = work.container.main
    return numbered(main.text)[1].lstrip("0") if main else ""


def signature(work: Work) -> int:
    """A number that works have in common which say the same in every field; 0 for a work that says nothing."""
    said = [*faces(work.title), *faces(work.container), *faces(work.publisher), *_said(work.author), ""]
    said += [*_said(work.editor), "", *_said(work.translator)]
    for item in sorted(work.fields.items()):
        said += item
    return digested("\x1f".join((work.type, *said))) if any(said) else 0


def _said(names: tuple[Name, ...]) -> list[str]:
    said: list[str] = []
    for name in names:
        said += (name.family, name.given, name.literal or name.original)
        if name.particle or name.suffix:
            said += (name.particle, name.suffix)
    return said
