r"""Plain text to the text of a BibTeX value, and back.

Special characters are escaped the way pybtex, bibtexparser and biber all read: a literal brace is spelled out, since
``\{`` counts as a brace for some of them and not for others. White space is evened: runs of blanks, tabs and line ends
become one blank, none stands at the ends; no-break and ideographic spaces stay. Characters that no text file should
hold (controls, non-characters, half surrogates) are dropped.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pylatexenc.latexencode import UnicodeToLatexEncoder

_BLANKS = re.compile(r"[ \t-\r\x1c-\x1f\x85\u2028\u2029]+")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]|\ufeff|["
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_ESCAPES = {
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_TABLE = str.maketrans(_ESCAPES)
_OWN = re.compile(r"\\text(?:brace(?:left|right)|ascii(?:tilde|circum)|backslash)\{\}|\\[&%$#_]|[{}]|~")
_URL = re.compile(r"\\url\s*\{([^{}]*)\}")
_MEANING = {escape: char for char, escape in _ESCAPES.items()} | {"{": "", "}": "", "~": "\xa0"}


@lru_cache(maxsize=16384)  # a value is evened by each rule that looks at it
def even(text: str) -> str:
    """The text with its white space evened and without characters that no text file should hold."""
    return _BLANKS.sub(" ", _DROPPED.sub("", text)).strip(" ")


def encode(text: str, *, latex: bool = False) -> str:
    r"""The text of a BibTeX value: ``R&D at 5%`` → ``R\&D at 5\%``.

    With ``latex`` accented letters and typographic signs become LaTeX commands; what has no command (Hanzi) stays.
    """
    plain = even(text)
    if latex and not plain.isascii():
        return "".join(
            _encoder().unicode_to_latex(part) if part[0] > "\x7f" else part.translate(_TABLE)
            for part in re.findall(r"[\x00-\x7f]+|[^\x00-\x7f]+", plain)
        )
    return plain.translate(_TABLE)


def decode(value: str) -> str:
    """The plain text of a BibTeX value: commands become characters, braces that only protect go, ``~`` is no-break."""
    if "\\" in value and "\\" in _OWN.sub("", value):
        return even(_decoded(value))
    return even(_OWN.sub(lambda found: _MEANING[found[0]], value))


@cache
def _encoder() -> UnicodeToLatexEncoder:
    # only --latex needs it, and it takes its time to load
    from pylatexenc.latexencode import UnicodeToLatexEncoder  # noqa: PLC0415

    return UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)


def _decoded(value: str) -> str:
    # only foreign files need it
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415

    plain = _URL.sub(lambda found: encode(found[1]), value)
    text: str = LatexNodes2Text(math_mode="verbatim", keep_comments=True).latex_to_text(plain)
    return text
