"""What dates, volumes, issues, pages and editions say."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.dedupe.comparison import Part
from citekit.dedupe.record import Pages, Record

_BOOKS = frozenset({"book", "thesis", "report"})


def say_date(left: Record, right: Record) -> Iterator[Part]:
    """Years, and months and days where both have them; two days in a paper are two articles."""
    if not left.year or not right.year:
        return
    apart = abs(left.year - right.year)
    if apart:
        weight = 0.0 if apart == 1 else -0.8 if apart == 2 else -2.2
        if apart > 1 and left.type in _BOOKS and right.type in _BOOKS:
            yield Part("date", weight, f"{left.year} and {right.year}, as editions are", veto=True)
        elif left.day and right.day:
            yield Part("date", min(weight, -1.5), f"{_day(left)} and {_day(right)}", veto=True)
        else:
            yield Part("date", weight, f"{left.year} and {right.year}")
    elif left.month and right.month and left.month != right.month:
        yield _months(left, right)
    elif left.day and right.day:
        if left.day == right.day:
            yield Part("date", 1.5, "the same day")
        else:
            yield _months(left, right)
    else:
        yield Part("date", 0.8, "the same year" if not (left.month and right.month) else "the same month")


def _months(left: Record, right: Record) -> Part:
    placed = bool(left.volume and right.volume) or bool(left.doi and right.doi)
    if placed:
        return Part("date", 0.2, "the same year, another month")
    return Part("date", -1.5, f"{_day(left)} and {_day(right)}", veto=True)


def _day(one: Record) -> str:
    return "-".join(f"{part:02}" for part in (one.year, one.month, one.day) if part)


def say_volume(left: Record, right: Record) -> Iterator[Part]:
    """Volume, issue and edition."""
    if left.volume and right.volume:
        if left.volume == right.volume:
            yield Part("volume", 1.0, "the same")
        elif not any(one.volume == str(one.year) for one in (left, right)):  # some exports count volumes by years
            yield Part("volume", -1.4, f"{left.volume} and {right.volume}", veto=True)
    if left.issue and right.issue:
        if left.issue == right.issue:
            yield Part("issue", 0.3, "the same")
        else:
            alone = not (left.volume and right.volume)
            yield Part("issue", -1.0 if alone else -0.4, f"{left.issue} and {right.issue}", veto=alone)
    if left.edition and right.edition and left.edition != right.edition:
        yield Part("edition", -2.0, f"{left.edition} and {right.edition}", veto=True)


def say_pages(left: Record, right: Record) -> Iterator[Part]:
    """Pages: the first ones decide; a page that an export has mangled decides nothing."""
    ours, theirs = left.pages, right.pages
    if ours.tail or theirs.tail:
        if ours.last and theirs.last and _ends(ours.last, theirs.last):
            yield Part("pages", 0.6, "the same last page")
        return
    if ours.first is None or theirs.first is None:
        return
    if ours.first == theirs.first or _joined(ours, theirs) or _joined(theirs, ours):
        yield Part("pages", 1.6, "the same")
    elif ours.first[0] != theirs.first[0]:
        same = ours.first[1] == theirs.first[1]
        yield Part("pages", 0.8 if same else -0.2, "the same number" if same else "counted otherwise")
    elif _inside(ours, theirs) or _inside(theirs, ours):
        yield Part("pages", 0.5, "some of the same")
    elif ours.first[1] <= theirs.last and theirs.first[1] <= ours.last:
        yield Part("pages", -0.2, "they overlap")
    else:
        yield Part("pages", -1.6, f"{ours.first[1]} and {theirs.first[1]}")


def _joined(ours: Pages, theirs: Pages) -> bool:
    """Whether the hyphen of a range was lost on the way: ``148156``."""
    return (
        ours.first is not None and theirs.first is not None and str(ours.first[1]) == f"{theirs.first[1]}{theirs.last}"
    )


def _ends(one: int, other: int) -> bool:
    return str(one).endswith(str(other)) or str(other).endswith(str(one))


def _inside(inner: Pages, outer: Pages) -> bool:
    if inner.first is None or outer.first is None:
        return False
    return outer.first[1] <= inner.first[1] and inner.last <= outer.last
