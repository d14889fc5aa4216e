"""Short forms of works that a library has in full: ``Geiger, Vorstudien zu einer Soziologie`` in a note.

What prints an author, the beginning of a title and at most a year fits an entry whose title begins so, with that author
and no other year. Two words of a title that fit one entry of the library alone tell it; one word may be of many works.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from citekit.dedupe.comparison import Comparison, Found, Part
from citekit.dedupe.consensus import Pair
from citekit.dedupe.record import NOWHERE, UNPAGED, Record
from citekit.dedupe.say import numbers, people

FIELD = "short form"
"""The field of the part that says so."""
SURE = 1.5
"""Its weight where the words are enough to tell a work by, and the authors are the same to the letter."""

_START = 6  # letters by which titles are first held together
_CUT = 20  # letters after which a title may break off within a word, as in a torn note


def is_short(one: Record) -> bool:
    """Whether a record has an author, a title that does not recur, and nothing else but a date."""
    said = (one.publisher, one.volume, one.issue, one.edition, one.doi, one.pmid, one.isbn, one.symbol, one.url)
    bare = not any(said) and one.pages == UNPAGED and (one.container == NOWHERE or not one.container.keys)
    return bare and bool(one.people and one.title.main) and not one.title.recurring and not one.title.marker


def starts_of(new: Iterable[Record]) -> frozenset[str]:
    """How the titles of the short forms among records begin."""
    return frozenset(one.title.main.letters[:_START] for one in new if is_short(one))


def begins(one: Record, starts: Collection[str]) -> bool:
    """Whether a title of a record begins so."""
    return any(face.letters[:_START] in starts for face in (one.title.main, one.title.translation) if face)


def short_forms(old: Sequence[Record], new: Sequence[Record]) -> Iterator[Comparison]:
    """The records of a library, each with a new one that is a short form of it; those of the library count first."""
    starts = starts_of(new)
    there = [(place, one) for place, one in enumerate(old) if starts and begins(one, starts)]
    for number, short in enumerate(new, len(old)):
        if is_short(short):
            for place, one in there:
                parts = _fit(one, short)
                if parts:
                    yield Comparison(place, number, "look", round(sum(part.weight for part in parts), 2), parts)


def _fit(one: Record, short: Record) -> tuple[Part, ...]:
    """What is to be said of a record and its short form; nothing where it is none."""
    titled = any(_is_beginning(short, face.words, face.letters) for face in (one.title.main, one.title.translation))
    if not titled or one.title.marker:
        return ()
    told = (*people.say(one, short), *numbers.say_date(one, short))
    if not any(part.field == "author" for part in told) or any(part.weight <= 0 for part in told):
        return ()
    sure = len(short.title.main.words) > 1 and any(part.weight >= SURE for part in told)
    return (Part(FIELD, SURE if sure else 0.5, "the title begins so"), *told)


def _is_beginning(short: Record, words: Sequence[str], letters: str) -> bool:
    own = short.title.main.letters
    if len(own) >= len(letters) or not letters.startswith(own):
        return False
    return len(own) >= _CUT or own in accumulate(words)


def with_short_forms(found: Found, shorts: Iterable[Comparison], different: Collection[Pair]) -> Found:
    """What was found, and the short forms: a part more in a pair that is told to be alike, or a pair more.

    Nothing is added to what is the same already, to what something forbids to be, or to what was decided.
    """
    told = {(pair.first, pair.second): pair for pair in found.pairs}
    for short in shorts:
        pair = (short.first, short.second)
        known = told.get(pair)
        if known is None and pair not in different:
            told[pair] = short
        elif known and known.verdict == "look" and not known.relation and not any(part.veto for part in known.parts):
            told[pair] = known._replace(parts=(*known.parts, short.parts[0]))
    return Found(found.clusters, tuple(told[pair] for pair in sorted(told)))
