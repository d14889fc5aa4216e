"""Names of all makes → persons that can be compared: characters read, initials apart, lists in one string cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from html import unescape

from citekit.data import rows
from citekit.data import words as word_list
from citekit.dedupe.record import Person
from citekit.language.agree import bare, squeeze
from citekit.language.characters import HAN, read_name, reading
from citekit.language.cyrillic import latin
from citekit.language.wade_giles import is_foreign_to_pinyin, readings
from citekit.model import Name

_GAPS = re.compile(r"[\s_-]+")
_V = re.compile("(?<=^[ln])v(?=e?$)")
_OTHERS = frozenset({"others", "et al", "etal", "u a", "et alii", "等", "anonymous", "anon", "no author", "佚名"})
_APART = re.compile(r"[\s.-]+")
_INITIAL = re.compile(r"(?:^|\W)[^\W\d_]\.(?!\w\w)|\s[A-Z]{1,3}(?=[,;]|$)")
_LED = re.compile(
    r"[A-Z]{1,3}\s(?:(?:van|von|der|den|de|la|le|du|di|da|del|el|al|ter|ten)\s)*([^\W\d_][\w'’-]+)"
)  # initials before a family name, as a crawler prints them: ``PB Gibbons``
_CUT = re.compile(r"[,;\s]*(?:\bet\W{1,2}al\b\W*|[^,;]{0,40}(?:…|\.{3})\W*)$", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|&|und)\s", re.IGNORECASE)
_MOST = 5  # words of a person's name, and one more
_SMALL = frozenset("of the for and in van von de der den la le di da".split())
_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd", "eds", "ed", "editors", "editor", "hrsg"})
_PARTICLES = frozenset("van von der den de la le du di da del della dos el al bin ibn ter ten zu zur af av".split())


def _words(text: str) -> list[str]:
    """Words folded; initials that stand together (``JTM``, capitals as printed) come apart, ``Lv`` is ``Lü``."""
    found: list[str] = []
    for word in text.replace(".", " ").replace("-", " ").split():
        if word.isascii() and word.isalpha():
            even = word.lower()
            if word.isupper() and 1 < len(word) < 4:
                found.extend(even)
                continue
        else:
            even = _GAPS.sub("", bare(latin(word))).replace(" ", "")
        if even:
            found.append(_V.sub("u", even) if "v" in even else even)
    return found


@lru_cache(maxsize=16384)
def _family(text: str) -> str:
    """A family name's letters, particles and suffixes off; empty where there are none."""
    words = _words(text.title() if text.isupper() else text)
    if "-" in text:
        words = _from_wade_giles(words)
    return "".join([word for word in words if word not in _PARTICLES and word not in _SUFFIX] or words)


@lru_cache(maxsize=16384)
def _given(text: str) -> tuple[str, ...]:
    """The words of a given name."""
    return tuple(word for word in _words(text) if word not in _SUFFIX)


def person(name: Name) -> Person | None:
    """A name as a person, None for what is none (``et al.``)."""
    if "&" in name.family or "&" in name.given:
        name = replace(name, family=unescape(name.family), given=unescape(name.given))
    family, given = name.family, name.given
    if name.literal or not (family or given):
        made = _of_text(name.literal or name.original or name.translated)
        others = (squeeze(reading(text) or text) for text in (name.original, name.translated) if text)
        return made._replace(given=tuple(others)) if made and made.body else made
    if not given and bare(family) in _OTHERS:
        return None
    if not (family.isascii() and given.isascii()) and HAN.search(family + given):
        return _of_text(family + given)
    for text in (family + given, given + family) if "-" in given else ():
        if squeeze(text) in _conventional():
            return _conventional()[squeeze(text)]
    letters, words = _family(family), _given(given)
    return Person(letters, words) if letters or words else None


@cache
def _conventional() -> dict[str, Person]:
    """Persons who are known by another name than the pinyin of it: ``Chiang Kai-shek`` is Jiang Jieshi."""
    return {
        squeeze(name): one
        for name, _, characters in rows("conventional-names.tsv")
        if "-" in name and (one := _of_text(characters)) and not one.body
    }


def _from_wade_giles(words: list[str]) -> list[str]:
    """A surname of two syllables, ``Ssu-ma`` or ``Ou-yang``, in pinyin."""
    found = [readings(word) for word in words]
    return [each[0] for each in found] if all(found) and any(map(is_foreign_to_pinyin, words)) else words


def _of_text(text: str) -> Person | None:
    """A name that nobody divided: characters are read, all else is a body's."""
    if HAN.search(text):
        family, given = read_name(text)
        if family:
            return Person(bare(family), (bare(given),), read=True)
        letters = _GAPS.sub("", bare(reading(text) or text)).replace(" ", "")
        return Person(letters, body=True, read=True) if letters else None
    if _is_led(text) or _is_turned(text) or (_INITIAL.search(text) and text.count(",") < 2 and len(text.split()) < 5):
        return person(whole(text))
    letters = "".join(_words(text))
    return Person(letters, body=True) if letters and bare(text) not in _OTHERS else None


def _is_led(text: str) -> bool:
    """Whether initials and a family name are all there is: ``PB Gibbons``; not ``UN Bank``."""
    led = _LED.fullmatch(text)
    return led is not None and led[1].casefold() not in word_list("body-words.txt")


def _is_turned(text: str) -> bool:
    """Whether a text is a person's names with the family name first: ``Kossmann, Donald``."""
    words = text.casefold().replace(",", " ").split()
    few = text.count(",") == 1 and 1 < len(words) < _MOST
    return few and not (_SMALL - _PARTICLES).union(word_list("body-words.txt")).intersection(words)


def _divided(text: str) -> Iterator[Name]:
    """The names of a list in one string: ``blum, a., & rudich, s.`` or ``p. auer, n. cesa-bianchi, and r. e. lee``."""
    turned = [piece.strip(" .,:()") for piece in (text.split(";") if ";" in text else _AND.split(text))]
    if len(turned) > 1 and all(piece.count(",") == 1 for piece in turned):  # ``Lee, Mong-Li; Ling, Tok Wang``
        yield from map(whole, turned)
        return
    pieces = [piece.strip(" .,:()") for piece in re.split(r"[;&,]|\b(?:and|und)\b", text, flags=re.IGNORECASE)]
    pieces = [piece for piece in pieces if piece and bare(piece) not in _SUFFIX]
    pending = ""
    for piece in pieces:
        if pending and _are_initials(piece):
            yield Name(family=pending, given=piece)
            pending = ""
            continue
        if pending:
            yield whole(pending)
        pending = "" if _are_initials(piece) else piece
    if pending:
        yield whole(pending)


def _are_initials(text: str) -> bool:
    """Whether a piece of a list is the initials of the name before it: ``R. E.``, ``KL``; not ``Roe P``."""
    return all(len(word) == 1 or (len(word) < 4 and word.isupper()) for word in _APART.split(text.strip(" .-")))


def whole(text: str) -> Name:
    """A name in one piece: a comma or initials tell where the family name is, else it is the last word."""
    family, comma, given = text.partition(",")
    if comma:
        return Name(family=family.strip(), given=given.strip())
    words = text.split()
    if len(words) == 1:
        return Name(family=text)
    if _are_initials(words[-1]) and not _are_initials(words[0]):
        at = next(place for place, word in enumerate(words) if _are_initials(word))
        return Name(family=" ".join(words[:at]), given=" ".join(words[at:]))
    return Name(family=words[-1], given=" ".join(words[:-1]))


def _joined(name: Name) -> str:
    """A name as it stood before it was cut into parts, amiss it may be: ``nicolo cesa-bianchi, yoav freund, …``."""
    if name.literal:
        return unescape(name.literal) if "&" in name.literal else name.literal
    return ", ".join(filter(None, (f"{name.particle} {name.family}".strip(), name.suffix, name.given)))


def is_list(text: str) -> bool:
    """Whether a name is several that nobody divided.

    It has semicolons; or more commas than one name has, and initials or ``and``; or names of two words and more
    between all its commas, none of them a word of bodies.
    """
    marks = text.count(",")
    joined = bool(_AND.search(text))
    if ";" in text or (not marks and "." in text):
        return ";" in text or joined
    if marks > 1 and (joined or _INITIAL.search(text)):
        return True
    if not marks and not joined:
        return False
    pieces = [piece.split() for piece in _AND.sub(",", text).split(",") if piece.strip(" .")]
    told = all(1 < len(piece) < 5 and not _SMALL & {word.casefold() for word in piece} for piece in pieces)
    if not marks:
        return told and not word_list("body-words.txt") & {word.casefold() for piece in pieces for word in piece}
    return told or (joined and marks + text.count(".") > 1)


def people(names: tuple[Name, ...]) -> tuple[Person, ...]:
    """The persons of a role; ``et al.`` is none."""
    found: list[Person] = []
    for name in names:
        if _is_divided(name):
            found += filter(None, (person(name),))
            continue
        text = _CUT.sub("", joined := _joined(name)) or joined
        one = name if text == joined else Name(literal=text)
        found += filter(None, map(person, _divided(text) if is_list(text) else (_with_given(one),)))
    return tuple(found)


def _is_divided(name: Name) -> bool:
    """Whether nothing tells that a name may be several, or cut amiss."""
    commas = "," in name.family or "," in name.given or "," in name.suffix
    return bool(name.family) and not (name.literal or name.particle or commas)


def _with_given(name: Name) -> Name:
    """A name whose given name was taken for a particle: ``manfred k. warmuth``."""
    if name.particle and not name.given and _INITIAL.search(name.particle):
        return Name(family=name.family, given=name.particle)
    return name
