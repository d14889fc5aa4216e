"""A work → the record of it that is compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import TypedDict

from citekit.dedupe.containers import container_keys, container_words, host_of, numbered
from citekit.dedupe.extent import number_of, pages_of
from citekit.dedupe.persons import people
from citekit.dedupe.record import Host, Pages, Record, Wording
from citekit.dedupe.sketch import plain_doi, plain_url
from citekit.dedupe.wording import head, is_recurring, marker, wording
from citekit.language.agree import squeeze
from citekit.language.characters import HAN, OTHER_SCRIPT, reading
from citekit.language.pinyin import is_pinyin
from citekit.model import Title, Work

_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_DATE = re.compile(r"^(\d{4})-(\d\d)(?:-(\d\d))?")
_ISBN = re.compile(r"[\dXx]{10,13}")
_SCRIPT = re.compile(f"{HAN.pattern}|{OTHER_SCRIPT.pattern}")
_ROMANISED = 2  # of three words, how many must be pinyin


class _Titles(TypedDict):
    title: Wording
    translation: Wording
    original: str
    head: str
    romanised: bool
    read: bool
    marker: str
    recurring: bool


class _Container(TypedDict):
    container: frozenset[str]
    named: tuple[tuple[str, ...], ...]
    host: Host


def record(work: Work) -> Record:
    """The comparable side of a work."""
    fields = work.fields
    authors, others = people(work.author or work.editor)
    year, month, day = date_of(fields.get("date", ""))
    return Record(
        key=work.key,
        type=work.type,
        **titles_of(work.title),
        people=authors,
        others=others,
        **container_of(work),
        publisher=squeeze(work.publisher.display),
        year=year,
        month=month,
        day=day,
        volume=volume_of(work),
        issue=number_of(fields.get("issue", "")),
        edition=number_of(fields.get("edition", "")),
        pages=pages_of(fields["pages"]) if "pages" in fields else Pages(),
        doi=plain_doi(fields.get("doi", "")),
        pmid=number_of(fields.get("pmid", "")),
        isbn=isbns(fields.get("isbn", "")),
        symbol=squeeze(fields.get("document_symbol", "")),
        url=plain_url(fields.get("url", "")),
        translated=bool(work.translator),
        signature=signature(work),
    )


def signature(work: Work) -> int:
    """A number that works have in common which say the same in every field; 0 for a work that says nothing."""
    said = [
        *(face for title in (work.title, work.container, work.publisher) for face in faces(title)),
        *(name.display for names in (work.author, work.editor, work.translator) for name in names),
        *(f"{field}={value}" for field, value in sorted(work.fields.items())),
    ]
    if not any(said):
        return 0
    return hashed("\x1f".join((work.type, *said)))


def hashed(text: str) -> int:
    """A text as a number of 64 bits, the same in every process."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def faces(title: Title) -> tuple[str, str, str]:
    """The texts of a title: main, original, translation; empty where there is none."""
    main, original, translation = title.main, title.original, title.translation
    return main.text if main else "", original.text if original else "", translation.text if translation else ""


def titles_of(title: Title) -> _Titles:
    """The faces of a title as they are compared; characters are read where no romanised title stands beside them."""
    main, original, translation = faces(title)
    if main and not main.isascii() and _SCRIPT.search(main):
        main, original = "", original or main
    latin = main or (reading(original) if original else "")
    said = wording(latin)
    language = title.main.language if title.main else ""
    return _Titles(
        title=said,
        translation=wording(translation) if translation else Wording(),
        original=wording(original).letters if original else "",
        head=head(latin) if ":" in latin or "." in latin or "?" in latin else head(original) if original else "",
        romanised=bool(original) or "Latn" in language or is_romanised(said.words),
        read=bool(original) and not main,
        marker=marker(latin or original or translation, (said or wording(original or translation)).words),
        recurring=is_recurring(said or wording(original or translation)),
    )


def is_romanised(words: Sequence[str]) -> bool:
    """Whether a title looks like pinyin: its first words are, and one of them is long enough to be no accident."""
    first = [word for word in words if word.isalpha()][:4]
    return len(first) > 1 and all(map(is_pinyin, first)) and max(map(len, first)) > 4


def container_of(work: Work) -> _Container:
    """What a work stands in."""
    names = tuple(numbered(name)[0] for name in faces(work.container) if name)
    short = work.fields.get("container_title_short", "")
    every = (*names, short) if short else names
    note = " ".join(
        filter(None, (work.fields.get(name, "") for name in ("genre", "archive", "status", "note", "series")))
    )
    return _Container(
        container=frozenset().union(*map(container_keys, every)),
        named=tuple(map(container_words, every)),
        host=host_of(work.type, names or tuple(filter(None, faces(work.publisher))), note[:200], volume_of(work)),
    )


def volume_of(work: Work) -> str:
    """The volume, or the number that ends the name of the container."""
    printed = work.fields.get("volume", "")
    return number_of(printed) if printed else numbered(faces(work.container)[0])[1].lstrip("0")


def date_of(text: str) -> tuple[int, int, int]:
    """Year, month, day of an EDTF date or of anything that has a year; of a range the start, of a season the year."""
    exact = _DATE.match(text)
    if exact:
        month = int(exact[2])
        return int(exact[1]), month if month < 13 else 0, int(exact[3] or 0) if month < 13 else 0
    year = _YEAR.search(text)
    return int(year[1]) if year else 0, 0, 0


def isbns(text: str) -> frozenset[str]:
    """ISBNs without hyphens, those of thirteen digits cut to the nine that both kinds share."""
    found = _ISBN.findall(text.replace("-", "").replace(" ", ""))
    return frozenset(one[-10:-1] for one in found)
