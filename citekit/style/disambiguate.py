"""Telling cites apart that would look alike (CSL 1.0.2, "Disambiguation").

Given names are filled out, hidden names shown, a condition of the style turned on, the year given a letter: each only
for cites that name several items, and only as far as it helps. Items are bucketed by how their cite looks, and only
what shares a bucket is rendered again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from citekit.style.context import Block, Disambiguation
from citekit.style.initials import initials
from citekit.style.one_name import FULL, INITIALS, SHORT
from citekit.style.person import Person

Rendered = tuple[str, list[Block]]
Render = Callable[[str, Disambiguation], Rendered]
"""Item id and what is done to tell it apart → how its cite looks, and its blocks of names."""


class Methods(NamedTuple):
    """What a style allows: given names, hidden names, a condition, a year suffix; and the rule for given names."""

    given: bool
    names: bool
    conditions: int
    suffix: bool
    rule: str
    initialize_with: str | None


def disambiguated(ids: Sequence[str], render: Render, methods: Methods) -> dict[str, Disambiguation]:
    """What is done to each item; ``ids`` are all items in the order of the bibliography."""
    work = _Work(render, methods)
    base = {each: render(each, Disambiguation()) for each in ids}
    if methods.given and methods.rule != "by-cite":
        levels = _levels(base, methods)
        for each in ids:
            work.state[each] = Disambiguation(given=_given(base[each][1], levels, methods))
        base = {each: render(each, work.of(each)) if work.of(each).given else base[each] for each in ids}
    for bucket in _buckets(ids, {each: looks for each, (looks, _) in base.items()}):
        if len(bucket) > 1 and base[bucket[0]][0].strip():  # cites that print nothing name nobody
            work.resolve(bucket, base)
    return work.state


def _buckets(ids: Iterable[str], looks: Mapping[str, str]) -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for each in ids:
        found.setdefault(looks[each], []).append(each)
    return list(found.values())


class _Work:
    def __init__(self, render: Render, methods: Methods) -> None:
        self.render = render
        self.methods = methods
        self.state: dict[str, Disambiguation] = {}
        self.trials: dict[str, Disambiguation] = {}  # what was tried and has not helped yet

    def of(self, item: str) -> Disambiguation:
        return self.state.get(item) or Disambiguation()

    def looks(self, ids: Iterable[str], states: Mapping[str, Disambiguation]) -> dict[str, str]:
        return {each: self.render(each, states[each])[0] for each in ids}

    def resolve(self, bucket: list[str], base: Mapping[str, Rendered]) -> None:
        """Tells the items of a bucket apart as far as it goes."""
        parts = [bucket]
        if self.methods.names or (self.methods.given and self.methods.rule == "by-cite"):
            parts = self._by_names(bucket, base)
        left: list[list[str]] = []
        for part in parts:
            left += self._by_condition(part) if self.methods.conditions and len(part) > 1 else [part]
        if self.methods.suffix:
            for part in left:
                if len(part) > 1:
                    self._by_suffix(part)

    def _by_names(self, bucket: list[str], base: Mapping[str, Rendered]) -> list[list[str]]:
        shape = [block for _, blocks in [base[each] for each in bucket] for block in blocks]
        longest = max((len(block.people) for block in shape), default=0)
        least = min((block.shown for block in shape), default=0)
        by_cite = self.methods.given and self.methods.rule == "by-cite"
        settled: list[list[str]] = []
        open_parts = [bucket]
        first = True
        for count in range(least, longest + 1):
            if not first and not self.methods.names:
                break
            next_parts: list[list[str]] = []
            for part in open_parts:
                if not first and not _tells(part, count, base):
                    next_parts.append(part)  # one more name that all of them share tells nothing
                    continue
                split = self._step(part, count, first=first, by_cite=by_cite, base=base)
                settled += [each for each in split if len(each) == 1]
                next_parts += [each for each in split if len(each) > 1]
            open_parts, first = next_parts, False
            if not open_parts:
                break
        return settled + open_parts

    def _step(
        self, part: list[str], count: int, *, first: bool, by_cite: bool, base: Mapping[str, Rendered]
    ) -> list[list[str]]:
        """Shows names up to a count, and fills them out, where that parts the items; what does not help is undone."""
        states = {each: self._trial(each).copy() for each in part}
        if not first:
            for each in part:
                for number, block in enumerate(base[each][1]):
                    if len(block.people) >= count > block.shown:
                        states[each].names[number] = count
        looks = self.looks(part, states)
        best = len(_buckets(part, looks))
        start = best
        if by_cite:
            best, looks = self._fill_out(part, states, looks, best, count=count, first=first, base=base)
        if best > 1 or (first and start > 1):
            for each in part:
                self.state[each] = states[each]
                self.trials.pop(each, None)
        else:
            for each in part:
                self.trials[each] = states[each]
            return [part]
        return _buckets(part, looks)

    def _trial(self, item: str) -> Disambiguation:
        return self.trials.get(item) or self.of(item)

    def _fill_out(  # noqa: PLR0913
        self,
        part: list[str],
        states: dict[str, Disambiguation],
        looks: dict[str, str],
        best: int,
        *,
        count: int,
        first: bool,
        base: Mapping[str, Rendered],
    ) -> tuple[int, dict[str, str]]:
        levels = (FULL,) if self.methods.initialize_with is None else (INITIALS, FULL)
        places = self._places(part, count, first=first, base=base)
        for place in places:
            for level in levels:
                if best == len(part):
                    return best, looks
                if not _parts_at(place, _buckets(part, looks), base):
                    break
                trial = {each: state.copy() for each, state in states.items()}
                for each in part:
                    if _has(base[each][1], place):
                        trial[each].given[place] = level
                new = self.looks(part, trial)
                found = len(_buckets(part, new))
                if found > best:
                    best, looks = found, new
                    states.update(trial)
        return best, looks

    def _places(
        self, part: list[str], count: int, *, first: bool, base: Mapping[str, Rendered]
    ) -> list[tuple[int, int]]:
        found = set()
        for each in part:
            for number, block in enumerate(base[each][1]):
                shown = min(max(block.shown, 0 if first else count), len(block.people))
                found |= {(number, at) for at in range(shown)}
        return sorted(found)

    def _by_condition(self, part: list[str]) -> list[list[str]]:
        for count in range(1, self.methods.conditions + 1):
            states = {each: self.of(each).copy() for each in part}
            for state in states.values():
                state.condition = count
            split = _buckets(part, self.looks(part, states))
            if len(split) > 1:
                self.state.update(states)
                return [each for bucket in split for each in (self._further(bucket, count))]
        return [part]

    def _further(self, bucket: list[str], count: int) -> list[list[str]]:
        """What is still alike goes on with more conditions."""
        if len(bucket) == 1 or count == self.methods.conditions:
            return [bucket]
        return self._by_condition(bucket)

    def _by_suffix(self, part: list[str]) -> None:
        for number, each in enumerate(part):
            state = self.of(each).copy()
            state.suffix = letters(number)
            self.state[each] = state


def letters(number: int) -> str:
    """The year suffix of the item with this number, from 0: ``a`` to ``z``, ``aa`` and so on."""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def _tells(part: list[str], count: int, base: Mapping[str, Rendered]) -> bool:
    """Whether a name more can part these: they differ in it, or in whether it is the last."""
    found = {
        tuple((block.people[count - 1 : count], count < len(block.people)) for block in base[each][1]) for each in part
    }
    return len(found) > 1


def _parts_at(place: tuple[int, int], buckets: list[list[str]], base: Mapping[str, Rendered]) -> bool:
    """Whether the given name at a place can part items that still look alike."""
    number, at = place
    for bucket in buckets:
        people = {base[each][1][number].people[at : at + 1] if number < len(base[each][1]) else () for each in bucket}
        if len(people) > 1:
            return True
    return False


def _has(blocks: list[Block], place: tuple[int, int]) -> bool:
    return place[0] < len(blocks) and place[1] < len(blocks[place[0]].people)


def _levels(base: Mapping[str, Rendered], methods: Methods) -> dict[Person, int]:
    """How full each person's given name must be to tell them from all others of the same family name."""
    groups: dict[tuple[str, str], dict[str, list[Person]]] = {}
    for _, blocks in base.values():
        for person in _people(blocks, methods):
            if person.literal:
                continue
            named = groups.setdefault((person.particle + person.dropping, person.family), {})
            named.setdefault(_bare(person.given), []).append(person)
    mark = methods.initialize_with
    levels: dict[Person, int] = {}
    for named in groups.values():
        if len(named) < 2:
            continue
        short: dict[str, int] = {}
        for given in named:
            first = _initials_of(named[given][0].given, mark)
            short[first] = short.get(first, 0) + 1
        for people in named.values():
            alone = short[_initials_of(people[0].given, mark)] == 1
            level = INITIALS if alone else FULL
            if mark is None:
                level = FULL
            if methods.rule.endswith("with-initials"):
                level = INITIALS if alone else SHORT
            levels.update(dict.fromkeys(people, level))
    return levels


def _bare(given: str) -> str:
    return given.replace(" ", "").replace(".", "").casefold()


def _initials_of(given: str, mark: str | None) -> str:
    return initials(given, mark or ".")


def _people(blocks: list[Block], methods: Methods) -> Iterable[Person]:
    if methods.rule.startswith("primary"):
        return blocks[0].people[:1] if blocks else ()
    return [person for block in blocks for person in block.people]


def _given(blocks: list[Block], levels: Mapping[Person, int], methods: Methods) -> dict[tuple[int, int], int]:
    found = {}
    for number, block in enumerate(blocks):
        for at, person in enumerate(block.people):
            if methods.rule.startswith("primary") and (number or at):
                break
            if levels.get(person):
                found[number, at] = levels[person]
    return found
