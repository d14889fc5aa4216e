"""Labels of notes: the number that a label says, and the label that a word processor makes of a number."""

from __future__ import annotations

import re
import unicodedata

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_SYMBOLS = "*†‡§"
_MOST = 100_000
_DRESS = re.compile(
    r"^(?:notes?|anm(?:erkung|\.)?|fn\.?|n\.)\s*(?=\d)|[\s()\[\]{}（）［］〔〕【】.,:;^]+", re.IGNORECASE
)
_LABEL = re.compile(r"\d{1,5}|[*∗⁎†‡§¶‖#☆★]{1,6}|[a-z]{1,2}|[ivxlc]{1,8}", re.IGNORECASE)


def bare(label: str) -> str:
    """A label without brackets and stops: ``[12]``, ``12.``, ``Note 12``, ``¹²`` are all ``12``."""
    return _DRESS.sub("", unicodedata.normalize("NFKC", label))


def is_label(text: str) -> bool:
    """Whether a short text can be the label of a note: a number, a letter or two, a Roman number, stars and daggers."""
    return len(text) <= 16 and bool(_LABEL.fullmatch(bare(text)))


def numbers(labels: list[str]) -> list[int | None]:
    """The numbers that the labels of one document say; letters are numbers only where they count as Roman ones do."""
    plain = [bare(label).casefold() for label in labels]
    letters = list(dict.fromkeys(label for label in plain if label.isalpha()))
    roman = {letters[at]: at + 1 for at in range(len(letters)) if letters[at] == _roman(at + 1)}
    counted = roman if len(roman) == len(letters) else {}
    return [int(label) if label.isdecimal() and label != "0" else counted.get(label) for label in plain]


def formatted(number: int, form: str) -> str:
    """A number in one of the forms of ECMA-376 (``ST_NumberFormat``, 17.18.59); in digits in any that is not known."""
    if not 0 < number < _MOST:
        return str(number)
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    if form in ("lowerLetter", "upperLetter"):
        letter = "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form == "chicago":
        return _SYMBOLS[(number - 1) % 4] * ((number - 1) // 4 + 1)
    return str(number)


def _roman(number: int) -> str:
    digits = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        digits.append(sign * count)
    return "".join(digits)
