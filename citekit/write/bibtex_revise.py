"""One entry of a BibTeX text whose work has changed: the fields that still hold keep their text, the others do not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from citekit.model import Title, Work
from citekit.write import patch
from citekit.write.bibtex import told_fields
from citekit.write.bibtex_cut import FIELD, HEAD
from citekit.write.bibtex_fields import listed
from citekit.write.bibtex_file import enclosed
from citekit.write.bibtex_load import natural
from citekit.write.bibtex_read import PARTS, canonical
from citekit.write.latex import encode
from citekit.write.load import Loaded
from citekit.write.record import Record, record

_DATES = ("date", "year", "month", "day")
_HOMES = {"publisher": ("publisher", "institution", "organization"), "container": ("journal", "journaltitle")}
"""A part of a work → the fields that files have for it."""

_SPACE = re.compile(r"\s*")


def revised(raw: str, old: Loaded, work: Work, *, latex: bool = False) -> str:
    """The text of an entry as its work is now; nothing, where the entry had better be written anew.

    That is so where its type is another one now, or where it cannot be told where a field of it begins and ends.
    """
    name, before = _told(old, old.work, latex=latex)
    name_now, after = _told(old, work, latex=latex)
    head = HEAD.match(raw)
    if name != name_now or not head:
        return ""
    changed = {field for field in before.keys() | after.keys() if before.get(field) != after.get(field)}
    if not changed.isdisjoint(_DATES):
        changed.update(_DATES)
    changed.update(*(PARTS.get(field, ()) for field in changed))
    rows, told, end = _rows(raw, head.end(), old.fields, after, changed)
    if not raw[end:].strip().startswith("}"):
        return ""
    present = {canonical(field, told) for field in told}
    added = {field: after[field] for field in after if field in changed and field not in present}
    if "date" in told or "year" in told:  # a file has the one or the other
        added = {field: value for field, value in added.items() if field not in _DATES}
    inherited = {field: value for field, value in old.fields.items() if not _stands(field, raw, head.end())}
    rest = _rest(old, work, {**inherited, **told, **added})
    if "date" in (rest.get("fields") or {}) and after.get("date") and "date" not in told:
        added["date"] = after["date"]
        rest = _rest(old, work, {**inherited, **told, **added})
    if rest:
        added["verba"] = patch.dumps(rest, ascii_only=latex)
    return raw[: head.end()] + _joined(rows, added) + raw[end:]


def _told(old: Loaded, work: Work, *, latex: bool) -> tuple[str, dict[str, str]]:
    """The type of a work and its fields, its publisher and its container in the fields that the file has for them.

    An article has no publisher by the rules of BibTeX, which would tell of it in the note.
    """
    name, told = told_fields(work, latex=latex)
    homes = {field: _home(fields, old, told) for field, fields in _HOMES.items()}
    found: dict[str, str] = {}
    if homes["publisher"] and work.publisher.main:
        found[homes["publisher"]] = listed(encode(work.publisher.main.text, latex=latex))
        work = replace(work, publisher=Title())
    if homes["container"] and work.container.main:
        found[homes["container"]] = encode(work.container.main.text, latex=latex)
        work = replace(work, container=Title())
    return name, (told_fields(work, latex=latex)[1] | found) if found else told


def _home(fields: tuple[str, ...], old: Loaded, told: Mapping[str, str]) -> str:
    """The field that a file has for a part of a work and that the type of the entry has not; empty where none is so."""
    field = next((one for one in fields if one in old.fields), "")
    return "" if canonical(field, old.fields) in told else field


def _rows(
    raw: str, at: int, values: Mapping[str, str], after: Mapping[str, str], changed: set[str]
) -> tuple[list[str], dict[str, str], int]:
    """The text of each field that stays, what the fields tell now, and where the last field of the entry ends."""
    rows: list[str] = []
    told: dict[str, str] = {}
    taken: set[str] = set()
    while found := FIELD.match(raw, at):
        own = found[1].casefold()
        field = canonical(own, values)
        row = found[0].rstrip()  # what is before the brace that ends the entry stays there
        at = found.start() + len(row)
        if own == "verba" or (field in changed and (field not in after or field in taken)):
            continue
        taken.add(field)
        if field in changed:
            start, end = (place - found.start() for place in found.span(2))
            rows.append(row[:start] + enclosed(field, after[field]) + row[end:])
            told[own] = after[field]
        else:
            rows.append(row)
            told.setdefault(own, values.get(own, ""))
    return rows, told, at


def _stands(field: str, raw: str, at: int) -> bool:
    """Whether an entry has a field itself."""
    while found := FIELD.match(raw, at):
        if found[1].casefold() == field:
            return True
        at = found.end()
    return False


def _rest(old: Loaded, work: Work, fields: Mapping[str, str]) -> Record:
    """What the work is beside what the fields tell."""
    return patch.diff(natural(old.cut.name, old.cut.key, fields), record(work))


def _joined(rows: list[str], added: Mapping[str, str]) -> str:
    """The fields in one text, those that are added set as the first is."""
    if not added:
        return "".join(rows)
    first = _SPACE.match(rows[0]) if rows else None
    space = first[0] if first and first[0] else "\n  "
    comma = "," if not rows or rows[-1].endswith(",") else ""
    told = ",".join(f"{space}{field} = {enclosed(field, value)}" for field, value in added.items())
    return "".join(rows) + ("" if comma else ",") * bool(rows) + told + comma
