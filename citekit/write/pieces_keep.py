"""A library written back into the text it was read from, record by record: what did not change keeps its own text.

So does what cannot be read. A record whose work has changed is written anew in its place, that of a work that is gone
is taken out, a new one stands behind the last.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from citekit.model import Library, Span, Work
from citekit.write.kept_works import matched
from citekit.write.record import record


@dataclass(frozen=True, slots=True)
class Form:
    """What a format has to say of its texts.

    ``read`` gives the works of a text; ``places`` the stretch of each of them, what parts it from the next one included
    (``gone``, to be taken out with it) or not (``own``). ``write`` gives the text of a work, as it stands at an offset;
    ``append`` puts texts behind the last record.
    """

    read: Callable[[str], Sequence[Work]]
    places: Callable[[str], Sequence[Record]]
    write: Callable[[str, Work], str]
    append: Callable[[str, Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Record:
    """Where the record of a work stands, what goes when it goes, and what stands in it that is nobody's and stays."""

    own: Span
    gone: Span
    stray: str = ""


def keep(form: Form, library: Library) -> str:
    """The text of the library's document with the works as they are now; to the byte where none has changed."""
    text = library.document.text
    old = form.read(text)
    if tuple(old) == library.works:
        return text
    now, new = matched(old, library.works)
    draft = _written(form, text, old, now, new, frozenset())
    # a record may have been read by what stood beside it: then it is written with all it has
    places = [place for place, work in enumerate(now) if work]
    wanted = [work for work in now if work]
    both = zip(places, wanted, form.read(draft), strict=False)
    wrong = frozenset(place for place, want, got in both if want != got and record(want) != record(got))
    return _written(form, text, old, now, new, wrong) if wrong else draft


def _written(  # noqa: PLR0913, PLR0917 - the text, and what has become of it
    form: Form,
    text: str,
    old: Sequence[Work],
    now: Sequence[Work | None],
    new: Sequence[Work],
    anew: Collection[int],
) -> str:
    """The text with its records as they are now; those at the places ``anew`` are written whatever they were."""
    pieces, at = [], 0
    for place, (where, before, work) in enumerate(zip(form.places(text), old, now, strict=True)):
        if work == before and place not in anew:
            continue
        start, end = where.own if work else where.gone
        start = max(start, at)
        pieces += [text[at:start], form.write(text, work) if work else "", where.stray]
        at = max(end, at)
    whole = "".join([*pieces, text[at:]])
    return form.append(whole, [form.write(text, work) for work in new]) if new else whole
