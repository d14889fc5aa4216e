"""Names in a stretch of text: what looks like a person, what like a body, and where one name of a list ends."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.data import words
from citekit.language import is_english_word, is_pinyin, script

_INITIAL = r"(?:[^\W\d_](?:-[^\W\d_])?\.)"
_INITIALS = rf"(?:{_INITIAL}(?:[\s-]?{_INITIAL})*)"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|du|dos|la|le|ten|ter|zu|zur|al-|el-|bin|ibn|af|av)"
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_CAPITAL = rf"(?:[dDlLO]['’])?{_UPPER}[\w’'‐-]*"
_WORD = rf"(?:{_CAPITAL}|{_INITIALS}|{_PARTICLE}(?=\s))"
_PERSON = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,5}}(?:,?\s+(?:Jr|Sr|II|III|IV)\.?)?")
_INVERTED = re.compile(
    rf"(?:{_PARTICLE}\s+)?{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}},\s*(?:{_INITIALS}|(?:{_INITIAL}[\s-]?)*[^\W\d_]|{_CAPITAL}(?:\s+(?:{_CAPITAL}|{_INITIALS})){{0,3}})"
    rf"(?:\s+{_PARTICLE})?"
)
_BARE_INITIALS = re.compile(rf"{_CAPITAL}(?: {_CAPITAL})?,?\s+[A-Z]{{1,3}}")
_AND = re.compile(r"\s*(?:,\s*)?(?:\band\b|\bund\b|\bet\b(?!\s+al)|\be\b|\by\b|&|;|／|/|、|\bwith\b)\s*")
_SPLIT_MARK = re.compile(r"\s*(?:[,;]?\s+(?:and|und|et(?!\s+al)|y|e)\s+|,?\s*&\s*|;\s*|\s*/\s*|、|，\s*)")
_ET_AL = re.compile(r"[,;]?\s*(?:et\s+al\.?|and\s+others|u\.\s?a\.|等)\s*$", re.IGNORECASE)
_ARTICLES = frozenset({"The", "A", "An", "Der", "Die", "Das", "Le", "La", "Les", "Il", "Lo", "Gli", "El", "Los", "Las"})


@lru_cache(maxsize=16384)
def is_person(text: str) -> bool:
    """Whether a stretch looks like one person: two to five capitalised words, initials or particles, no title words."""
    plain = _ET_AL.sub("", text.strip())
    if script(plain) in ("zh-Hans", "zh-Hant", "ja", "ko"):
        return len(plain) <= 12 and not re.search(r"[《》“”「」:：]", plain)
    if _INVERTED.fullmatch(plain) or _BARE_INITIALS.fullmatch(plain):
        return not is_body(plain) and not _titled(plain)
    if not _PERSON.fullmatch(plain) or is_body(plain):
        return False
    tokens = plain.replace(".", ". ").split()
    if not 2 <= len(tokens) <= 6:
        return False
    if any(re.fullmatch(r"[^\W\d_]\.", token) for token in tokens):
        return True
    return sum(is_english_word(token) and not _given(token) for token in tokens) == 0 or _given(tokens[0])


def _titled(inverted: str) -> bool:
    """What follows the comma is a title and no given name: "Polanyi, The Great Transformation"."""
    after = inverted.partition(",")[2].split()
    known = [is_english_word(token) and not _given(token) for token in after if len(token) > 2]
    return len(after) > 1 and (after[0] in _ARTICLES or sum(known) > len(after) / 2)


def _given(token: str) -> bool:
    plain = token.casefold()
    return plain in words("given-western.txt") or plain in words("given-ja.txt")


@lru_cache(maxsize=16384)
def is_body(text: str) -> bool:
    """Whether a stretch names a corporate body: one of its words is of the trade (Ministry, Weiyuanhui, Institut)."""
    tokens = re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text)
    if not tokens or not (tokens[0][:1].isupper() or script(text)):
        return False
    if len(tokens) > 16 or re.search(r"(?<![\w.])[^\W\d_]\.\s|[^\W\d_]{3,}\.\s", text):
        return False
    plain = [token.casefold() for token in tokens]
    if len(tokens) == 1 and _OFFICE.search(plain[0]):
        return True
    if any(token in words("body-words.txt") for token in plain):
        lower = [token for token in tokens if token[0].islower() and token.casefold() not in _JOINING]
        return len(lower) <= 1
    return any(token.endswith(_BODY_ENDINGS) for token in plain) and len(tokens) > 1


_OFFICE = re.compile(r"[a-z]{3,}-(?:cho|chō|sho|shō|kai|kyoku|iinkai)$")
_JOINING = frozenset("of the for on and in de des du der die und für di e of to la el del she dui yu".split())
_BODY_ENDINGS = ("weiyuanhui", "bangongshi", "yanjiusuo", "chubanshe", "ministerium", "gesellschaft", "kenkyūjo")


def is_names(text: str) -> bool:
    """Whether a stretch is a list of names and nothing else: ``Zhong Longbiao and Wang Jun``, ``Feest/Blankenburg``."""
    plain = _ET_AL.sub("", text.strip(" ,."))
    if not plain:
        return False
    return (
        is_person(plain)
        or is_body(plain)
        or all(is_person(part) or is_body(part) or _lone_surname(part) for part in split_names(plain))
    )


def _lone_surname(text: str) -> bool:
    return bool(re.fullmatch(_CAPITAL + rf"(?:\s+{_CAPITAL})?", text.strip())) and not is_english_word(text.strip())


def split_names(text: str) -> list[str]:
    """The names of a list, in order and as printed."""
    return [text[start:end] for start, end in name_spans(text)]


def name_spans(text: str) -> list[tuple[int, int]]:
    """Where each name of a list stands: ``Pagallo, G., & Haussler, D.`` are two, so are ``J. Smith, P. Jones``.

    A comma parts two names unless what follows it is the given name or initials of the name before. The name of a
    body is never cut at its own "and" or comma.
    """
    if is_body(text) and not _INVERTED.match(text):
        return [(0, len(text))]
    end = len(text)
    tail = _ET_AL.search(text)
    if tail:
        end = tail.start()
    pieces = _cut(text, 0, end, _SPLIT_MARK)
    return [span for start, stop in pieces for span in _comma_spans(text, start, stop)]


def _cut(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    spans, position = [], start
    for match in pattern.finditer(text, start, end):
        if match.start() > position:
            spans.append((position, match.start()))
        position = match.end()
    if position < end:
        spans.append((position, end))
    return spans


_COMMA = re.compile(r",\s*")
_GIVEN_ONLY = re.compile(
    rf"(?:{_INITIALS}(?:\s+{_CAPITAL})?|{_CAPITAL}(?:\s+{_INITIALS})?|[A-Z]{{1,3}})(?:\s+{_PARTICLE})?\.?"
)
_STRICT_INITIALS = re.compile(rf"(?:{_INITIAL}[\s-]?)*[^\W\d_]\.?|[A-Z]{{1,3}}")


def _comma_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split at commas, then join "Family" with the "Given" after it."""
    parts = _cut(text, start, end, _COMMA)
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(parts):
        first = text[slice(*parts[index])]
        after = text[slice(*parts[index + 1])] if index + 1 < len(parts) else ""
        if after and _takes_given(first, after):
            spans.append((parts[index][0], parts[index + 1][1]))
            index += 2
        else:
            spans.append(parts[index])
            index += 1
    return spans


def _takes_given(first: str, after: str) -> bool:
    """Whether a piece is a family name and the next its given name."""
    if re.fullmatch(r"(?:Jr|Sr|II|III)\.?", after.strip()):
        return True
    family = re.fullmatch(rf"(?:{_PARTICLE}\s+)*{_CAPITAL}(?:\s{_CAPITAL})?", first.strip())
    if family and _STRICT_INITIALS.fullmatch(after.strip()):
        return True
    if not family or not _GIVEN_ONLY.fullmatch(after.strip()):
        return bool(family) and bool(_INVERTED.fullmatch(f"{first}, {after}")) and " " not in first.strip()
    return " " not in first.strip() or _given(after.strip().split()[0])


_LEADING = re.compile(
    rf"(?:(?:{_PARTICLE}\s+)*{_CAPITAL}(?:\s{_CAPITAL})?(?:,\s*{_INITIALS}|\s+{_INITIAL}(?:[\s-]?{_INITIAL})+|\s+{_INITIAL}(?=[,;:])|,?\s+[A-Z]{{1,3}}(?=[,:;]))"
    rf"(?:\s*[,;]?\s*(?:and|und|et|&)\s+|\s*[,;]\s*)?|et\s+al\.,?\s*)+"
)


def leading_names(text: str, start: int, end: int) -> int:
    """Where names with initials end that open an entry without a stop of their own: ``Hadzilacos, V. Issues of …``.

    ``start`` when the stretch does not open so, or nothing but names follows.
    """
    match = _LEADING.match(text, start, end)
    if not match or not re.match(r"\s*[:.]?\s*[^\W\d_a-z][^\W\d_]+", text[match.end() : end]):
        return start
    return match.end() if text[match.end() - 1] not in ",;" or text[match.end() : end].strip() else start


def looks_pinyin_name(text: str) -> bool:
    """Whether a name is two or three pinyin words, capitalised: ``Zhao Lei``, ``Ouyang Wei``."""
    tokens = text.split()
    return 2 <= len(tokens) <= 3 and all(token[:1].isupper() and is_pinyin(token) for token in tokens)
