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
    work, changes = combine([Member(rows[at].work, str(at)) for at in ranked], reserved)
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
        self._said: dict[tuple[int, int], tuple[How, str]] = {}
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
                self._said[row, home.place] = ("joined", change.value)

    def _fill(self, home: Column, value: str, row: int) -> None:
        """A cell of the same column, or the text of another one: of a title in characters beside one that is read."""
        if home.where in self._rows[row].values and told(self._rows[row].values[home.where]) == value:
            self.picks[home.place] = row
        elif home.text:
            self.made[home.place] = value
        else:
            return
        self._said[row, home.place] = ("filled", value)

    def join(self, column: Column, reserved: Collection[str]) -> None:
        """Put what lists have one beside the other into one, further keys into that of them."""
        place = column.place
        lead, *others = self._ranked
        whole = list(self._rows[lead].lists[place])
        for row in others:
            fresh = [item for item in dict.fromkeys(self._rows[row].lists[place]) if item not in whole]
            if fresh:
                self._said[row, place] = ("joined" if whole else "filled", "; ".join(fresh))
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
        for row in self._ranked:
            for column in self._layout.columns:
                if column.where == KEY:
                    if (row, "key") in self._beside:
                        yield Brought("beside", column.name, self._rows[row].work.key, row)
                    continue
                said = self._said.get((row, column.place))
                if said and (column.listed or self._stands(column, row, *said)):
                    yield Brought(said[0], column.name, said[1], row)
                if (text := self._rows[row].texts.get(column.place)) and not self._is_kept(column, row, text):
                    yield Brought("beside", column.name, text, row)
            if row in self._aliases:
                yield Brought("alias", self._layout.schema.names[self._layout.ids], self._aliases[row], row)

    def _stands(self, column: Column, row: int, how: How, value: str) -> bool:
        """Whether what a row brought is still there: a fuller date may have come after it."""
        return how == "joined" or self.picks.get(column.place) == row or self.made.get(column.place) == value

    def _is_kept(self, column: Column, row: int, text: str) -> bool:
        """Whether a cell can be found in the merged row."""
        if column.text and is_joined(*column.where):
            return (row, column.label) not in self._beside
        text = text.strip()
        return text == self._final(column) or any(
            text == self._final(other)
            for other in self._homes.values()
            if other.where[0] == column.where[0] and column.where[0] in FACED
        )

    def _final(self, column: Column) -> str:
        if column.place in self.made:
            return str(self.made[column.place]).strip()
        return self._rows[self.picks.get(column.place, self._ranked[0])].texts.get(column.place, "").strip()
