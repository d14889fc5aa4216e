"""A Library to BibTeX that pybtex, bibtexparser and biber read without a complaint.

The dialect is BibLaTeX with the names of classic BibTeX wherever biber takes both (``journal``, ``address``, ``year``
and ``month`` beside ``date``), so that styles of both worlds find what they look for. What goes where:

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
fields of a loaded file         under their own names
all the rest                    ``verba``: a JSON merge patch (RFC 7396) from what the fields tell to the whole record
==============================  =====================================================================================

So nothing is lost whatever a field holds: what cannot be read back from the fields (the languages of other faces, the
order of names, variants, white space) is in ``verba``, and an entry that tells all by itself has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.model import Library, Work
from citekit.write.bibtex_fields import entry_fields
from citekit.write.bibtex_load import natural
from citekit.write.latex import even
from citekit.write.rest import line_of

_NOT_IN_KEY = re.compile(r"[^\w:+./-]|[^\x00-\x7f]")
_FIELD = re.compile(r"[a-z][a-z0-9_+:.-]*")


def to_bibtex(library: Library, *, latex: bool = False) -> str:
    """The works of a library as BibTeX, in the order they are first cited.

    With ``latex`` letters outside ASCII become LaTeX commands, Hanzi and their like stay. Reading the text back with
    :func:`citekit.write.load.load_bibtex` and writing it again gives the same bytes.
    """
    from citekit.write.bibtex_file import write_entries  # noqa: PLC0415  # bibtexparser takes a tenth of a run to load

    works = in_order(library)
    return write_entries(_entry(work, key, latex=latex) for work, key in zip(works, _keys(works), strict=True))


def in_order(library: Library) -> list[Work]:
    """The works by their first citation; works that no citation of the library names keep their order, at the end."""
    places = {citation.key: number for number, citation in enumerate(library.citations)}
    last = len(places)

    def first(work: Work) -> int:
        return min((places.get(place.citation, last) for place in work.cited), default=last)

    return sorted(library.works, key=first)


def _keys(works: list[Work]) -> Iterator[str]:
    """Keys that every tool takes: ASCII, without signs of BibTeX, and no two the same but for case."""
    taken: set[str] = set()
    for work in works:
        key = base = _NOT_IN_KEY.sub("", work.key).lstrip("-") or "work"
        number = 1
        while key.casefold() in taken:
            number += 1
            key = f"{base}-{number}"
        taken.add(key.casefold())
        yield key


def _entry(work: Work, key: str, *, latex: bool) -> tuple[str, str, dict[str, str]]:
    name, fields = entry_fields(work, latex=latex)
    fields |= {field: value for field, value in sorted(work.extra.items()) if _is_writable(field, value, fields)}
    if rest := line_of(natural(name, key, fields), work, ascii_only=latex):
        fields["verba"] = rest
    return name, key, fields


def _is_writable(name: str, value: str, fields: dict[str, str]) -> bool:
    """Whether a field of a loaded file can stand as it is: a proper name, braces balanced however they are counted."""
    free = name not in fields or name in ("note", "annotation")
    proper = _FIELD.fullmatch(name) and name not in {"entrytype", "verba"}
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
