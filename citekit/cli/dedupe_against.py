"""New records or a paper's works against a library: what it has already, under which key, and what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.cli.dedupe_brief import cut
from citekit.cli.dedupe_desk import Desk
from citekit.cli.dedupe_json import SCHEMA, dumped, pair_record, record
from citekit.cli.dedupe_write import former_keys, relinked
from citekit.dedupe.against import Against, against
from citekit.dedupe.comparison import Found
from citekit.dedupe.entries import Entry
from citekit.dedupe.plan import applied, plan
from citekit.model import Finding, Library, Work
from citekit.write.merge import with_free_keys

_KEY_TAKEN = "Give one of them another key."
_LOOK = "Compare the two, and keep the one or both."


@dataclass(frozen=True, slots=True)
class Compared:
    """The new libraries with nothing but what is new, and how their records are called in the end.

    ``keys`` are the final keys of all new records by their index: the library's where it has them. ``libraries`` hold
    what is new, ``whole`` all, what the library has under its keys.
    """

    entries: tuple[Entry, ...]
    given: Against
    keys: dict[int, str]
    libraries: tuple[Library, ...]
    whole: tuple[Library, ...]
    findings: tuple[Finding, ...]


def compared(desk: Desk) -> Compared:
    """The first library of a desk is the one that the others are held against."""
    library, *others = [given.library for given in desk.inputs]
    return held_against(library, others, desk.entries, desk.found)


def held_against(library: Library, others: Sequence[Library], entries: Sequence[Entry], found: Found) -> Compared:
    """The libraries of the new records against the one that has the first entries."""
    old = len(library.works)
    given = against(found, old, len(entries) - old)
    works, keys = _fresh(entries, given, {work.key for work in library.works} | former_keys(library.works))
    kept, whole, at = [], [], 0
    for other in others:
        rows = range(at, at + len(other.works))
        at = rows.stop
        names = [keys[old + row] for row in rows]
        linked = relinked(other, {work.key: name for work, name in zip(other.works, names, strict=True)})
        there = zip(other.works, names, (works[row] for row in rows), strict=True)
        all_of = {name: fresh or replace(work, key=name) for work, name, fresh in reversed([*there])}
        kept.append(replace(linked, works=tuple(work for row in rows if (work := works[row]))))
        whole.append(replace(linked, works=tuple(reversed(all_of.values()))))
    findings = tuple(_findings(entries, given, keys))
    return Compared(tuple(entries), given, keys, tuple(kept), tuple(whole), findings)


def _fresh(entries: Sequence[Entry], given: Against, taken: set[str]) -> tuple[list[Work | None], dict[int, str]]:
    """The new works in their places, None for those that the library has or that went into another; and all keys."""
    clusters = tuple(cluster for cluster in given.fresh if len(cluster) > 1)
    merges = plan(entries, Found(clusters, ()))
    there = {one.new for one in given.present}
    old = len(entries) - len(there) - sum(map(len, given.fresh))
    works = [None if place in there else work for place, work in enumerate(applied(merges))][old:]
    places = [place for place, work in enumerate(works, old) if work]
    named = with_free_keys([work for work in works if work], taken)
    keys = {one.new: entries[one.old].work.key for one in given.present}
    for place, work in zip(places, named, strict=True):
        works[place - old], keys[place] = work, work.key
    keys |= {member: keys[merge.members[0]] for merge in merges.merges for member in merge.members}
    return works, keys


def _findings(entries: Sequence[Entry], given: Against, keys: dict[int, str]) -> list[Finding]:
    present = [_present(entries[one.new], entries[one.old]) for one in given.present]
    doubts = [_doubt(entries[pair.first], entries[pair.second]) for pair in given.doubts]
    there = {one.new for one in given.present}
    moved = [
        Finding("RD145", _moved(entries[at], key), text=entries[at].work.key, help=_KEY_TAKEN)
        for at, key in sorted(keys.items())
        if at not in there and key.startswith(f"{entries[at].work.key}-")
    ]
    return [*present, *doubts, *moved]


def _present(new: Entry, old: Entry) -> Finding:
    message = f"{new.name} is in {old.file} already, as {old.work.key}."
    note = next((place.note for place in new.work.cited), None)
    help_ = f"Cite it as {old.work.key}."
    return Finding("DU106", message, "info", note=note, text=new.work.title.display, help=help_)


def _doubt(one: Entry, other: Entry) -> Finding:
    message = f"{one.name} and {other.name} may be one work."
    return Finding("DU102", message, text=one.work.title.display, help=_LOOK)


def _moved(entry: Entry, key: str) -> str:
    return f"The key {entry.work.key} of {entry.file} is taken by another work; it is now {key}."


def against_text(told: Compared, width: int) -> str:
    """The new records that the library has, one a line, with the key that they have there; then how many are new."""
    rows = [(told.entries[one.new].name, told.entries[one.old].work.key) for one in told.given.present]
    first = max((len(name) for name, _ in rows), default=0)
    lines = [cut(f"{name:<{first}}  is {key}", width) for name, key in rows]
    fresh = sum(len(library.works) for library in told.libraries)
    return "".join(f"{line}\n" for line in [*lines, f"{len(rows)} there already, {fresh} new"])


def against_json(told: Compared) -> str:
    """The same for programs: ``present`` (``new``, ``library``), ``new`` with the final ``as``, ``look`` (pairs)."""
    entries, there = told.entries, {one.new for one in told.given.present}
    present = [{"new": record(entries[one.new]), "library": record(entries[one.old])} for one in told.given.present]
    new = [{**record(entries[at]), "as": key} for at, key in sorted(told.keys.items()) if at not in there]
    look = [pair_record(pair, entries) for pair in told.given.doubts]
    return dumped({"schema": SCHEMA, "present": present, "new": new, "look": look})
