"""Note ids as a reader writes them: ``71–72, 75, 77–81``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def ranges(ids: Sequence[str]) -> str:
    """Note ids with runs drawn together; the series of ``"2:8"`` is kept: ``2:8–2:10``."""
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in _runs(ids))


def _runs(ids: Iterable[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for identity in ids:
        if found and _follows(found[-1][1], identity):
            found[-1] = (found[-1][0], identity)
        else:
            found.append((identity, identity))
    return found


def _follows(left: str, right: str) -> bool:
    (series, _, number), (other, _, following) = left.rpartition(":"), right.rpartition(":")
    return series == other and number.isdecimal() and following.isdecimal() and int(following) == int(number) + 1
