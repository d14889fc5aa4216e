"""Names to the value of a BibTeX name field, and back.

A person is ``Family, Given`` (``von Family, Jr, Given``), so that ``Zhao Lei`` is sorted under Zhao whatever the order
it was printed in. A body stands in braces. A part that the rules of BibTeX would read otherwise (a comma, ``and``, a
family name with a word in lower case) stands in braces too, and ``=`` always does, for biber reads ``family=Zhao``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from citekit.data import words
from citekit.language import is_pinyin
from citekit.model import Name
from citekit.write.latex import decode, encode, even
from citekit.write.record import Record

_LETTERS = r"[^\W\d_][\w.'’‘ʼ‐-]*"
_PLAIN = re.compile(rf"{_LETTERS}(?: {_LETTERS})*")
_EXTENDED = re.compile(r'"?(?:family|given|prefix|suffix)(?:-i)?\s*=', re.IGNORECASE)
_EQUALS = re.compile(r"(?<!\\)=")
"""The sign itself, and not the accent of ``\\={U}``."""
_PARTS = {
    *("family", "given", "prefix", "suffix", "family-i", "given-i", "prefix-i", "suffix-i"),
    *("useprefix", "sortingnamekeytemplatename", "uniquenametemplatename", "labelnametemplatename", "nametemplates"),
    *("uniquename", "noinherit", "nohashothers", "hash", "id"),
}
"""What an extended name may tell: parts and their initials, and options, which say nothing of the name."""

_SEPARATORS = {
    " and ": re.compile(" and ", re.IGNORECASE),
    ",": re.compile(","),
    " ": re.compile(" "),
}
_KEYWORDS = {"and", "others"}


def names_value(names: Iterable[Name], *, latex: bool = False) -> str:
    """The value of a name field; a name of which nothing is known is left out, "others" ends a list as it is."""
    values = [value for name in names if (value := _value(name, latex=latex))]
    if values[1:] and values[-1] == "{others}":
        values[-1] = "others"
    return " and ".join(values)


def _value(name: Name, *, latex: bool) -> str:
    literal = even(name.literal)
    if literal or not even(name.given):
        family = f"{name.particle} {name.family}".strip() or name.given or name.translated or name.original
        if not literal and _is_family(even(family)) and " " not in even(family):
            return _escaped(family, latex=latex)
        return _braced(literal or family, latex=latex)
    return _person(name, latex=latex)


def _person(name: Name, *, latex: bool) -> str:
    family = even(name.family) or even(name.particle)
    particle = even(name.particle) if even(name.family) else ""
    if particle and not _is_particle(particle):
        family, particle = f"{particle} {family}", ""
    last = _escaped(family, latex=latex) if _is_family(family) else _braced(family, latex=latex)
    rest = [part for part in (name.suffix, name.given) if even(part)]
    if not family or any("," in part for part in (family, *rest)):  # biber counts commas inside braces too
        return _braced(", ".join(filter(None, (family, *rest))), latex=latex)
    return ", ".join([f"{particle} {last}".strip(), *(_part(part, latex=latex) for part in rest)])


def _part(text: str, *, latex: bool) -> str:
    plain = even(text)
    simple = _PLAIN.fullmatch(plain) and not _KEYWORDS & set(plain.casefold().split())
    return _escaped(plain, latex=latex) if simple else _braced(plain, latex=latex)


def _braced(text: str, *, latex: bool) -> str:
    value = _escaped(text, latex=latex)
    return f"{{{value}}}" if value else ""


def _escaped(text: str, *, latex: bool) -> str:
    return _EQUALS.sub("{=}", encode(text, latex=latex))


def _is_family(text: str) -> bool:
    """Whether BibTeX takes each word for a part of the family name: none begins in lower case."""
    small = any(word[0].islower() for word in text.split(" ") if word)
    return bool(_PLAIN.fullmatch(text)) and not small and text.casefold() not in _KEYWORDS


def _is_particle(text: str) -> bool:
    words = text.split(" ")
    return bool(_PLAIN.fullmatch(text)) and all(word[0].islower() for word in words) and not _KEYWORDS & set(words)


def has_names(names: Iterable[Name]) -> bool:
    """Whether a name field would have a value."""
    return any(name.family[:1].isalpha() or name.literal[:1].isalpha() for name in names) or bool(names_value(names))


def read_names(value: str) -> Record:
    """The names of a name field, numbered, as records: ``{"1": {"family": "Zhao", "given": "Lei", …}}``."""
    found = [dict(name) for part in _split(value, " and ") if (name := _read(part))]
    return {str(number): name for number, name in enumerate(found, 1)}


@lru_cache(maxsize=65536)  # who wrote one work wrote others
def _read(value: str) -> Record:
    text = value.strip()
    if _is_braced(text):
        return _filled(literal=decode(text), order="literal")
    if _EXTENDED.match(text) and (told := _read_extended(text)):
        return told
    parts = [part.strip() for part in _split(text, ",")]
    if len(parts) == 1:
        return _in_printed_order(text)
    particle, family = _von(parts[0])
    suffix = ", ".join(map(decode, parts[1:-1]))
    given = decode(parts[-1])
    return _filled(family=family, given=given, particle=particle, suffix=suffix, order=usual_order(family, given))


def _read_extended(text: str) -> Record:
    """``family=Zhao, given={Lei}, prefix=van, useprefix=true``, biber's extended format; {} when it is not that."""
    told: dict[str, str] = {}
    for part in _split(text, ","):
        name, sign, value = part.strip().strip('"').partition("=")
        if not sign:
            return {}
        told[name.strip().casefold()] = decode(value.strip())
    family, given, prefix, suffix = (told.get(part, "") for part in ("family", "given", "prefix", "suffix"))
    if not (family or given) or not told.keys() <= _PARTS:
        return {}
    order = usual_order(family, given) if given else ""
    return _filled(family=family, given=given, particle=prefix, suffix=suffix, order=order)


def usual_order(family: str, given: str) -> str:
    """The order such a name is usually printed in, which a .bib file does not tell: Chinese names family first."""
    if not (family and given):
        return "inverted"
    chinese = family.casefold() in words("surnames-zh.txt") and all(map(is_pinyin, given.split()))
    return "family-first" if chinese else "given-first"


def _in_printed_order(text: str) -> Record:
    """``Katsumi Ishizuka``, ``Ludwig van Beethoven``: the last word is the family, small words before it particles."""
    if text in _KEYWORDS:
        return _filled(literal=text)
    words = [word for word in _split(text.replace("~", " "), " ") if word]
    small = [number for number, word in enumerate(words[:-1]) if _is_small(word)]
    cut = small[0] if small else len(words) - 1
    particle, family = _von(" ".join(words[cut:]))
    order = "given-first" if cut > 0 else ""
    return _filled(family=family, given=decode(" ".join(words[:cut])), particle=particle, order=order)


def _von(text: str) -> tuple[str, str]:
    words = [word for word in _split(text, " ") if word]
    small = [number for number, word in enumerate(words[:-1]) if _is_small(word)]
    cut = small[-1] + 1 if small else 0
    return decode(" ".join(words[:cut])), decode(" ".join(words[cut:]))


def _is_small(word: str) -> bool:
    """Whether a word begins in lower case as BibTeX sees it: of what is in braces only a command's letter counts."""
    if word[0] not in "{\\":
        return word[0].islower()
    return word.lstrip("{")[:1] == "\\" and word[:2] != "{{" and decode(word)[:1].islower()


def _split(text: str, separator: str) -> list[str]:
    """The pieces of a value between separators that stand outside braces."""
    if "{" not in text and "}" not in text:
        return _SEPARATORS[separator].split(text)
    pieces, start, done, depth = [], 0, 0, 0
    for found in _SEPARATORS[separator].finditer(text):
        depth += text.count("{", done, found.start()) - text.count("}", done, found.start())
        done = found.start()
        if depth == 0:
            pieces.append(text[start:done])
            start = found.end()
    return [*pieces, text[start:]]


def _is_braced(text: str) -> bool:
    """Whether the brace that opens a text is closed by the one that ends it."""
    if not text.startswith("{"):
        return False
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at == len(text) - 1
    return False


def _filled(**values: str) -> Record:
    return {key: value for key, value in values.items() if value}
