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
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexencode import UnicodeToLatexEncoder
    from pylatexenc.macrospec import LatexContextDb

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
_SPECIAL = re.compile(r"[{}~\\]")
_ACCENT = re.compile(
    r"""(?<!\\)\\(?:
        ["'`^~=.]\s*(?:\{\s*(?:\\[ij]|[^\W\d_])\s*\}|\\[ij](?![A-Za-z])\s*|[^\W\d_])
        |[HbcdkruvG](?:\s*\{\s*(?:\\[ij]|[^\W\d_])\s*\}|\s+[^\W\d_])
        |(?:ss|ae|AE|oe|OE|aa|AA|dh|DH|th|TH|dj|DJ|ng|NG|[oOlLij])(?![A-Za-z])(?:\{\}|\s+)?
    )""",
    re.VERBOSE,
)
"""A letter with its accent, or one that ASCII has not; what is inside (``\\"{\\=u}``) is matched first."""
_URL = re.compile(r"\\url\s*\{([^{}]*)\}")
_MEANING = {escape: char for char, escape in _ESCAPES.items()} | {"{": "", "}": "", "~": "\xa0"}


def even(text: str) -> str:
    """The text with its white space evened and without characters that no text file should hold."""
    if text.isprintable() and "  " not in text:  # as good as all are, and this is quickly told
        return text.strip(" ")
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
    if not _SPECIAL.search(value):
        return even(value)
    if "\\" in value:
        text = value if "$" in value or "\\url" in value else _ACCENT.sub(_accented, _ACCENT.sub(_accented, value))
        if "\\" in _OWN.sub("", text):
            return even(_decoded(value))
        value = text
    return even(_OWN.sub(lambda found: _MEANING[found[0]], value))


def _accented(found: re.Match[str]) -> str:
    return _letter(found[0].strip())


@lru_cache(maxsize=4096)
def _letter(command: str) -> str:
    return even(_decoded(command))


@cache
def _encoder() -> UnicodeToLatexEncoder:
    # only --latex needs it, and it takes its time to load
    from pylatexenc.latexencode import UnicodeToLatexEncoder  # noqa: PLC0415

    return UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)


@cache
def _decoder() -> tuple[LatexNodes2Text, LatexContextDb]:
    # only foreign files need them, and they take their time to load and to make
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415
    from pylatexenc.latexwalker import get_default_latex_context_db  # noqa: PLC0415

    return LatexNodes2Text(math_mode="verbatim", keep_comments=True), get_default_latex_context_db()


def _decoded(value: str) -> str:
    decoder, commands = _decoder()
    plain = _URL.sub(lambda found: encode(found[1]), value)
    text: str = decoder.latex_to_text(plain, latex_context=commands)
    return text
