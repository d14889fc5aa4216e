"""A Library to BibTeX that pybtex, bibtexparser and biber read without a complaint.

The dialect, where no other of :mod:`citekit.write.bibtex_dialects` is asked for, is BibLaTeX with the names of classic
BibTeX wherever biber takes both (``journal``, ``address``, ``year`` and ``month`` beside ``date``), so that styles of
both worlds find what they look for; a loaded library's further fields are in :mod:`citekit.write.bibtex_library`. What
goes where:

==============================  =====================================================================================
of a work                       in the entry
==============================  =====================================================================================
type                            entry type (the first that biber's data model lets the work have), ``entrysubtype``
title: main                     ``title``, capitals that are meant in braces; a symbol or ``[Interview]`` where none is
title: original, translation    ``usera``; ``usere`` plain and ``titleaddon`` in brackets
container: main                 ``journal``, ``booktitle``; misc, unpublished ``howpublished``; online ``organization``
container: translation          ``journaltitleaddon``, ``booktitleaddon`` in brackets; else after the main in brackets
container: original             ``userb``
publisher: main                 ``publisher``; report ``institution``; thesis ``school``; misc ``organization``
author, editor, translator      ``Family, Given``; bodies in double braces; other scripts of one author ``nameaddon``
date                            ``date`` (EDTF, ``XXXX`` where none is printed), ``year``, ``month``
volume, issue, document symbol  ``volume`` when a plain number; ``number``, which is the symbol in techreport
event_date, event_place         ``eventdate``, ``venue`` in inproceedings and unpublished
place, genre, accessed          ``address``, ``type``, ``urldate``
pages, edition, series, url,    fields of the same names; ``pages`` with ``--``; ``isbn`` when it checks
doi, isbn
any of these without a field    ``note``, as ``no. 2; pp. 39-44``
language of the title           ``language``, ``langid`` (``chinese``, ``pinyin``)
places that cite the work       ``annotation``, as ``note 8, p. 44; note 50``
other fields of a loaded file   under their own names
all the rest                    ``verba``: a JSON merge patch (RFC 7396) from what the fields tell to the whole record
==============================  =====================================================================================

So nothing is lost whatever a field holds: what cannot be read back from the fields (the languages of other faces, the
order of names, variants, white space) is in ``verba``, and an entry that tells all by itself has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from citekit.model import Library, Work
from citekit.write.bibtex_dialects import DIALECTS, Dialect
from citekit.write.bibtex_fields import entry_fields
from citekit.write.bibtex_load import natural
from citekit.write.latex import even
from citekit.write.rest import line_of

_NOT_IN_KEY = re.compile(r"[^\w:+./-]|[^\x00-\x7f]")
_NOT_AGAIN = {"entrytype", "verba", "crossref", "xdata", "entryset"}
"""What is not written as it stood: an entry that has all it needs must not ask another one for it."""

_FIELD = re.compile(r"[a-z][a-z0-9_+:.-]*")


def to_bibtex(library: Library, *, dialect: str = "bibtex", latex: bool = False, order: Sequence[str] = ()) -> str:
    """The works of a library as BibTeX, in the order they are first cited.

    ``dialect`` is one of :data:`citekit.write.bibtex_dialects.DIALECTS` (KeyError for any other). With ``latex``
    letters outside ASCII become LaTeX commands, Hanzi and their like stay. The fields in ``order`` come first and in
    that order, the others as ever. Reading the text back with :func:`citekit.write.load.load_bibtex` gives the works
    again, and writing them in the same way the same bytes.
    """
    from citekit.write.bibtex_file import write_entries  # noqa: PLC0415  # bibtexparser takes a tenth of a run to load

    works = in_order(library)
    form = DIALECTS[dialect]
    entries = (prepare(work, key, form, latex=latex) for work, key in zip(works, safe_keys(works, set()), strict=True))
    return write_entries((name, key, _ordered(fields, order)) for name, key, fields in entries)


to_biblatex = partial(to_bibtex, dialect="biblatex")
to_biblatex_chicago = partial(to_bibtex, dialect="biblatex-chicago")
to_biblatex_gb7714 = partial(to_bibtex, dialect="biblatex-gb7714")
to_classic_bibtex = partial(to_bibtex, dialect="classic-bibtex")


def _ordered(fields: dict[str, str], order: Sequence[str]) -> dict[str, str]:
    return {field: fields[field] for field in (*order, *fields) if field in fields} if order else fields


def in_order(library: Library) -> list[Work]:
    """The works by their first citation; works that no citation of the library names keep their order, at the end."""
    places = {citation.key: number for number, citation in enumerate(library.citations)}
    last = len(places)

    def first(work: Work) -> int:
        return min((places.get(place.citation, last) for place in work.cited), default=last)

    return sorted(library.works, key=first)


def safe_keys(works: list[Work], used: set[str], names: list[str] | None = None) -> Iterator[str]:
    """Keys that every tool takes: ASCII, without signs of BibTeX, and no two the same but for case.

    ``used`` are keys that others have; ``names`` are the keys to begin with, when they are not those of the works.
    """
    taken = {key.casefold() for key in used}
    for name in names or [work.key for work in works]:
        key = base = _NOT_IN_KEY.sub("", name).lstrip("-") or "work"
        if key == "0":  # which biber takes for none
            key = base = "work-0"
        number = 1
        while key.casefold() in taken:
            number += 1
            key = f"{base}-{number}"
        taken.add(key.casefold())
        yield key


def prepare(
    work: Work, key: str, dialect: Dialect = DIALECTS["bibtex"], *, latex: bool = False
) -> tuple[str, str, dict[str, str]]:
    """The entry of a work under a key: its type, the key, its fields with all that they do not tell in ``verba``."""
    name, fields = told_fields(work, dialect, latex=latex)
    if rest := line_of(natural(name, key, fields), work, ascii_only=latex):
        fields["verba"] = rest
    return name, key, fields


def told_fields(
    work: Work, dialect: Dialect = DIALECTS["bibtex"], *, latex: bool = False
) -> tuple[str, dict[str, str]]:
    """The type and the fields of a work's entry, those of a loaded file included."""
    name, fields = dialect.shape(work, *entry_fields(dialect.see(work), latex=latex), latex)
    kept = {field: value for field, value in sorted(work.extra.items()) if _is_writable(field, value, fields)}
    return name, fields | kept


def _is_writable(name: str, value: str, fields: dict[str, str]) -> bool:
    """Whether a field of a loaded file can stand as it is: a proper name, braces balanced however they are counted."""
    free = name not in fields or name in ("note", "annotation")
    proper = _FIELD.fullmatch(name) and name not in _NOT_AGAIN
    return bool(free and proper) and even(value) == value != "" and _is_balanced(value)


def _is_balanced(value: str) -> bool:
    return not value.endswith("\\") and all(
        _depths(text) for text in (value, re.sub(r"\\[{}]", "", value), value.replace("\\\\", ""))
    )


def _depths(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0
