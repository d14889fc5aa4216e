"""Entries of a reference list, where full stops part the elements and do not end the citation."""

from __future__ import annotations

import re

from citekit.language.repeated import repeated_author
from citekit.parse.boundaries import boundaries
from citekit.parse.dates import find_dates
from citekit.parse.names import is_names, leading_names
from citekit.parse.prose import is_prose
from citekit.parse.structure import Structure

LABEL = re.compile(
    r"\s*(?:\[[\w.-]{1,8}\]|\(\d{1,4}\)|\d{1,4}[.)]|[*•–—-]|\d{1,4}(?=\s+[^\W\d_a-zß-öø-ÿ]|\s+[“‘\"„«(]|\s+(?:id|ibid|see|cf|vgl|op)\b))\s+(?=\S)"
)
_YEAR_AFTER_NAMES = re.compile(
    r"(?P<names>[^“”‘\"()]{3,400}?(?:\((?:Eds?|Hrsg|Hg|Producer|Director|editors?)\.?\)[^“”\"()]{0,200}?)*)[,.]?\s*"
    r"(?P<year>\((?:[^()]{0,12}\b)?(?:1[5-9]|20)\d\d[a-z]?(?:[^()]{0,20})?\)|(?<=[,.]\s)(?:1[5-9]|20)\d\d[a-z]?(?=[.,:]))\s*[.,:]?\s*"
)
_YEAR_AFTER_DASH = re.compile(r"\(?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?\)?[.,:]\s+")
_DASHES = ("-", "–", "—", "―", "_")


def leading_label(text: str) -> int:
    """Where a line's own number or bullet ends: ``[67] Reynolds`` → 5, ``12 Vgl.`` → 3; 0 when there is none.

    A dash in the author's place is passed over with it: ``12. ———. Worlds at War`` → 9.
    """
    match = LABEL.match(text)
    return repeated_author(text, match.end() if match and not re.match(r"\s*(?:1[5-9]|20)\d\d\s", text) else 0)


def names_then_year(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int], int] | None:
    """The author-date opening ``Pagallo, G., & Haussler, D. (1990).``: spans of names and year, and where it ends.

    After a dash in the author's place (``———. 1990. Title``) the span of names is empty.
    """
    dashed = _YEAR_AFTER_DASH.match(text, start, end) if text[:start].rstrip(" .,").endswith(_DASHES) else None
    if dashed:
        return (start, start), dashed.span("year"), dashed.end()
    match = _YEAR_AFTER_NAMES.match(text, start, end)
    if not match:
        return None
    names = match.group("names").strip(" .,:")
    if not is_names(re.sub(r"\s*\((?:Eds?|Hrsg|Hg|Producer|Director|editors?)\.?\)", "", names)):
        return None
    year = next(iter(find_dates(text, *match.span("year"))), match.span("year"))
    if text[slice(*year)].startswith("("):  # "(1970a)": the letter tells works of one year apart, and is no date
        year = (year[0] + 1, year[0] + 5) if text[year[0] + 1 : year[0] + 5].isdigit() else year
    return (match.start("names"), _with_stop(text, match.end("names"))), year, match.end()


def _with_stop(text: str, end: int) -> int:
    """The end of names, with the full stop of a last initial."""
    return end + 1 if text[end : end + 1] == "." and re.search(r"\b[^\W\d_]$", text[:end]) else end


def is_entry(structure: Structure, start: int, end: int) -> bool:
    """Whether a stretch as a whole is one entry of a list: author-date, or names and title parted by full stops."""
    text = structure.text
    if _several(structure, start, end):
        return False
    if names_then_year(text, start, end) and not _short_form(text, start, end):
        return True
    if _names_then_quote(structure, start, end) or _initialed_entry(structure, start, end):
        return True
    cuts = boundaries(structure, start, end)
    if len(cuts) < 2 or not find_dates(text, start, end):
        return False
    first = text[start : cuts[1]].strip(" .")
    second = text[cuts[1] : cuts[2] if len(cuts) > 2 else end]
    return is_names(first) and not is_prose(second) and not re.search(r"\d", first)


def _several(structure: Structure, start: int, end: int) -> bool:
    """Semicolons outside brackets part two dated stretches: several citations, no entry."""
    text = structure.text
    if text.find(";", start, end) < 0 and text.find("；", start, end) < 0:
        return False
    cuts = [i for i in range(start, end) if text[i] in ";；" and structure.at_top(i)]
    return sum(bool(find_dates(text, a, b)) for a, b in zip([start, *cuts], [*cuts, end], strict=True)) > 1


def _initialed_entry(structure: Structure, start: int, end: int) -> bool:
    """``Niebauer T.M., Faller J.E. Absolute gravity …``: names with initials, then a title that ends with a stop."""
    text = structure.text
    names = leading_names(text, start, end)
    if names <= start or text[names - 1] in ",;" or text[names - 2] == "," or not find_dates(text, names, end):
        return False
    cuts = boundaries(structure, names, end)
    return len(cuts) > 1 and not is_prose(text[names : cuts[1]])


def _names_then_quote(structure: Structure, start: int, end: int) -> bool:
    """``Tobias, Richard. “Thurber, James.” Encyclopedia …``: full stops behind the names and inside the quotation."""
    text = structure.text
    quote = next(iter(structure.quotes(start, end)), None)
    if quote is None or text[quote.start - 2 : quote.start] != ". " or text[quote.inner[1] - 1] not in ".?!":
        return False
    return is_names(text[start : quote.start].strip(" .")) and bool(find_dates(text, quote.end, end))


def _short_form(text: str, start: int, end: int) -> bool:
    """A short form "Geiger 1964, S. 65" opens like an entry but ends after its pages."""
    match = names_then_year(text, start, end)
    return bool(match) and len(re.findall(r"[^\W\d_]{3,}", text[match[2] : end])) < 3 if match else False
