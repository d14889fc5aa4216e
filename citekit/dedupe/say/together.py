"""What fields say together: a place in a volume outweighs a title; a short or recurring title bears no conflict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from citekit.dedupe.comparison import Part
from citekit.dedupe.record import Record
from citekit.dedupe.say.title import fullness

_PLACES = ("volume", "issue", "pages", "date", "container")
_SHORT = 0.84  # what a title of thirty letters carries; on other pages it is another work's
_AGAINST = -0.2
_NUMBERED = 0.7  # what pages of one number say, whatever letter one of them has
_YEAR = 0.8  # what a year in common says; a day says more
_AT_MOST = 6.5  # what a place in a volume makes good of unlike titles


def say(left: Record, right: Record, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that the parts of the single fields lead to."""
    by: defaultdict[str, float] = defaultdict(float)
    for part in parts:
        by[part.field] += part.weight
    if by["title"] < -1.5:
        yield from _outweighed(left, right, by, vetoed=any(part.veto for part in parts))
    if by["doi"] <= 0 and by["pmid"] <= 0:
        yield from _conflicts(left, right, by)


def _outweighed(left: Record, right: Record, by: Mapping[str, float], *, vetoed: bool) -> Iterator[Part]:
    """Titles that are unlike, in another language or abridged, of what is one by its identifier or its place."""
    placed = by["volume"] > 0 and by["pages"] > _NUMBERED and by["author"] > 1.5
    if by["symbol"] > 0:
        yield Part("title", -by["title"], "the document symbol outweighs the title")
    elif by["doi"] > 0 or by["pmid"] > 0:
        yield Part("title", -by["title"] - 1.5, "the identifier outweighs the title")
    elif placed and not vetoed and _is_long(left) and _is_long(right):
        yield Part("title", min(_AT_MOST, -by["title"]), "volume, pages and authors outweigh the title")


def _goes_on(one: Record, other: Record) -> bool:
    """Whether a title is the beginning of another, and nothing tells that a subtitle or the rest was left out."""
    short, long = one.title, other.title
    whole = short.cut or not short.main or short.main.letters == long.head
    return not whole and short.main != long.main and long.main.letters.startswith(short.main.letters)


def _has_number(one: Record) -> bool:
    """Whether an article has a number in place of pages, as a review of Cochrane in all its years: ``CD001269``."""
    return one.pages.first is not None and bool(one.pages.first[0])


def _is_long(one: Record) -> bool:
    """Whether an article has pages enough to be no note among others on its page."""
    first = one.pages.first
    return first is not None and one.pages.last - first[1] >= 2


def _conflicts(left: Record, right: Record, by: Mapping[str, float]) -> Iterator[Part]:
    """Places that differ: one is enough for a recurring title, pages for a short one, two weigh more than each."""
    recurring = left.title.recurring or right.title.recurring
    other_year = bool(left.year and right.year) and left.year != right.year
    placed = any(by[field] > 0 for field in ("volume", "issue", "pages", "url"))
    against = [field for field in _PLACES if by[field] < _AGAINST]
    if recurring and other_year:
        against.append("date")
    if not placed and (against or recurring):
        yield from _unplaced(left, right, by, other_year=other_year, recurring=recurring and not against)
    elif other_year and by["date"] < _AGAINST and by["volume"] <= 0 and _has_number(left) and _has_number(right):
        yield Part("date", -1.5, "another year of what keeps its number", veto=True)
    if recurring and against:
        yield Part("title", -3.0, f"a recurring title, and another {against[0]}", veto=True)
    elif "pages" in against and fullness(left.title, right.title) < _SHORT:
        yield Part("pages", -1.0, "a short title on other pages", veto=True)
    elif len(against) > 1 and {"pages", "volume"} & {*against}:
        yield Part("pages", -1.5, f"{' and '.join(against)} differ together")


def _unplaced(
    left: Record, right: Record, by: Mapping[str, float], *, other_year: bool, recurring: bool
) -> Iterator[Part]:
    """What weighs more where no volume, issue or page is in common."""
    if recurring and by["title"] > 0 and by["date"] <= _YEAR and by["symbol"] <= 0:
        if "chapter" not in {left.type, right.type}:
            yield Part("title", -1.0, "a recurring title, and no volume or page in common", veto=True)
    elif other_year and by["date"] < _AGAINST:
        yield Part("date", -1.5, "another year, and no place in common", veto=by["container"] >= 0)
    elif other_year and by["container"] < _AGAINST:
        yield Part("date", -2.0, "the next year, and another container", veto=True)
    elif other_year and fullness(left.title, right.title) < 1:
        yield Part("date", -1.0, "the next year, for a short title", veto=True)
    elif by["container"] < _AGAINST <= by["pages"] < 0:
        yield Part("pages", -1.0, "another container, and pages counted otherwise", veto=True)
    elif by["container"] < _AGAINST and (_goes_on(left, right) or _goes_on(right, left)):
        yield Part("title", -1.0, "a longer title, in another container", veto=True)
