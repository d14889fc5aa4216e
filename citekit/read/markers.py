"""Numbers in running text that may mark a note, scored one by one."""

from __future__ import annotations

import re

from citekit.read.candidates import Candidate, Part
from citekit.read.digits import CIRCLED, RAISED, value
from citekit.read.lines import Lines

LEAST = 0.0
"""A candidate needs a score above this."""

_NUMBER = re.compile(rf"[0-9{RAISED}{CIRCLED}]+")
_QUOTES = "”’\"'»›“"
_CLOSING = '”’»›"'
_STOPS = ".,;!?…。，；！？、"
_BRACKETS = ")]）］〕】》」』"
_ABBREVIATED = re.compile(
    r"(?:(?:(?<!\w)(?:pp?|nos?|vols?|arts?|chs?|secs?|figs?|tab|bd|nr|ss?|rn|rz|abs|nn?|cap|paras?|col|fol|ff?|cf|v|ed|st|jg|"
    r"aufl|tom|lib|hs|anm|fn|c|ca|approx|u\.s|ver|reg|res|doc|cc?|t)\.?)|(?<!\w)(?:notes?|issue|pages?|articles?|"
    r"resolution|chapter|section|part|table|figure|protocol|volume|number|version|paragraph|annex|artikel|seite|"
    r"kapitel|figur|tabelle|mission|line|art\.\s\d+\sabs|world\swar|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)|[:\-–—/(§$€£¥#№=+<>~*])[\s\u00a0]*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d[.,;]$")
_WORD = re.compile(r"[^\W\d_]+$")
_AFTER = re.compile(r"[\s.,;:!?)\]”’\"'»…—–。，；：！？、）」』》]|$")
_RUNS_ON = re.compile(r"[.,:/\-–%°][0-9A-Za-z]|[%°‰/]|-")
_CAPITAL = re.compile(r"\s+[\"“‘«„(\[]?[A-ZÀ-ÖØ-ÞĀ-ɏА-Я]|\s*$|\s*\n\s*\n")
_LOOK = 24


def marker_candidates(lines: Lines) -> list[Candidate]:
    """Every number in the text that may mark a note, in order."""
    text = lines.text
    found = []
    for match in _NUMBER.finditer(text):
        if match.end() - match.start() <= 3:  # no year
            candidate = _candidate(text, match)
            if candidate:
                found.append(candidate)
    return found


def _candidate(text: str, match: re.Match[str]) -> Candidate | None:
    start, stop = match.span()
    before = text[start - 1 : start]
    if not before or before == "\n":
        return None
    digits = match[0]
    if not digits.isascii():
        return _sign(text, start, stop, digits)
    if digits[0] == "0":
        return None
    if before in "[(［（〔":
        return _bracketed(text, start - 1, stop + 1, digits)
    part = _plain(text, start, stop, before)
    return Candidate(int(digits), start, stop, "bare", (part,)) if part else None


def _sign(text: str, start: int, stop: int, digits: str) -> Candidate | None:
    """Raised and circled digits say themselves what they are, but not at the start of a line."""
    if not text[max(0, start - _LOOK) : start].rpartition("\n")[2].strip():
        return None
    raised = digits[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹"
    number = value(digits)
    exponent = raised and text[start - 1].isdigit()
    if not 0 < number < 1000 or exponent:
        return None
    return Candidate(number, start, stop, "raised" if raised else "circled", (("a raised or circled number", 1.7),))


def _plain(text: str, start: int, stop: int, before: str) -> Part | None:
    """A number without a sign of its own: what stands before and after it decides."""
    glued_on = text[stop : stop + 1]
    if not _AFTER.match(text, stop) and not (glued_on.isupper() and before in _STOPS + _CLOSING):
        return None
    if _RUNS_ON.match(text, stop):
        return None
    if before.isspace():
        return _after_blank(text, start, stop)
    if before in _QUOTES or before in _BRACKETS:
        return ("glued to a closing quote or bracket", 1.6)
    if before in _STOPS:
        return _after_stop(text, start)
    return _after_letter(text, start)


def counts_something(text: str, start: int) -> bool:
    """Whether the words before a number say what it is: a page, a volume, a paragraph, a sum."""
    return bool(_ABBREVIATED.search(text, max(0, start - _LOOK), start))


def _after_stop(text: str, start: int) -> Part | None:
    if text[start - 2 : start - 1].isdigit():
        return ("glued to a year and its stop", 0.7) if _YEAR.search(text, start - 6, start) else None
    if counts_something(text, start):
        return None
    return ("glued to punctuation", 1.6)


def _after_letter(text: str, start: int) -> Part | None:
    word = _WORD.search(text, max(0, start - _LOOK), start)
    if not word:
        return None
    letters = word[0]
    if letters[-1] > "\u2e80":
        return ("glued to a word", 0.3)
    if len(letters) < 3 or letters.lower() in {"art", "abs", "vol", "chap", "covid", "para", "sec", "nos"}:
        return None
    return ("glued to a word", 1.2 if letters[-1].islower() else 0.5)


def _after_blank(text: str, start: int, stop: int) -> Part | None:
    word = start - 1
    while word > 0 and text[word - 1].isspace():
        word -= 1
    if not word or "\n" in text[word:start]:
        return None
    last = text[word - 1]
    if last in _CLOSING:
        return ("after a closing quote and a blank", 1.4)
    if last in ".!?" and _CAPITAL.match(text, stop) and not counts_something(text, word):
        return ("after a full stop and a blank", 0.5)
    return None


def _bracketed(text: str, start: int, stop: int, digits: str) -> Candidate | None:
    """A number in brackets: a marker where it follows a word at once, an item of a list where a colon stands before."""
    if text[stop - 1 : stop] not in set(")]）］〕"):
        return None
    shape = "bracket" if text[start] in "[［〔" else "brace"
    before = text[start - 1 : start] if start else ""
    line = text[max(0, start - _LOOK) : start].rpartition("\n")[2].rstrip()
    if not line or line[-1] in ":–-" or (before.isdigit() and shape == "brace"):
        return None
    if not before.isspace():
        return Candidate(int(digits), start, stop, shape, (("in brackets, glued on", 1.3),))
    if shape == "brace" and not re.match(r"\s*[.,;。，]|\s+[A-Z]|\s*$", text[stop : stop + 4]):
        return None
    return Candidate(int(digits), start, stop, shape, (("in brackets", 1.0 if shape == "bracket" else 0.4),))
