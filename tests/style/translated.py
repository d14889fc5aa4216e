"""What is wrong with a translated title and with Chinese names in a style."""

from __future__ import annotations

import re
from typing import NamedTuple

from citekit.style.context import Cite
from citekit.style.node import text
from citekit.style.positions import Cluster
from citekit.style.processor import Processor
from citekit.style.style import Style
from tests.style.compared import Char, chars
from tests.style.face_records import ARTICLE, BOOK, M_ARTICLE, T_ARTICLE, M, T

MARGIN = {"left-margin"}
_BEHIND_TITLE = re.compile(r"[\s”’»\"'“‘«」』》›.,_*/\]\\}]*")
"""What may stand between a title and its translation: what closes the title, and a blank."""

_WRONG_ORDER = re.compile(r"\bLei,? Zhao\b|\bZhao, Lei\b", re.IGNORECASE)


class Faults(NamedTuple):
    """Per title and for the names: empty when all is well, a word for what is not, None where none is printed."""

    book: str | None
    article: str | None
    names: str | None


def faults(style: Style) -> Faults:
    """What is wrong in the bibliography of a style, or in its notes where it has none."""
    processor = Processor(style, [BOOK, ARTICLE], tidy=True)
    if style.bibliography:
        trees = {entry.id: entry.tree for entry in processor.bibliography()}
    else:
        cited = processor.cite([Cluster((Cite(item["id"]),), at) for at, item in enumerate((BOOK, ARTICLE), 1)])
        trees = {BOOK["id"]: cited[0], ARTICLE["id"]: cited[1]}
    book, article = trees.get(BOOK["id"]), trees.get(ARTICLE["id"])
    return Faults(
        _title(chars(book), M, T) if book else None,
        _title(chars(article), M_ARTICLE, T_ARTICLE) if article else None,
        _names(text(article)) if article else None,
    )


def _title(found: list[Char], main: str, translation: str) -> str | None:
    line = "".join(char for char, _ in found)
    if main.casefold() not in line.casefold():
        return None
    at = line.find(f"[{translation}]")
    if at < 0:
        return "other case" if translation.casefold() in line.casefold() else "no translation"
    end = at + len(translation) + 2
    if any(marks - MARGIN for _, marks in found[at:end]):
        return "not roman"
    between = line[:at].casefold().rpartition(main.casefold())[2]
    if not _BEHIND_TITLE.fullmatch(between):
        return "apart from the title"
    return "inside the quotation marks" if line[end : end + 1] in ("”", "’", "»", '"', "'") else ""


def _names(line: str) -> str | None:
    """Chinese names that are printed whole stand family first without a comma."""
    if not re.search(r"\bzhao\b", line, re.IGNORECASE):
        return None
    return "given name first, or a comma" if _WRONG_ORDER.search(line) else ""
