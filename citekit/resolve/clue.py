"""What the words of one citation say about where it points: the kind of word, note numbers, names before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from citekit.model import Citation, Name
from citekit.resolve.words import Number, Word, back_words, belongs, is_back_word, may_bracket, note_numbers

_MASKED = ("title", "title_translation", "title_original", "publisher", "series")
_STRONG = frozenset({"ibid", "op-cit", "loc-cit", "supra", "infra"})
_LETTERS = re.compile(r"[^\W\d_]{2}|[⺀-\U0003ffff]")
_IMPRINT = ("publisher", "place", "date", "container")
_PAGE_BEFORE = re.compile(r"\d\s*[(（\[]?\s*$")


@dataclass(frozen=True, slots=True)
class Clue:
    """A word that points back and what stands around it.

    ``kind`` is ``ibid``, ``idem``, ``op-cit``, ``loc-cit``, ``supra``, ``infra``, or empty where no such word stands;
    ``in_container`` tells that it stands in the container's place; ``same_author`` that a word such as ``ders.``
    takes the author from before; ``names`` and ``head`` are the names and the other words that come before it.
    """

    kind: str = ""
    start: int = 0
    numbers: tuple[int, ...] = ()
    in_container: bool = False
    same_author: bool = False
    names: tuple[Name, ...] = ()
    head: str = ""
    between: str = ""


def stretch(citation: Citation, name: str) -> tuple[int, int] | None:
    """Where a field's words stand in the citation's raw text, or None."""
    entry = citation.fields.get(name)
    if entry is None:
        return None
    span, size = entry.evidence.span, len(citation.raw)
    if span and citation.span[0] <= span[0] < span[1] <= citation.span[0] + size:
        return span[0] - citation.span[0], span[1] - citation.span[0]
    at = citation.raw.find(entry.value) if isinstance(entry.value, str) and entry.value else -1
    return None if at < 0 else (at, at + len(citation.text(name)))


def masked(citation: Citation) -> str:
    """The raw text with titles and publishers blotted out: a word in them points nowhere."""
    text = citation.raw
    for name in _MASKED:
        place = stretch(citation, name)
        if place and not is_back_word(text[place[0] : place[1]]):
            text = text[: place[0]] + "\x01" * (place[1] - place[0]) + text[place[1] :]
    return text


def authors(citation: Citation) -> tuple[Name, ...]:
    """The authors, or else the editors, that are printed as names and not as ``ders.``."""
    for role in ("author", "editor"):
        names = tuple(name for name in citation.names(role) if not is_back_word(name.display))
        if names:
            return names
    return ()


def _numbers_for(text: str, words: list[Word], numbers: tuple[Number, ...]) -> tuple[int, ...]:
    for word in words:
        for number in numbers:
            if word.kind not in {"ibid", "id"} and belongs(text, word, number):
                return number.numbers
    return ()


def _alone(text: str, number: Number) -> bool:
    """``Smith (n 8) 45``; not ``15 (Fn 69)``, which is a note on page 15 of the thing cited."""
    return number.bracketed and not _PAGE_BEFORE.search(text[: number.start])


def _useful(citation: Citation, text: str, words: tuple[Word, ...], numbers: tuple[Number, ...]) -> list[Word]:
    """The words that count: ``above`` beside a number only, ``id.`` and ``cit.`` where the reader saw them too."""
    useful = []
    for word in words:
        beside = any(belongs(text, word, number) for number in numbers)
        if word.kind in {"above", "below"}:
            if beside:
                useful.append(Word(word.start, word.end, "supra" if word.kind == "above" else "infra"))
        elif word.kind in _STRONG or citation.form == "ibid" or (word.start == 0 and word.kind != "cit"):
            useful.append(word)
    return useful


def _kind(citation: Citation, word: Word) -> str:
    """``id.`` before a title or an imprint means the same author, else the citation before; ``cit.`` means op. cit."""
    title = stretch(citation, "title")
    if word.kind == "id":
        another = (title and title[0] > word.start) or any(citation.text(name) for name in _IMPRINT)
        return "idem" if another else "ibid"
    return "op-cit" if word.kind == "cit" else word.kind


def read_clue(citation: Citation) -> Clue:
    """What points back in a citation's words, titles left out."""
    text = masked(citation)
    printed = back_words(text)
    numbers = note_numbers(text) if printed or may_bracket(text) else ()
    words = _useful(citation, text, printed, numbers)
    alone = next((number for number in numbers if _alone(text, number)), None)
    if not words and alone is None:
        return Clue()
    if not words and alone is not None:
        return _describe(citation, text, Word(alone.start, alone.end, "supra"), alone.numbers, same_author=False)
    kinds = [_kind(citation, word) for word in words]
    deciding = next((n for n, kind in enumerate(kinds) if kind != "idem"), 0)
    word = Word(words[deciding].start, words[deciding].end, kinds[deciding])
    found = _numbers_for(text, words, numbers) or (alone.numbers if alone and word.kind != "ibid" else ())
    return _describe(citation, text, word, found, same_author="idem" in kinds)


def _names_before(citation: Citation, word: Word) -> tuple[Name, ...]:
    """The names printed before the word; of ``Freire (n. 16)``, read as one name, what stands before the bracket."""
    head = citation.raw[: word.start]
    names = (replace(name, literal=_before_words(name.literal)) for name in authors(citation))
    printed = (name for name in names if (main := name.family or name.literal) and main in head)
    return tuple(name for name in printed if _LETTERS.search(name.display))


def _before_words(text: str) -> str:
    starts = [word.start for word in back_words(text)] + [n.start for n in note_numbers(text) if n.opened]
    return text[: min(starts)].rstrip(" ,;(") if starts else text


def _describe(citation: Citation, text: str, word: Word, numbers: tuple[int, ...], *, same_author: bool) -> Clue:
    container, title = stretch(citation, "container"), stretch(citation, "title")
    return Clue(
        kind=word.kind,
        start=word.start,
        numbers=numbers,
        in_container=bool(container and container[0] <= word.start < container[1]),
        same_author=same_author,
        names=_names_before(citation, word),
        head=text[: word.start].strip(" ,;:.(\x01"),
        between=citation.raw[title[1] : word.start] if title and title[1] <= word.start else "",
    )
