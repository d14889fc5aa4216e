"""Control words of the Rich Text Format (specification 1.9.1) that matter to notes, by what they do."""

from __future__ import annotations

from collections.abc import Mapping

PRINTED: Mapping[str, str] = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": " ",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "cell": " ",
    "line": " ",
    "softline": " ",
}
"""Words that print a sign."""

SIGNS: Mapping[str, str] = {"~": "\xa0", "-": "", "_": "‑", "\\": "\\", "{": "{", "}": "}", "\n": "", "\r": ""}
"""A backslash and one sign."""

BREAKS = frozenset({"par", "sect", "page", "row", "\n"})
"""Words that end a paragraph."""

STYLES: Mapping[str, str] = {"i": "italic", "ai": "", "scaps": "small-caps", "super": "superscript"}
"""Words that set what follows apart, until they are taken off or the group ends."""

HIDDEN = frozenset({"v", "deleted"})
"""Words that hide what follows: hidden text, and what a tracked change has taken out."""

DESTINATIONS = frozenset(
    "fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr footerf"
    " listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping datastore latentstyles xmlnstbl"
    " ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor atntime atnicn atnref atrfstart atrfend"
    " bkmkstart bkmkend xe tc filetbl mmathPr wgrffmtfilter shp shppict nonshppict do panose falt pgdsctbl listtext"
    " pntext".split()
)
"""Groups whose text is not text of the document."""

CODE_PAGES: Mapping[int, str] = {
    0: "cp1252",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    77: "mac_roman",
}
"""The character sets of fonts, ``fcharset``, and their code pages."""
