"""Numbers at line starts that may open a note, scored one by one."""

from __future__ import annotations

import re

from citekit.read.candidates import Candidate, Part
from citekit.read.forms import Form, form_at
from citekit.read.furniture import CAPTION, HEAD
from citekit.read.genre import ends_sentence, is_cited, starts_lower
from citekit.read.layout import Layout

LEAST = -1.0
"""A candidate with a lower score is none; one below 0 needs its marker beside it."""

_FORBIDDEN = re.compile(r"[,;/%°′″~=+*<>]")
_OPENER = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏΑ-ΩА-Я\"“”„«‘’'‹(\[《「『〈（§]|[^\W\d_a-zß-öø-ÿ]")
_NOTE_WORD = re.compile(
    r"(?:see|cf|ibid|ibidem|id|idem|op|quoted|cited|e\.g|i\.e|vgl|siehe|s|so|ebd|ebenda|zit|zum|nach|dazu|voir|v|loc|cit"
    r"|supra|infra|per|de|von|van|der|den|du|di|da|del|della|dos|des|al-|el-|ad|http|www|doi|arts?|p|pp|vol|no|nr"
    r"|ders|dies|compare|accord|but\ssee|voy|vid|véase|vedi|zie|por|sobre|sul|sur|par)\b",
)
_NUMBERED = re.compile(r"(?:1[4-9]|20)\d\d(?:[a-z]?\s[^\W\d_a-z]|\s?nian|年)|\d{1,3}\s[A-Z]")
_MONTH = re.compile(
    r"(?:Jan(?:uary?)?|Feb(?:ruary?)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?"
    r"|Nov(?:ember)?|De[cz](?:ember)?|Jän(?:ner)?|Januar|Februar|März|Mai|Juni|Juli|janv(?:ier)?|févr(?:ier)?|mars|avril"
    r"|mai|juin|juil(?:let)?|août|octobre|décembre|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre"
    r"|ottobre|dicembre|enero|febrero|abril|mayo|junio|julio|septiembre|octubre|noviembre|diciembre)"
    r"\.?,?(?:$|\s+(?:\d|[a-z]))"
)
_UNIT = re.compile(
    r"[年月日号號世个個名人万萬亿%％‰°]|(?:per\s?cent|percent|million|billion|Uhr|Mio|Mrd|km|kg|a\.m|p\.m)\b"
)


def label_candidates(layout: Layout) -> list[Candidate]:
    """Every line start that may be a note's label, in order."""
    lines, kinds = layout.lines, layout.furniture.kinds
    found = []
    for row, (start, tail) in enumerate(zip(lines.heads, lines.tails, strict=True)):
        if start < tail and kinds.get(row) not in {HEAD, CAPTION}:
            form = form_at(lines.text, start, tail)
            candidate = _candidate(layout, row, form) if form else None
            if candidate and candidate.score > LEAST:
                found.append(candidate)
    return found


def _candidate(layout: Layout, row: int, form: Form) -> Candidate | None:
    lines = layout.lines
    place, words, words_row = "glued" if form.glued else "line", form.words, row
    if words == lines.tails[row]:
        words_row = lines.after(row)
        if words_row == len(lines) or (layout.marks.feeds and layout.marks.between(row, words_row)):
            return None  # a page number
        place, words = "alone", lines.heads[words_row]
    said = follower(lines.text, words, place, form.shape)
    if not said:
        return None
    cited = is_cited(lines.text[words : lines.tails[words_row]])
    parts = [
        ("a number opens the line", 1.0),
        said,
        *_against(lines.text, words, place, form),
        _before(layout, row),
    ]
    parts += [("the line looks like a citation", 0.3)] * cited
    start = lines.heads[row]
    return Candidate(form.number, start, form.stop, form.shape, tuple(parts), cited, form.ocr, place)


def follower(text: str, words: int, place: str, shape: str) -> Part | None:
    """What the first sign after a number says for its being a label; None where it rules that out."""
    if _FORBIDDEN.match(text, words):
        return None
    if _OPENER.match(text, words):
        return ("a capital, quote or bracket follows", 1.0)
    if place == "glued" and shape in {"bare", "word"}:
        return None
    if _NOTE_WORD.match(text, words):
        return ("a word of notes follows", 0.3)
    if starts_lower(text, words):
        return ("lower case follows", -2.2)
    if _NUMBERED.match(text, words):
        return ("a year or volume follows", -0.5)
    return ("a digit or sign follows", -1.5)


def _against(text: str, words: int, place: str, form: Form) -> list[Part]:
    """What speaks against a label."""
    parts: list[Part] = []
    if place == "alone":
        parts.append(("the number stands alone on its line", -0.6))
    if place == "glued":
        parts.append(("the number is glued to the text", -0.5))
    if form.ocr:
        parts.append(("letters read as digits", -1.0))
    if form.shape in {"bare", "dot"} and (_MONTH.match(text, words) or _UNIT.match(text, words)):
        parts.append(("a month or a unit follows", -2.0))
    if 1400 <= form.number <= 2100:
        parts.append(("it looks like a year", -2.0))
    return parts


def _before(layout: Layout, row: int) -> Part:
    """What stands before the line."""
    lines = layout.lines
    before = lines.before(row)
    if before < 0:
        return ("it opens the text", 0.4)
    if before < row - 1 or before in layout.furniture.kinds:
        return ("a blank line or furniture stands before", 0.4)
    if ends_sentence(lines.text, lines.tails[before]):
        return ("the line before ends a sentence", 0.3)
    return ("the line before is unfinished", -0.9)
