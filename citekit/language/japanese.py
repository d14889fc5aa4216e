"""Romanised Japanese: the mora grammar of modified Hepburn, with long vowels written in any of the usual ways."""

from __future__ import annotations

import re
from functools import lru_cache

_MORA = (
    r"(?:n'(?=[aiueoyāīūēō])|n(?![aiueoyāīūēō'])|m(?=[bpm])|(?:k|s|t|n|h|m|y|r|w|g|z|d|b|p|f|j|ts|ch|sh|ky|gy|ny|hy|my|ry|by|py|kk|ss|tt|pp|ssh|tch|cch|kky|ppy)?"
    r"[aiueoāīūēōâîûêô])"
)
_WORD = re.compile(f"(?:{_MORA})+h?")
_NOT = re.compile(r"si|ti|tu|(?<![sc])hu(?!u)|zi|du|di(?!n)|[ct]h?[aeou]?ng")
PARTICLES = frozenset(
    "no to ni wa ga wo o de kara made e mo ka ya kokuren heiwa nihon nippon chugoku chuugoku bei kenkyu kenkyū "
    "kenkyusho kiyo katsudo katsudō gaiko gaikō seisaku anzen hosho hoshō boei bōei kokusai kankei ronso ronsō "
    "shinbun shimbun shuppan shoten daigaku shuppankai sha souseisha iwanami ajia keizai seiji rekishi sensō senso "
    "gendai kindai bunka shakai hogaku hōgaku zasshi".split()
)


@lru_cache(maxsize=65536)
def is_romaji(word: str) -> bool:
    """Whether a word follows the mora grammar: ``kouchiku``, ``iji``, ``Kenkyūsho``; not ``weihe`` (``zhong``)."""
    plain = word.casefold().replace("’", "'").replace("-", "")
    return bool(_WORD.fullmatch(plain)) and not _NOT.search(plain)
