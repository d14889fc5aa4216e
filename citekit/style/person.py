"""A name of CSL-JSON as a value, its particles and suffix told apart where the parts hold them.

"van Gogh" in the family name has a particle that stays with it, "Alexander von" in the given name one that may drop;
straight quotes keep a family name whole; "John, III" and "John,! Jr." carry a suffix.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

_CJK = re.compile(
    "[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_JOINED = re.compile(r"(?P<particle>(?:al|el|ad|an|as|at|ibn|bin)-|[dlDL]['’]|[dl]all?['’])(?P<rest>[^\W\d_].*)")


class Person(NamedTuple):
    """A person or a body: its parts as they are printed; ``literal`` for a body or a name that is one piece.

    ``first`` is ``family`` where the name is told family name first without a comma, whatever the style. ``original``
    and ``translation`` are its other faces.
    """

    family: str = ""
    given: str = ""
    dropping: str = ""
    particle: str = ""
    suffix: str = ""
    comma: bool = False
    literal: str = ""
    first: str = ""
    original: str = ""
    translation: str = ""

    @property
    def is_cjk(self) -> bool:
        """Whether the name is in Han, kana or hangul: family and given name without a blank."""
        name = self.family + self.given
        return bool(_CJK.search(name)) and not _LATIN.search(name)


def person(value: Any, beside: Mapping[str, str] | None = None) -> Person | None:  # noqa: ANN401 - whatever JSON holds
    """The person of a CSL-JSON name; ``beside`` has its order and other faces. None for what names nobody."""
    if isinstance(value, str):
        value = {"literal": value}
    if not isinstance(value, Mapping):
        return None
    texts = {part: str(text).strip() for part, text in value.items() if isinstance(text, str | int)}
    faces = beside or {}
    first = "family" if faces.get("order") == "family-first" or value.get("static-ordering") is True else ""
    original, translation = faces.get("original", ""), faces.get("translated", "")
    if texts.get("literal") and not texts.get("family"):
        return Person(literal=texts["literal"], first=first, original=original, translation=translation)
    family, given = texts.get("family", ""), texts.get("given", "")
    if not family and not given:
        return None
    if value.get("isInstitution") or not family:
        return Person(literal=family or given, first=first, original=original, translation=translation)
    given, suffix, comma = _suffix(given, texts.get("suffix", ""), value.get("comma-suffix"))
    particle, family = _particle(family, texts.get("non-dropping-particle", ""))
    given, dropping = _dropping(given, texts.get("dropping-particle", ""))
    return Person(family, given, dropping, particle, suffix, comma, "", first, original, translation)


def _suffix(given: str, suffix: str, comma: object) -> tuple[str, str, bool]:
    if suffix or "," not in given:
        return given, suffix, bool(comma)
    name, _, rest = given.partition(",")
    marked = rest.startswith("!")
    found = rest.removeprefix("!").strip()
    return name.strip(), found, marked


def _particle(family: str, particle: str) -> tuple[str, str]:
    if len(family) > 2 and family[0] == family[-1] == '"':
        return particle, family[1:-1]
    if particle:
        return particle, family
    words = family.split(" ")
    count = 0
    while count < len(words) - 1 and words[count] and _is_small(words[count]):
        count += 1
    head, rest = " ".join(words[:count]), " ".join(words[count:])
    joined = _JOINED.fullmatch(rest)
    if joined and joined["particle"][0].islower() and joined["rest"][0].isupper():
        return f"{head} {joined['particle']}".strip(), joined["rest"]
    return head, rest


def _is_small(word: str) -> bool:
    return word[0].islower() or (word[0] in "'’" and word[1:2].islower())


def _dropping(given: str, particle: str) -> tuple[str, str]:
    if particle:
        return given, particle
    words = given.split(" ")
    count = len(words)
    while count > 1 and words[count - 1] and _is_small(words[count - 1]) and words[count - 1][-1] != ".":
        count -= 1
    return " ".join(words[:count]), " ".join(words[count:])
