"""DOIs, addresses and ISBNs in one form each, however they were exported."""

from __future__ import annotations

import re
from urllib.parse import unquote

from citekit.language.agree import squeeze

_ISBN = re.compile(r"[\dXx]{10,13}")
_YEAR = re.compile(r"\s*\((?:19|20)\d\d\)\s*$")
_SCHEME = re.compile(r"^[a-z]+://(?:www\.)?|^www\.", re.IGNORECASE)


def plain_doi(text: str) -> str:
    """A DOI without resolver, escapes and closing marks, in one case.

    ``https://doi.org/10.1000/A%281%29`` and ``10.1000/a(1).`` are ``10.1000/a(1)``.
    """
    low = unquote(text).replace("\\", "").casefold() if "%" in text or "\\" in text else text.casefold()
    at = low.find("10.")
    if at < 0:
        return ""
    doi = low[at:].split(maxsplit=1)[0].rstrip(" .,;:/\"'>")
    return doi if doi.count("(") >= doi.count(")") else doi.rstrip(")")


def plain_url(text: str) -> str:
    """A URL without scheme, ``www.``, fragment and closing slash."""
    return _SCHEME.sub("", text.strip().partition("#")[0]).rstrip("/")


def plain_symbol(text: str) -> str:
    """A document symbol's letters and digits, without the year that is put behind it: ``S/RES/1706 (2006)``."""
    return squeeze(_YEAR.sub("", text)) if text else ""


def isbns(text: str) -> frozenset[str]:
    """The ISBNs in a text, each by the nine digits that its old and new form share."""
    return frozenset(one[-10:-1] for one in _ISBN.findall(text.replace("-", "").replace(" ", "")))
