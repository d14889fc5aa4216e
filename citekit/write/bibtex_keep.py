"""A library written back into the BibTeX text it was read from: what did not change keeps its own text, to the byte.

Comments, free text, ``@string`` and ``@preamble``, the order of entries and fields, line ends, braces and quotes stay
as they are. An entry whose work has changed is revised in its place (:mod:`citekit.write.bibtex_revise`), a work that
is gone takes its entry with it, a new one stands at the end.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TypeAlias

from citekit.model import Library, Span, Work
from citekit.write.bibtex import prepare, safe_keys
from citekit.write.bibtex_file import write_entries
from citekit.write.bibtex_revise import revised
from citekit.write.kept_works import matched
from citekit.write.load import Loaded, works_in
from citekit.write.record import record

_GAP = re.compile(r"[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))?")

_Pair: TypeAlias = tuple[Loaded, Work | None]
"""A work of the text, and what it is now."""


def keep_bibtex(library: Library, *, latex: bool = False) -> str:
    """The text of the library's document with the works as they are now.

    The document is one that :func:`citekit.write.load.load_bibtex` has read. With unchanged works its text comes out as
    it was. Reading what comes out gives the works of the library, those of the text first and in its order.
    """
    text = library.document.text
    loaded = list(works_in(text))
    if tuple(old.work for old in loaded) == library.works:
        return text
    now, new = matched([old.work for old in loaded], library.works)
    pairs = list(zip(loaded, now, strict=True))
    draft = _written(text, pairs, new, frozenset(), latex=latex)
    wanted = [work for work in now if work]
    if all(work and _same(work, old.work) for old, work in pairs) and not _asked(loaded) & _names(new):
        return draft
    read = [again.work for again in works_in(draft)]
    # an entry may have had from another what the other has no longer: then it is written with all it has
    places = [place for place, work in enumerate(now) if work]
    both = enumerate(zip_longest(wanted, read[: len(wanted)]))
    alone = frozenset(places[number] for number, (want, got) in both if not _same(want, got))
    return _written(text, pairs, new, alone, latex=latex) if alone else draft


def _asked(loaded: list[Loaded]) -> set[str]:
    """The keys of entries that others have fields from."""
    told = (old.fields.get(field, "") for old in loaded for field in ("crossref", "xdata"))
    return {key.strip() for keys in told for key in keys.split(",") if key}


def _names(works: list[Work]) -> set[str]:
    """The keys of works, former ones included."""
    return {key.strip() for work in works for key in (work.key, *work.extra.get("ids", "").split(","))}


def _same(work: Work | None, other: Work | None) -> bool:
    """Whether two works tell the same: equal, which is quickly seen, or but for empty values."""
    return work == other or (work is not None and other is not None and record(work) == record(other))


def _written(text: str, pairs: list[_Pair], new: list[Work], alone: frozenset[int], *, latex: bool) -> str:
    """The text with its entries as they are now; ``alone`` are the places of those that are to stand by themselves."""
    pieces, at = [], 0
    for place, (old, work) in enumerate(pairs):
        (start, end), told = _edit(text, old, work, latex=latex, alone=place in alone)
        pieces += [text[at:start], told]
        at = end
    keys = safe_keys(new, {old.cut.key for old, _ in pairs})
    fresh = [_fresh(work, key, text, latex=latex) for work, key in zip(new, keys, strict=True)]
    return _appended("".join([*pieces, text[at:]]), fresh, line_end(text))


def _edit(text: str, old: Loaded, work: Work | None, *, latex: bool, alone: bool) -> tuple[Span, str]:
    start, end = old.cut.span
    if work is None:
        gap = _GAP.match(text, end)
        return (start, gap.end() if gap else end), ""
    if alone:
        return (start, end), _fresh(work, old.cut.key, text, latex=latex)
    if _same(work, old.work):
        return (start, end), text[start:end]
    told = revised(text[start:end], old, work, latex=latex)
    return (start, end), told or _fresh(work, old.cut.key, text, latex=latex)


def _fresh(work: Work, key: str, text: str, *, latex: bool) -> str:
    (safe,) = safe_keys([work], set(), [key])
    return write_entries([prepare(work, safe, latex=latex)]).rstrip("\n").replace("\n", line_end(text))


def line_end(text: str) -> str:
    """How the text ends its lines."""
    return next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")


def _appended(text: str, fresh: list[str], line_end: str) -> str:
    if not fresh:
        return text
    before = text if not text or text.endswith(("\n", "\r")) else text + line_end
    space = line_end if before.strip("\ufeff \t\r\n") else ""
    return before + space + (line_end * 2).join(fresh) + line_end
