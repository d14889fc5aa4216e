"""How a label is printed: ``12``, ``12.``, ``[12]``, ``(12)``, ``¹²``, ``⑫``, ``注12``, ``Note 12``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.read.chain import MOST
from citekit.read.digits import CIRCLED, DIGITS, PLAIN, RAISED, misread, value

_FIRST = DIGITS | frozenset("lI|SBZ[(（［〔【^注Nn")
_LABEL = re.compile(
    rf"""
    (?P<open>\[\^?|[(（［〔【]|\^\{{?|注\s?|[Nn]otes?\s|[Nn]\.\s)?
    (?:(?P<digits>[{PLAIN}]{{1,4}}(?![lI|OoSBZ]{{1,2}}(?:[\s.)\]]|$))|[{RAISED}]{{1,4}}|[{CIRCLED}])|(?P<letters>[0-9lI|OoSBZ]{{1,3}}))
    (?P<close>\]:|[\])）］〕】}}.．、:：])?
    (?P<gap>\s*)
    """,
    re.VERBOSE,
)
_PAIRS = {"[": "]", "[^": "]", "(": ")", "（": "）", "［": "］", "〔": "〕", "【": "】", "^{": "}"}
_OPENED = {**dict.fromkeys(("[", "［", "〔", "【", "[^"), "bracket"), **dict.fromkeys(("(", "（"), "brace")}
_CLOSED = {**dict.fromkeys(".．、", "dot"), **dict.fromkeys(")）]］", "paren"), ":": "colon", "：": "colon"}


@dataclass(frozen=True, slots=True)
class Form:
    """A number as printed at the start of a line: its value, its end, where the words after it start, its dress.

    ``words`` is the end of the line where nothing follows; ``ocr`` tells that letters were taken for digits.
    """

    number: int
    stop: int
    words: int
    shape: str
    ocr: bool
    glued: bool


def form_at(text: str, start: int, tail: int) -> Form | None:
    """The label that may stand at ``start`` in a line that ends at ``tail``."""
    match = _LABEL.match(text, start, tail) if text[start] in _FIRST else None
    if not match or not _is_closed(match):
        return None
    number = value(match["digits"]) if match["digits"] else misread(match["letters"])
    if not 0 < number <= MOST or (match["letters"] == "I" and match["close"]):
        return None  # "I." is a Roman numeral
    glued = not match["close"] and not match["gap"] and match.end() < tail
    return Form(number, match.start("gap"), match.end(), _shape(match), bool(match["letters"]), glued)


def _is_closed(match: re.Match[str]) -> bool:
    """Whether a bracket that opens closes, too."""
    opened, close = match["open"] or "", match["close"] or ""
    return close.startswith(_PAIRS.get(opened, "")) and not (close == "}" and opened != "^{")


def _shape(match: re.Match[str]) -> str:
    if match["open"]:
        return _OPENED.get(match["open"], "word")
    digits = match["digits"] or "0"
    if not digits.isdecimal():
        return "raised" if digits.isdigit() and digits[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹" else "circled"
    return _CLOSED.get(match["close"] or "", "bare")
