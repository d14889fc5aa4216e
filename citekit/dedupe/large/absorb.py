"""One cluster of rows → the row they become: from which row each cell is taken, and what the others bring.

The rules are those of :mod:`citekit.dedupe.combine`. What it says of values is said of cells: a cell whose text is not
in the merged row, whatever the reason, stands in the column ``merged`` with the row it is from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from citekit.dedupe.combine import ALIASES, Change, How, Member, combine
from citekit.dedupe.large.cells import FACED, Row
from citekit.dedupe.large.layout import KEY, Column, Layout
from citekit.dedupe.lists import is_joined
from citekit.dedupe.values import told
from citekit.model import Work


class Brought(NamedTuple):
    """What a row brings: how it is kept (:class:`citekit.dedupe.combine.Change`), the column, the value, the row."""

    how: How
    field: str
    value: str
    row: int


@dataclass(frozen=True, slots=True)
class Absorbed:
    """A merged row: the work; for each place of a column the row whose cell it is, or a cell that is made new.

    Rows are indices of those that were given.
    """

    work: Work
    picks: Mapping[int, int]
    made: Mapping[int, Any]
    brought: tuple[Brought, ...]


def absorbed(rows: Sequence[Row], ranked: Sequence[int], reserved: Collection[str], layout: Layout) -> Absorbed:
    """The row that the first of the ranked rows leads; a key in ``reserved`` belongs to another work."""
    work, changes = combine([Member(rows[at].work, str(at), rows[at].values) for at in ranked], reserved)
    held = _Held(rows, ranked, layout)
    for change in changes:
        held.note(change, work)
    for column in layout.columns:
        if column.listed:
            held.join(column, reserved)
    return Absorbed(work, held.picks, held.made, tuple(held.brought()))


class _Held:
    """The merged row as it comes to be."""

    def __init__(self, rows: Sequence[Row], ranked: Sequence[int], layout: Layout) -> None:
        self._rows, self._ranked, self._layout = rows, ranked, layout
        self._homes = {column.label: column for column in layout.columns if not column.listed}
        self._said: dict[int, dict[int, tuple[How, str]]] = {}
        self._beside: set[tuple[int, str]] = set()
        self._aliases: dict[int, str] = {}
        self.picks: dict[int, int] = {}
        self.made: dict[int, Any] = {}

    def note(self, change: Change, work: Work) -> None:
        """Take what was done with a value over to the cells."""
        row, home = int(change.source), self._homes.get(change.field)
        if change.how == "alias":
            self._aliases[row] = change.value
        elif change.how == "beside":
            self._beside.add((row, change.field))
        elif home and change.how == "filled":
            self._fill(home, change.value, row)
        if home and home.text and change.how in {"joined", "alias"}:
            self.made[home.place] = getattr(work, home.where[0])[home.where[1]]
            if change.how == "joined":
                self._say(row, home, "joined", change.value)

    def _fill(self, home: Column, value: str, row: int) -> None:
        """A cell of the same column, or the text of another one: of a title in characters beside one that is read."""
        if home.where in self._rows[row].values and told(self._rows[row].values[home.where]) == value:
            self.picks[home.place] = row
        elif home.text:
            self.made[home.place] = value
        else:
            return
        self._say(row, home, "filled", value)

    def _say(self, row: int, column: Column, how: How, value: str) -> None:
        self._said.setdefault(row, {})[column.place] = (how, value)

    def join(self, column: Column, reserved: Collection[str]) -> None:
        """Put what lists have one beside the other into one, further keys into that of them."""
        place = column.place
        lead, *others = self._ranked
        whole = list(self._rows[lead].lists[place])
        for row in others:
            fresh = [item for item in dict.fromkeys(self._rows[row].lists[place]) if item not in whole]
            if fresh:
                self._say(row, column, "joined" if whole else "filled", "; ".join(fresh))
                whole += fresh
            if column.where == ALIASES and (key := self._further(row, reserved)):
                if key in whole:
                    self._aliases.pop(row, None)
                else:
                    self._aliases[row] = key
                    whole.append(key)
        if len(whole) > len(self._rows[lead].lists[place]):
            self.made[place] = whole

    def _further(self, row: int, reserved: Collection[str]) -> str:
        """The key of a row that becomes a further one: in a list it may have commas."""
        key = self._rows[row].work.key
        if (row, "key") in self._beside and key not in reserved:
            self._beside.discard((row, "key"))
            return key
        return self._aliases.get(row, "")

    def brought(self) -> Iterator[Brought]:
        """What each row brings, in the order in which they were taken in."""
        ids = self._layout.schema.names[self._layout.ids]
        finals = self._finals()
        for row in self._ranked:
            texts, said = self._rows[row].texts, self._said.get(row, {})
            for column in self._layout.columns:
                place = column.place
                if place in said and self._stands(place, row, *said[place]):
                    yield Brought(said[place][0], column.name, said[place][1], row)
                text = texts.get(place)
                if text and text != finals.get(place) and not self._is_kept(column, row, text.strip(), finals):
                    yield Brought("beside", column.name, text, row)
            if row in self._aliases:
                yield Brought("alias", ids, self._aliases[row], row)

    def _finals(self) -> dict[int, str]:
        """The text of each cell of the merged row."""
        finals = dict(self._rows[self._ranked[0]].texts)
        finals |= {place: self._rows[row].texts[place] for place, row in self.picks.items()}
        return finals | {place: cell for place, cell in self.made.items() if isinstance(cell, str)}

    def _stands(self, place: int, row: int, how: How, value: str) -> bool:
        """Whether what a row brought is still there: a fuller date may have come after it."""
        made = self.made.get(place)
        return how == "joined" or row == self.picks.get(place) or value == made or isinstance(made, list)

    def _is_kept(self, column: Column, row: int, text: str, finals: Mapping[int, str]) -> bool:
        """Whether the text of a cell, which is not that of the merged row, can be found there."""
        if column.where == KEY or (column.text and is_joined(*column.where)):
            return (row, column.label) not in self._beside
        section, face = column.where
        places = [column.place]
        if section in FACED and face == "main":  # it may stand as another face
            places = [other.place for other in self._homes.values() if other.where[0] == section]
        return any(text == finals.get(place, "").strip() for place in places)
