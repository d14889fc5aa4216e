"""What commands and signs of LaTeX print, and which commands print nothing."""

from __future__ import annotations

import re
from functools import lru_cache

STYLES = {
    **dict.fromkeys(("emph", "textit", "textsl", "mkbibemph", "citetitle*"), "italic"),
    **dict.fromkeys(("textsc",), "small-caps"),
    **dict.fromkeys(("textsuperscript",), "superscript"),
}
"""Commands that set their argument apart."""

SWITCHES = {
    **dict.fromkeys(("em", "it", "itshape", "sl", "slshape"), "italic"),
    **dict.fromkeys(("sc", "scshape"), "small-caps"),
}
"""Commands that set the rest of their group apart."""

QUOTES = {"enquote": "“”", "textquote": "“”", "blockquote": "“”", "enquote*": "‘’"}
"""csquotes: commands that put quotation marks round their argument."""

SILENT = {
    **dict.fromkeys(
        ("label", "ref", "pageref", "autoref", "cref", "index", "vspace", "hspace", "vspace*", "hspace*"), 1
    ),
    **dict.fromkeys(("includegraphics", "pagestyle", "thispagestyle", "bibliographystyle", "hypersetup", "phantom"), 1),
    **dict.fromkeys(
        ("bibliography", "addbibresource", "usepackage", "RequirePackage", "documentclass", "pagenumbering"), 1
    ),
    **dict.fromkeys(
        ("nocite", "selectlanguage", "graphicspath", "color", "hyphenation", "rule", "date", "setlength"), 1
    ),
    **dict.fromkeys(("textcolor", "addtolength", "addcontentsline", "markboth", "foreignlanguage", "fontsize"), 1),
}
"""Commands that print nothing of so many of their arguments; what follows these is printed."""

BEGINNINGS = {
    "tabular": 1,
    "tabularx": 2,
    "longtable": 1,
    "minipage": 1,
    "multicols": 1,
    "thebibliography": 1,
    "wrapfigure": 2,
}
"""Environments that begin with arguments."""

UNREAD = frozenset(
    {"comment", "verbatim", "lstlisting", "minted", "tikzpicture", "equation", "align", "equation*", "align*"}
)
"""Environments whose content is no text."""

SIGNS = (
    ("---", "—"),
    ("--", "–"),
    ("``", "“"),
    ("''", "”"),
    ('"`', "„"),
    ("\"'", "“"),
    ("`", "‘"),
    ("'", "’"),
    ("~", "\xa0"),
)
"""What signs that stand together print: ligatures of TeX, quotation marks of babel's German."""

ESCAPED = {
    "\\": " ",
    ",": "\u2009",
    ";": " ",
    ":": " ",
    "!": "",
    "-": "",
    "/": "",
    "@": "",
    " ": " ",
    "\n": " ",
    "(": "",
    ")": "",
}
"""What a backslash and one sign print, where it is not the sign itself."""

PRINTED = {
    "S": "§",
    "P": "¶",
    "pounds": "£",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "copyright": "©",
    "degree": "°",
    "no": "№",
    "og": "« ",
    "fg": " »",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flqq": "«",
    "frqq": "»",
    "textperiodcentered": "·",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textunderscore": "_",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "slash": "/",
    "nobreakspace": "\xa0",
    "nobreakdash": "‑",
    **dict.fromkeys(("quad", "qquad", "space", "thinspace", "enspace", "and"), " "),
}
"""Commands for signs that pylatexenc prints nothing for."""

HEADINGS = frozenset(
    f"{name}{star}"
    for name in ("part", "chapter", "section", "subsection", "subsubsection", "title")
    for star in ("", "*")
)
ACCENT = re.compile(
    r"\\(?:[\"'`^~=.]|[HbcdkruvGt](?![A-Za-z]))\s*(?:\{\s*\\?[^\W\d_]{0,2}\s*\}|\\[ij](?![A-Za-z])[ \t]*|[^\W\d_])"
)


_SIGN = 5
"""What a sign is at the most; ``\\maketitle`` prints a page."""


@lru_cache(maxsize=4096)
def printed(markup: str) -> str:
    """What a short piece of LaTeX prints: a letter with its accent, a command for a sign, a formula."""
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 - few readers need it

    try:
        text: str = LatexNodes2Text(math_mode="text").latex_to_text(markup, tolerant_parsing=True)
    except Exception:  # noqa: BLE001 - whatever it cannot print is printed as it stands
        return markup
    return text


@lru_cache(maxsize=4096)
def printed_command(name: str) -> str:
    """What a command without arguments prints; nothing for one that is not known."""
    if name in PRINTED:
        return PRINTED[name]
    found = printed(f"\\{name}{{}}")
    return found if len(found) <= _SIGN and not found.startswith("\\") else ""
