"""New records or a paper's works against a library: what it has already, under which key, and what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.cli.dedupe_brief import cut, padded
from citekit.cli.dedupe_desk import Desk
from citekit.cli.dedupe_json import SCHEMA, dumped, pair_record, record
from citekit.cli.dedupe_write import former_keys, relinked
from citekit.cli.terminal import cells
from citekit.dedupe.against import Against, Present, against
from citekit.dedupe.comparison import Found
from citekit.dedupe.duplicates import findings_of
from citekit.dedupe.entries import Entry
from citekit.dedupe.lead import POLICIES, Policy
from citekit.dedupe.plan import Plan, applied, plan
from citekit.model import Finding, Library, Work
from citekit.write.merge import with_free_keys, with_links

_KEY_TAKEN = "Give one of them another key."
_LOOK = "Compare the two, and keep the one or both."
_ONCE = "They are added once."


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


def held_against(desk: Desk, policy: Policy = POLICIES["complete"]) -> Compared:
    """The first library of a desk is the one that the others are held against.

    Of new records that are one work the policy says which leads.
    """
    library, *others = [given.library for given in desk.inputs]
    entries, old = desk.entries, len(library.works)
    given = against(desk.found, old, len(entries) - old)
    merges = plan(entries, Found(tuple(cluster for cluster in given.fresh if len(cluster) > 1), ()), policy)
    works, keys = _fresh(merges, given, {work.key for work in library.works} | former_keys(library.works))
    kept, whole, at = [], [], 0
    for other in others:
        rows = range(at, at + len(other.works))
        at = rows.stop
        names = [keys[old + row] for row in rows]
        moved = {work.key: name for work, name in reversed([*zip(other.works, names, strict=True)])}
        linked = relinked(other, moved)
        left = iter(with_links(filter(None, (works[row] for row in rows)), moved))
        found = [next(left) if works[row] else None for row in rows]
        there = zip(other.works, names, found, strict=True)
        all_of = {name: fresh or replace(work, key=name) for work, name, fresh in reversed([*there])}
        kept.append(replace(linked, works=tuple(filter(None, found))))
        whole.append(replace(linked, works=tuple(reversed(all_of.values()))))
    findings = tuple(_findings(entries, given, keys))
    return Compared(tuple(entries), given, keys, tuple(kept), tuple(whole), findings)


def _fresh(merges: Plan, given: Against, taken: set[str]) -> tuple[list[Work | None], dict[int, str]]:
    """The new works in their places, None for those that the library has or that went into another; and all keys."""
    entries = merges.entries
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
    present = [_present(entries, one) for one in given.present]
    there = {one.new for one in given.present}
    merged = findings_of(entries, Found(tuple(one for one in given.fresh if len(one) > 1), ()))
    looked = Found((), (*(pair._replace(verdict="look") for pair in given.doubts), *given.akin))
    doubts = [one if one.code == "DU103" else replace(one, help=_LOOK) for one in findings_of(entries, looked)]
    moved = [
        Finding("RD145", _moved(entries[at], key), text=entries[at].work.key, help=_KEY_TAKEN)
        for at, key in sorted(keys.items())
        if at not in there and key.startswith(f"{entries[at].work.key}-")
    ]
    return [*present, *(replace(one, help=_ONCE) for one in merged), *doubts, *moved]


def _present(entries: Sequence[Entry], one: Present) -> Finding:
    new, old = entries[one.new], entries[one.old]
    also = f"; so are {', '.join(entries[at].work.key for at in one.also)}" if one.also else ""
    short = ", of which it is a short form" if one.short else ""
    message = f"{new.name} is in {old.file} already, as {old.work.key}{short}{also}."
    note = next((place.note for place in new.work.cited), None)
    help_ = f"Cite it as {old.work.key}."
    return Finding("DU106", message, "info", note=note, text=new.work.title.display, help=help_)


def _moved(entry: Entry, key: str) -> str:
    return f"The key {entry.work.key} of {entry.file} is taken by another work; it is now {key}."


def against_text(told: Compared, width: int) -> str:
    """Each new record that the library has with the key that it has there, then those to look at, and the counts.

    new.ris:zhao-new  is zhao2007
    new.ris:smith     may be smith1999 or smith2005
    1 there already, 2 new, 1 to look at
    """
    entries = told.entries
    rows = [(entries[one.new].name, _is(entries, one)) for one in told.given.present]
    doubts: dict[int, list[int]] = {}
    for pair in told.given.doubts:
        doubts.setdefault(pair.second, []).append(pair.first)
    rows += [(entries[new].name, f"may be {_keys(entries, old, ' or ')}") for new, old in doubts.items()]
    rows += [(entries[one.second].name, f"{one.relation} {entries[one.first].work.key}") for one in told.given.akin]
    first = max((cells(name) for name, _ in rows), default=0)
    lines = [cut(f"{padded(name, first)}  {said}", width) for name, said in rows]
    fresh = sum(len(library.works) for library in told.libraries)
    counts = [
        f"{len(told.given.present)} there already, {fresh} new",
        *([f"{len(doubts)} to look at"] if doubts else []),
    ]
    return "".join(f"{line}\n" for line in [*lines, ", ".join(counts)])


def _is(entries: Sequence[Entry], one: Present) -> str:
    said = "is a short form of" if one.short else "is"
    return f"{said} {_keys(entries, (one.old, *one.also), ', ')}"


def _keys(entries: Sequence[Entry], places: Sequence[int], between: str) -> str:
    return between.join(entries[at].work.key for at in places)


def against_json(told: Compared) -> str:
    """The same for programs.

    ``present`` (``new``, ``library``, and ``also`` further records of that work), ``new`` with the final ``as``, pairs
    to ``look`` at, and ``related`` ones.
    """
    entries, there = told.entries, {one.new for one in told.given.present}
    present = [
        {
            "new": record(entries[one.new]),
            "library": record(entries[one.old]),
            **({"also": [record(entries[at]) for at in one.also]} if one.also else {}),
            **({"short_form": True} if one.short else {}),
        }
        for one in told.given.present
    ]
    new = [{**record(entries[at]), "as": key} for at, key in sorted(told.keys.items()) if at not in there]
    look, related = ([pair_record(pair, entries) for pair in pairs] for pairs in (told.given.doubts, told.given.akin))
    return dumped({"schema": SCHEMA, "present": present, "new": new, "look": look, "related": related})
