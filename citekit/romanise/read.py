"""The strict pinyin reader: a printed word → its syllables with spans and tones, or where it fails and what it may be.

Sources of the rules: ISO 7098:2015 and GB/T 16159-2012 (apostrophe before a, e, o; ü; the retroflex r).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise, product

from citekit.language.pinyin import divide
from citekit.model import Span
from citekit.romanise.fail import explain
from citekit.romanise.letters import letters
from citekit.romanise.pieces import Piece, pieces
from citekit.romanise.spell import recase, regular_syllable
from citekit.romanise.word import Oddity, Part, Word

_CANDIDATES = 8


@lru_cache(maxsize=65536)
def read_word(printed: str) -> Word:
    """Read one word strictly.

    >>> read_word("Di’erpi").syllables
    ('di', 'er', 'pi')
    >>> read_word("lienheguo").fails, read_word("lienheguo").candidates
    ((0, 4), ('lianheguo',))

    The empty word, and one without a letter, is no pinyin and fails as a whole. A loan (``PKO``) is no pinyin either,
    but fails nowhere.
    """
    cut = pieces(letters(printed))
    if any(piece.kind == "letters" and not _readable(piece, printed) for piece in cut):
        return _no_pinyin(printed, cut)
    parts = tuple(part for piece in cut for part in _parts(piece, printed))
    if not any(part.kind in {"syllable", "loan"} for part in parts):
        return Word(printed, fails=(0, len(printed)))
    return Word(printed, parts, tuple(_oddities(printed, parts)))


def _is_loan(piece: Piece, printed: str) -> bool:
    """Whether a piece is an abbreviation taken over as it is: capitals alone, and no pinyin (PKO, WTO)."""
    text = printed[piece.start : piece.end]
    return text.isupper() and text.isascii() and not divide(piece.signs)


def _readable(piece: Piece, printed: str) -> bool:
    return bool(_syllable_parts(piece)) or _is_loan(piece, printed)


def _parts(piece: Piece, printed: str) -> tuple[Part, ...]:
    if piece.kind == "letters":
        loan = Part("loan", piece.start, piece.end, printed[piece.start : piece.end])
        return _syllable_parts(piece) or (loan,)
    text = {"apostrophe": "'", "hyphen": "-"}.get(piece.kind, printed[piece.start : piece.end])
    kind = piece.kind
    if kind == "number":
        return (Part("number", piece.start, piece.end, text),)
    return (Part("apostrophe" if kind == "apostrophe" else "hyphen", piece.start, piece.end, text),)


def _syllable_parts(piece: Piece) -> tuple[Part, ...]:
    """The syllables of a piece with spans and tones; empty where tone digits stand inside a syllable."""
    parts, at = [], 0
    for syllable in divide(piece.signs):
        run = []
        for sign in syllable:
            if piece.letters[at].sign != sign:
                return ()
            run.append(piece.letters[at])
            at += 1
        tone = next((letter.tone for letter in run if letter.tone), None)
        if at < len(piece.letters) and piece.letters[at].sign.isdigit():
            run.append(piece.letters[at])
            tone = int(piece.letters[at].sign) or 5
            at += 1
        parts.append(Part("syllable", run[0].start, run[-1].end, regular_syllable(syllable), tone))
    return tuple(parts) if at == len(piece.letters) else ()


def _oddities(printed: str, parts: tuple[Part, ...]) -> Iterator[Oddity]:
    for left, right in pairwise(parts):
        if left.kind == "apostrophe" and right.kind == "syllable" and right.text[0] not in "aeo":
            yield Oddity("apostrophe-wrong", left.start, left.end)
    if parts[0].kind == "apostrophe" or parts[-1].kind == "apostrophe":
        edge = parts[0] if parts[0].kind == "apostrophe" else parts[-1]
        yield Oddity("apostrophe-wrong", edge.start, edge.end)
    for part in parts:
        text = printed[part.start : part.end]
        if part.kind == "apostrophe" and text not in "'’":
            yield Oddity("apostrophe-glyph", part.start, part.end)
        if part.kind == "syllable":
            yield from _syllable_oddities(part, text)


def _syllable_oddities(part: Part, text: str) -> Iterator[Oddity]:
    plain = text.casefold()
    if "v" in plain or "u:" in plain or plain.startswith(("lue", "nue")):
        yield Oddity("umlaut", part.start, part.end)
    if part.tone:
        yield Oddity("tone-digits" if text[-1].isdigit() else "tone-marks", part.start, part.end)


def _no_pinyin(printed: str, cut: tuple[Piece, ...]) -> Word:
    """The word with the place where it fails first, what that may be, and what the whole word may be then."""
    choices: list[tuple[str, ...]] = []
    oddities: list[Oddity] = []
    spots: list[Span] = []
    for piece in cut:
        if piece.kind != "letters" or _readable(piece, printed):
            choices.append(("".join(part.text for part in _parts(piece, printed)),))
            continue
        slip = explain(piece.signs)
        signs = [letter for letter in piece.letters if not letter.sign.isdigit()]
        spots.append((signs[slip.start].start, signs[slip.end - 1].end))
        choices.append(slip.spellings)
        if slip.kind:
            oddities.append(Oddity(slip.kind, *spots[-1]))
    joined = islice(("".join(choice) for choice in product(*choices)), _CANDIDATES)
    return Word(printed, (), tuple(oddities), spots[0], tuple(recase(word, printed) for word in joined))
