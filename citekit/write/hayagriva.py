"""A Library to Hayagriva YAML, the bibliographies of Typst.

What goes where; :mod:`citekit.write.hayagriva_table` has the types, fields and roles one by one:

==============================  =====================================================================================
of a work                       in the entry
==============================  =====================================================================================
key                             the name of the entry
type                            ``type``, and that of ``parent``: an article in a ``newspaper``, in ``proceedings``
title: first face, short        ``title``, a text or a record with ``value``, ``short``
title: translation, original    ``translation``, ``original`` in that record, with their ``language``
language of the title           ``language``
container, its faces, authors   ``parent``: its ``title``, ``author``, ``language``
volume, issue, ISBN, ISSN       those of the container, where there is one
publisher, place, edition,      those of the container, where that is a book; ``publisher`` has ``name``, ``location``
editors
series, number, its editors     a ``parent`` of type ``anthology``, of the container or of the work
event: title, place, date       a ``parent`` of type ``conference``
original edition                a ``parent`` of type ``original``
author, editor                  ``Family, Given``, or a record with ``name``, ``given-name``, ``prefix``, ``suffix``
other roles                     ``affiliated``; those it has no word for under their own names: ``interviewer``
date                            ``date``: ``2007-03-04``, ``~2007``; the first day of a range, the year of a season
url, accessed                   ``url``, with ``date``
document symbol, DOI, PMID …    ``serial-number``: ``serial``, ``doi``, ``pmid``, ``pmcid``, ``version``, ``printing``
pages, numbers of pages and     ``page-range``, ``page-total``, ``volume-total``
volumes
authority                       ``organization``
genre, abstract, note, archive  members of the same name, ``-`` for ``_``; so are the fields that Hayagriva has no word
call number, all other fields   for, which its readers let stand: ``part-title``, ``keyword``
``hayagriva.…`` of a loaded     the members they were
entry
all the rest                    ``citekit``: a JSON merge patch (RFC 7396) from what these tell to the whole record
==============================  =====================================================================================
"""

from __future__ import annotations

from citekit.model import Library, Work
from citekit.write.hayagriva_entry import Entry, natural_entry
from citekit.write.hayagriva_kept import OPAQUE, restored
from citekit.write.hayagriva_load import natural
from citekit.write.latex import even
from citekit.write.rest import line_of
from citekit.write.yaml_text import to_yaml


def to_hayagriva(library: Library) -> str:
    """The works of a library as YAML, in their order, no two under the same key.

    Reading the text back with :func:`citekit.write.hayagriva_load.load_hayagriva` and writing it again gives the same.
    """
    entries: dict[str, Entry] = {}
    for work in library.works:
        base = even(work.key) or "entry"
        key, number = base, 1
        while key in entries:
            number += 1
            key = f"{base}-{number}"
        entries[key] = _entry(work, key)
    return to_yaml(entries) if entries else ""


def _entry(work: Work, key: str) -> Entry:
    entry = restored(natural_entry(work), work)
    rest = line_of(natural(key, entry), work)
    return {**entry, OPAQUE: rest} if rest else entry
