"""What merging would do, before anything is done: which records go into which, and what becomes of each value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.dedupe.combine import Change, Member, combine
from citekit.dedupe.comparison import Found
from citekit.dedupe.entries import Entry
from citekit.dedupe.lead import POLICIES, Policy
from citekit.model import Work


@dataclass(frozen=True, slots=True)
class Merge:
    """One cluster: its members as indices of the entries, the leading one first; the work they become; the changes."""

    members: tuple[int, ...]
    work: Work
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The merges of a row of entries, in the order of the clusters."""

    entries: tuple[Entry, ...]
    merges: tuple[Merge, ...]


def plan(entries: Sequence[Entry], found: Found, policy: Policy = POLICIES["complete"]) -> Plan:
    """What merging the clusters would do, the leading records chosen by a policy.

    The key of a record that goes becomes a further key of the work, unless a work that stays has it in the same file or
    in one before; a work of a later file that has it gives way.
    """
    ranked = [policy(entries, cluster) for cluster in found.clusters]
    taken = _staying(entries, ranked)
    files = {name: number for number, name in enumerate(dict.fromkeys(entry.file for entry in entries))}
    merges = []
    for members in ranked:
        rows = [entries[at] for at in members]
        kept = {row.work.key for row in rows if files.get(taken.get(row.work.key, ""), len(files)) <= files[row.file]}
        work, changes = combine([Member(row.work, row.name) for row in rows], kept)
        merges.append(Merge(tuple(members), work, changes))
        # a key leads to one work only
        taken |= {change.value: rows[0].file for change in changes if change.how == "alias"}
    return Plan(tuple(entries), tuple(merges))


def _staying(entries: Sequence[Entry], ranked: Sequence[Sequence[int]]) -> dict[str, str]:
    """The keys of the works that stay, each with the first file it stands in."""
    going = {member for members in ranked for member in members[1:]}
    taken: dict[str, str] = {}
    for place, entry in enumerate(entries):
        if place not in going:
            taken.setdefault(entry.work.key, entry.file)
    return taken


def applied(plan: Plan) -> tuple[Work | None, ...]:
    """The works after the merges, each in its place; a merged one where its leading record stood, None elsewhere."""
    works: list[Work | None] = [entry.work for entry in plan.entries]
    for merge in plan.merges:
        works[merge.members[0]] = merge.work
        for member in merge.members[1:]:
            works[member] = None
    return tuple(works)
