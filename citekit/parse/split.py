"""A note cut into citations, signals and commentary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from citekit.language.trim import trim_white
from citekit.parse.authoryear import find_author_years
from citekit.parse.backwords import find_back_words
from citekit.parse.boundaries import boundaries
from citekit.parse.dates import find_dates
from citekit.parse.entry import is_entry
from citekit.parse.evidence import Proof, find_proof, imprint_bracket, is_short_title, title_quote
from citekit.parse.links import LEAD_IN, find_urls
from citekit.parse.names import is_body, is_names, leading_names
from citekit.parse.prose import is_prose
from citekit.parse.signals import inner_signals, opening_signal
from citekit.parse.structure import Enclosure, Structure

_CONTINUES = re.compile(
    r"\s*\(?(?:available|accessed|retrieved|last\s+(?:accessed|visited)|https?://|www\.|doi\b|isbn\b|issn\b|online\b|reprint|verfügbar|abrufbar|"
    r"trans(?:lated|\.)\s|print\.|web\.|no\.\s*\d|vol\.\s*\d|pp?\.\s*\d)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[,;]?\s+(?:and|as well as|und|sowie|et|e|y)\s+(?=[^\W\d_a-z]|[“‘«„])")
_AND = re.compile(r"(?:and|und|sowie|et|as well as)\s+(?=[^\W\d_a-z]|[“‘«„])")
_MOST_SIGNALS = 24  # of one statement; more stand in no note, only in damaged text
_AFTER_COMMA = re.compile(r",\s+(?=[^\W\d_a-z])")
_LEAD_IN = re.compile(r"(?:^|\s)(?:in|by|from|of|is|are|and|bei|von|nach|auf|dans|par|di|da)\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a note: ``citation``, ``signal`` or ``commentary``; what is between segments is punctuation."""

    kind: str
    start: int
    end: int
    rule: str = ""
    entry: bool = False
    nested: bool = False


def split(structure: Structure, start: int = 0, *, line: bool = False) -> list[Segment]:
    """Cut a note into its segments, in order and disjoint.

    A statement with proof of a citation becomes one; words before its authors are commentary, a word that introduces
    it is its signal; a statement without proof is commentary, and citations in brackets inside it are taken out. A
    ``line`` of a list is one citation when its statements have but one date among them and none is prose.
    """
    end = len(structure.text)
    if is_entry(structure, start, end) or (line and _is_one_entry(structure, start, end)):
        return [Segment("citation", *trim_white(structure.text, start, end), "entry", entry=True)]
    segments: list[Segment] = []
    for begin, stop in _statements(structure, start, end):
        segments.extend(_read(structure, begin, stop))
    return segments


def _is_one_entry(structure: Structure, start: int, end: int) -> bool:
    text, spans = structure.text, _statements(structure, start, end)
    if len(spans) < 2 or any(opening_signal(text, *span) or inner_signals(text, *span) for span in spans):
        return False
    if any(is_prose(text[slice(*span)]) or find_back_words(text, *span) for span in spans):
        return False
    if any(is_short_title(text, *trim_white(text, *span)) for span in spans[1:]):
        return False
    return sum(bool(find_dates(text, *span) and find_proof(structure, *span)) for span in spans) == 1


def structure_of(structure: Structure, segment: Segment) -> Structure:
    """The structure a citation is labelled in: its own when it stands inside a bracket of the note."""
    if not segment.nested:
        return structure
    return structure.within(segment.start, segment.end)


def _statements(structure: Structure, start: int, end: int) -> list[tuple[int, int]]:
    """The statements of a stretch; one that only goes on with the citation before it is joined to that."""
    text, cuts = structure.text, boundaries(structure, start, end)
    spans: list[tuple[int, int]] = []
    for begin, stop in zip(cuts, [*cuts[1:], end], strict=True):
        span = (begin, stop)
        if spans and (
            _goes_on(structure, spans[-1], span)
            or _only_names(text, *spans[-1])
            or _finishes(structure, spans[-1], span)
        ):
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((begin, stop))
    return spans


def _goes_on(structure: Structure, before: tuple[int, int], span: tuple[int, int]) -> bool:
    text = structure.text
    if not find_proof(structure, *before):
        return False
    stretch = text[slice(*span)]
    if _CONTINUES.match(stretch):
        return not is_prose(stretch) or bool(find_urls(text, *span))
    letters = re.sub(r"\W|\d", "", stretch)
    return len(letters) < 4 and bool(re.search(r"\d", stretch)) and not find_back_words(text, *span)


def _finishes(structure: Structure, before: tuple[int, int], span: tuple[int, int]) -> bool:
    """A statement that opens with names but is not complete goes on over the full stop inside its title or host.

    ``SAAD-DINIZ, Eduardo. Compliance e Lei Anticorrupção.`` + ``São Paulo: Saraiva, 2015``; ``F.W. Scharpf, Community
    and Autonomy.`` + ``Institutions …, Frankfurt: Campus, 2010``.
    """
    text = structure.text
    if text[before[1] - 1 : span[0] + 1].strip()[:1] == ";" or text[slice(*before)].rstrip()[-1:] == ";":
        return False
    signal = opening_signal(text, *before)
    start = signal[2] if signal else before[0]
    if before[1] - start > 300 or find_dates(text, start, before[1]) or is_prose(text[start : before[1]]):
        return False
    stretch = text[slice(*span)]
    if is_prose(stretch) or opening_signal(text, *span) or find_back_words(text, start, span[1]):
        return False
    head = re.split(r"[,(“‘\"«:]|\.\s", text[start : before[1]], maxsplit=1)[0]
    named = leading_names(text, start, before[1]) > start or (is_names(head) and " " in head.strip()) or head.isupper()
    return named and bool(find_dates(text, *span)) and not _opens_with_name(stretch)


def _only_names(text: str, start: int, end: int) -> bool:
    """Names such as "Smith, J.;" and "Zhao Lei." wait for what follows."""
    signal = opening_signal(text, start, end)
    stretch = text[signal[2] if signal else start : end].strip(" ;.,")
    return (
        len(stretch) < 200
        and ("," in stretch or " " in stretch)
        and not re.search(r"\d", stretch)
        and is_names(stretch)
        and not (find_back_words(text, start, end))
    )


def _read(structure: Structure, start: int, end: int) -> Iterator[Segment]:
    text = structure.text
    start, end = trim_white(text, start, end)
    if start >= end:
        return
    opening_and = _AND.match(text, start, end)
    if opening_and:
        start = opening_and.end()
    whole = next((b for b in structure.brackets(start, start + 1) if not text[b.end : end].strip(" .,;")), None)
    inner = _bracketed(structure, whole) if whole else []
    if inner:
        yield from inner
        return
    signal = opening_signal(text, start, end)
    if signal and signal[2] < end:
        yield Segment("signal", signal[0], signal[1])
        start = signal[2]
    middle = _inner_signal(structure, start, end)
    if middle:
        yield from _read(structure, start, middle[0])
        yield Segment("signal", middle[0], middle[1])
        yield from _read(structure, middle[2], end)
        return
    proof = find_proof(structure, start, end)
    if proof and proof.rule == "author-year":
        yield from _author_years(structure, start, end)
        return
    core = _core_start(structure, start, end, proof) if proof else end
    if core > start:
        yield from (
            _read(structure, start, core)
            if proof and find_proof(structure, start, core)
            else _commentary(structure, start, core)
        )
    if proof and core < end:
        second = _second_citation(structure, core, end)
        yield Segment("citation", core, second[0] if second else end, proof.rule)
        if second:
            yield from _read(structure, second[1], end)


def _second_citation(structure: Structure, start: int, end: int) -> tuple[int, int] | None:
    """Where the first citation of a statement ends and the second begins: ``…, pp. 1–15, and B, “Title,”``."""
    text = structure.text
    for match in _JOINED.finditer(text, start, end):
        if not structure.at_top(match.start()) or not find_dates(text, start, match.start()):
            continue
        quote = next(iter(structure.quotes(match.end(), end)), None)
        opens = bool(quote) and _names_and_gloss(text[match.end() : quote.start]) if quote else False
        bracketed = imprint_bracket(structure, match.end(), end) and _opens_with_name(text[match.end() : end])
        if (opens or bracketed) and (
            title_quote(structure, start, match.start()) or imprint_bracket(structure, start, match.start())
        ):
            return match.start(), match.end()
    return None


def _author_years(structure: Structure, start: int, end: int) -> Iterator[Segment]:
    """Each short reference by name and year is a citation; the words around them are commentary."""
    position = start
    for found in find_author_years(structure.text, start, end):
        if structure.text[position : found.start].strip(" ,;.("):
            yield Segment("commentary", *trim_white(structure.text, position, found.start))
        yield Segment("citation", found.start, found.end, "author-year")
        position = found.end
    if structure.text[position:end].strip(" ,;.)"):
        yield Segment("commentary", *trim_white(structure.text, position, end))


def _inner_signal(structure: Structure, start: int, end: int) -> tuple[int, int, int] | None:
    """A signal in mid-statement that a citation follows."""
    for signal in inner_signals(structure.text, start, end)[:_MOST_SIGNALS]:
        if structure.at_top(signal[0]) and signal[0] > start:
            if find_proof(structure, signal[2], end):
                return signal
            if signal[2] >= end - 1 and end in structure.gaps:
                return signal
    return None


def _core_start(structure: Structure, start: int, end: int, proof: Proof) -> int:
    """Where the citation in a statement begins, after the prose that leads into it."""
    text = structure.text
    if proof.rule == "title-quote":
        quote = title_quote(structure, start, end)
        return _before_title(text, start, quote) if quote else start
    if proof.rule in ("imprint", "law-tail"):
        head = text[start : proof.at]
        title = next(iter(structure.italics(start, proof.at)), None)
        if title and (_names_and_gloss(text[start : title.start]) or is_prose(text[start : title.start])):
            return _before_title(text, start, title)
        if not is_prose(head) and head[:1].isupper():
            return start
        leads = [match.end() for match in [*_LEAD_IN.finditer(head), *_AFTER_COMMA.finditer(head)]]
        return next((start + lead for lead in leads if _opens_with_name(head[lead:])), start)
    if proof.rule in ("symbol", "url", "back-word", "doi"):
        return _before_mark(text, start, proof.at)
    return start


def _before_title(text: str, start: int, quote: Enclosure) -> int:
    """Back over the names before a quoted title; prose before them stays outside."""
    head = text[start : quote.start]
    if (
        not head.strip()
        or _names_and_gloss(head)
        or find_back_words(text, start, start + len(head.rstrip(" ,"))) == [(start, start + len(head.rstrip(" ,")))]
    ):
        return start
    starts = [match.start() for match in re.finditer(r"(?<![\w’'.-])[^\W\d_a-z]", head)]
    for position in starts:
        if _names_and_gloss(head[position:]) and _follows_prose(head[:position]):
            return start + position
    return quote.start if is_prose(head) or head[:1].islower() or len(head.split()) > 8 else start


def _names_and_gloss(head: str) -> bool:
    """Names, the gloss of a body, and an editor's mark make up the whole head."""
    plain = re.sub(r"\([^()]*\)|,?\s*\(?eds?\.\)?(?=\s*,?\s*$)", "", head).strip(" ,:")
    return not plain or is_names(plain) or is_body(plain)


def _follows_prose(before: str) -> bool:
    tail = before.rstrip()
    return not tail or tail[-1] in ",:;.”)" or bool(re.search(r"(?:^|\s)[a-zà-ÿ]+$", tail))


def _opens_with_name(stretch: str) -> bool:
    first = re.split(r"[,(]", stretch, maxsplit=1)[0]
    return is_names(first)


def _before_mark(text: str, start: int, at: int) -> int:
    """Before an address, a symbol or a word that points back: the short head that belongs to it, or nothing."""
    head = text[start:at]
    if not is_prose(head) and (len(head.split()) <= 25 or LEAD_IN.search(head)):
        return start
    for match in re.finditer(r"(?<![\w’'.-])[^\W\d_a-z]", head):
        if is_names(head[match.start() :].strip(" ,")) and _follows_prose(head[: match.start()]):
            return start + match.start()
    return at


def _commentary(structure: Structure, start: int, end: int) -> Iterator[Segment]:
    """Commentary, with the citations that stand in brackets inside it taken out."""
    text, position = structure.text, start
    for bracket in structure.brackets(start, end):
        inner = _bracketed(structure, bracket) if bracket.end <= end else []
        if inner:
            yield Segment("commentary", position, inner[0].start)
            yield from inner
            position = inner[-1].end
    rest = trim_white(text, position, end)
    if rest[0] < rest[1]:
        yield Segment("commentary", *rest)


def _bracketed(structure: Structure, bracket: Enclosure) -> list[Segment]:
    """The segments of a bracket that holds a citation, read as a note of its own."""
    text, (begin, stop) = structure.text, bracket.inner
    if stop - begin < 10:
        return []
    inside = structure.within(begin, stop)
    opened = opening_signal(text, begin, stop)
    segments = [
        replace(segment, nested=True) for s, e in _statements(inside, begin, stop) for segment in _read(inside, s, e)
    ]
    strong = {"title-quote", "back-word", "imprint", "law-tail", "author-year"} if not opened else None
    if any(s.kind == "citation" and (strong is None or s.rule in strong) for s in segments):
        return segments
    return []
