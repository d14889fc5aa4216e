"""A Library to CSL-JSON (CSL 1.0.2), with everything CSL has no word for under ``custom.citekit``.

``custom.citekit`` holds ``type`` (citekit's), ``title``, ``container`` and ``publisher`` (``language`` of what the CSL
field shows, ``original`` and ``translation`` as ``{"text", "language"}``, ``face`` where the CSL field shows another
face than the main one), ``names`` (by role, one object a name), ``cited`` (``citation``, ``note``, ``form``,
``locator``), ``variants``, ``inherited``, ``fields`` (what has no CSL field, dates in EDTF where CSL cannot tell them
whole), ``extra``, and ``rest``: a merge patch (RFC 7396) of the record that all this tells. Empty members are left out.

In a file of CSL-JSON an item has ``custom.citekit`` only where it would be read as another work without it. What a
loaded item says in another form than the one written here stands in ``extra`` as ``csl.`` and the variable's name, and
is written in its own form as long as it still says the same.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from citekit.model import Library, Work
from citekit.style.mend import mend
from citekit.write import patch
from citekit.write.csl_beside import beside_of, with_beside
from citekit.write.csl_item import Item, natural_item
from citekit.write.csl_kept import kept, restored
from citekit.write.csl_read import told_by
from citekit.write.record import Record, record, work_of
from citekit.write.rest import work_with


def to_csl_json(library: Library) -> str:
    """The works of a library as a JSON array of CSL items, in their order, each with an id of its own."""
    return json.dumps(list(csl_items(library)), ensure_ascii=False, indent=2) + "\n"


def csl_items(library: Library) -> Iterator[Item]:
    """The items of a file: with ``custom.citekit`` only where it is needed, and names in a static order marked."""
    keys = [work.key for work in library.works]
    taken = set(keys)
    seen: set[str] = set()
    for work in library.works:
        key, number = work.key, 1
        while not key or (key in seen and number < 2) or (number > 1 and key in taken):
            number += 1
            key = f"{work.key or 'item'}-{number}"
        seen.add(key)
        taken.add(key)
        yield exchanged(work, key)


def exchanged(work: Work, key: str) -> Item:
    """The item of a work in a file, under a key."""
    bare = restored({**natural_item(work, static=True), "id": key}, work)
    if _reads_as(bare, work):
        return bare
    return _with_own(bare, work, static=True)


def csl_item(work: Work) -> Item:
    """The CSL item of a work, with all that is known beside it, as citekit's own JSON and its styles take it."""
    return _with_own(restored(natural_item(work), work), work, static=False)


def _with_own(item: Item, work: Work, *, static: bool) -> Item:
    own = beside_of(work)
    base = item.get("custom")
    custom = {**(base if isinstance(base, dict) else {}), "citekit": own}
    told = values_of({**item, "custom": custom}, static=static)
    rest = json.loads(json.dumps(patch.diff(told, record(work)), sort_keys=True))  # the same order whoever writes it
    return {**item, "custom": {**custom, "citekit": {**own, "rest": rest}}} if rest else {**item, "custom": custom}


def _reads_as(item: Item, work: Work) -> bool:
    return values_of(item, static=True) == record(work)


def read_item(raw: Item, *, static: bool = True, mended: Item | None = None, faulty: Collection[str] = ()) -> Work:
    """The work of an item: ``raw`` as it came and as it was mended, with the names of the members that had to be.

    ``static`` tells that the item comes from a file of CSL-JSON and not from citekit's own JSON.
    """
    return work_of(values_of(raw, static=static, mended=mended, faulty=faulty))


def values_of(raw: Item, *, static: bool, mended: Item | None = None, faulty: Collection[str] = ()) -> Record:
    """The record of an item; a ``custom.citekit`` that is not citekit's stays what it is, a member of somebody's."""
    told = told_by(mended or mend([raw])[0][0])
    custom = raw.get("custom")
    own = custom.get("citekit") if isinstance(custom, dict) else None
    if isinstance(own, dict) and isinstance(custom, dict):
        theirs = {name: value for name, value in custom.items() if name != "citekit"}
        left = {**{name: value for name, value in raw.items() if name != "custom"}, **_if("custom", theirs)}
        try:
            values = _with_kept(with_beside(told, own), left, static=static, faulty=faulty)
            values = patch.apply(values, own.get("rest", {}))
            work = work_with(told, patch.dumps(patch.diff(told, values)))
        except (TypeError, AttributeError, KeyError, ValueError, RecursionError):
            work = None
        if work:
            return record(work)
    return _with_kept(told, raw, static=static, faulty=faulty)


def _with_kept(values: Record, raw: Item, *, static: bool, faulty: Collection[str]) -> Record:
    extra = {**values.get("extra", {}), **kept(raw, natural_item(work_of(values), static=static), faulty)}
    return {**values, **_if("extra", extra)}


def _if(name: str, value: Any) -> Item:  # noqa: ANN401  # whatever JSON holds
    return {name: value} if value else {}
