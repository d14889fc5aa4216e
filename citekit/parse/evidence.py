"""What shows that a stretch of a note is a citation and no commentary."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.language import script
from citekit.parse.authoryear import find_author_years
from citekit.parse.backwords import find_back_words
from citekit.parse.boundaries import is_quoted_sentence
from citekit.parse.dates import find_dates
from citekit.parse.imprint import read_imprint
from citekit.parse.interview import read_interview
from citekit.parse.links import find_dois, find_urls
from citekit.parse.names import is_body, is_names
from citekit.parse.pages import find_pages
from citekit.parse.prose import is_prose
from citekit.parse.reporter import find_reporter
from citekit.parse.statute import find_statute
from citekit.parse.structure import Enclosure, Structure
from citekit.parse.symbols import find_symbols
from citekit.parse.volume import find_pair, find_volumes

_CJK_TITLE = re.compile(r"[《「『〈]")
_YEAR = r"(?:c\.\s*)?(?:1[5-9]|20)\d\d[a-z]?"
_LAW_TAIL = re.compile(
    rf"\({_YEAR}(?:[;,][^()]*)?\)\s*(?:(?:at\s+)?(?:\d|p|§)|[.;,(]|$)|\(\d+\w*\s+edn?\.?,?\s*{_YEAR}\)|\(forthcoming\)"
)
_SHORT_TITLE = re.compile(
    r"[^\W\d_a-z][^,;()“”\d]{1,60}, [^\W\d_a-zß-öø-ÿ][^,;()“”]{2,90}, "
    r"(?:pp?\.\s*)?(?:\d+(?:\s*[-–]\s*\d+)?)(?:ff?\.?)?[.\s]*"
)
_ARCHIVE = re.compile(
    r"\b(?:FO|CAB|PREM|CO|DEFE|WO|DO|BT)\s?\d{1,4}/\d+|\bRG[- ]?\d+\b|\b[Bb]ox\s+\d+"
    r"|\b[Ff]older\s+\d+|\b[Ff]ile\s+(?:no\.?\s*)?\d|\bArchives?\b.*\d"
)
_HOST = re.compile(r"(?:\bin:?|\((?:eds?|[Hh]rsg|[Hh]gg?|dir|coord|a cura di)\b[^()]*\)[,:]?)$", re.IGNORECASE)
_EDITED = re.compile(r"\beds?\.,?\s.*(?:1[5-9]|20)\d\d$")
_CASE = re.compile(
    r"\bv(?:s)?\.?\s+[A-Z]|\bEu?GH|\bBVerfG|\b\d+\s+(?:U\.?S\.?|F\.\s?[23]d|S\.?\s?Ct\.)\s+\d+|\[\d{4}\]\s+(?:\d+\s+)?[A-Z]{2,}"
)


@dataclass(frozen=True, slots=True)
class Proof:
    """That a stretch holds a citation: the rule that says so and the offset of what it saw."""

    rule: str
    at: int


def title_quote(structure: Structure, start: int, end: int) -> Enclosure | None:
    """The first quotation in a stretch that stands where a title stands, and is no quoted sentence."""
    for quote in structure.quotes(start, end):
        if quote.end <= end and quote.inner[1] - quote.inner[0] > 1 and _is_title(structure, quote, start, end):
            return quote
    return None


def _is_title(structure: Structure, quote: Enclosure, start: int, end: int) -> bool:
    if not quote.closed:
        return True
    if is_quoted_sentence(structure, quote, start):
        return False
    text = structure.text
    before = text[start : quote.start].strip()
    after = text[quote.end : end].strip()
    inner = text[slice(*quote.inner)]
    if script(inner) and text[quote.start] in "《「『〈":
        return True
    if not before or before[-1] in ",.:" or is_names(before) or before.endswith((")", "]")):
        if is_prose(before) and not structure_tail(structure, quote.end, end):
            return False
        return bool(before) or bool(after) or inner.rstrip()[-1:] in ",."
    if not structure_tail(structure, quote.end, end):
        return False
    return bool(
        re.search(
            r"(?:^|\s)(?:in|by|of|bei|von|über|zur|article|essay|paper|titled|entitled|report|[^\W\d_a-z][\w’-]*)$",
            before,
        )
    )


def structure_tail(structure: Structure, start: int, end: int) -> bool:
    """Whether what follows a title looks like the rest of a citation: a date, volume, page, imprint or address."""
    text = structure.text
    return bool(
        find_dates(text, start, end)
        or find_pages(text, start, end)
        or find_volumes(text, start, end)
        or find_urls(text, start, end)
        or find_symbols(text, start, end)
        or find_back_words(text, start, end)
    )


def imprint_bracket(structure: Structure, start: int, end: int) -> Enclosure | None:
    """The first bracket in a stretch that holds an imprint."""
    for bracket in structure.brackets(start, end):
        imprint = read_imprint(structure.text, *bracket.inner)
        if imprint and (imprint.date or imprint.publisher):
            return bracket
        if _EDITED.search(structure.text, *bracket.inner):
            return bracket
    return None


def delimited_dates(structure: Structure, start: int, end: int) -> list[tuple[int, int]]:
    """Dates that stand between punctuation outside quotes and brackets: no date in running words or in a title."""
    text, found = structure.text, []
    for begin, stop in find_dates(text, start, end):
        before, after = text[start:begin].rstrip(), text[stop:end].lstrip()
        if (
            structure.at_top(begin)
            and (not before or before[-1] in ",.;:”’)]")
            and (not after or after[0] in ",.;:)([")
        ):
            found.append((begin, stop))
    return found


def find_proof(structure: Structure, start: int, end: int) -> Proof | None:
    """The strongest proof that a stretch holds a citation, or None: then it is commentary.

    Marks that only citations bear come first; names, numbers and dates prove one only outside running prose.
    """
    for rule in _MARKS:
        proof = rule(structure, start, end)
        if proof:
            return proof
    if structure.titles and (proof := _italic(structure, start, end)):
        return proof
    if find_author_years(structure.text, start, end):
        return Proof("author-year", start)
    if find_statute(structure.text, start, end):
        return Proof("statute", start)
    if is_prose(_masked(structure, start, end)):
        return None
    return next((proof for rule in _TELEGRAMS if (proof := rule(structure, start, end))), None)


def _title(structure: Structure, start: int, end: int) -> Proof | None:
    quote = title_quote(structure, start, end)
    return Proof("title-quote", quote.start) if quote else None


def _imprint(structure: Structure, start: int, end: int) -> Proof | None:
    bracket = imprint_bracket(structure, start, end)
    return Proof("imprint", bracket.start) if bracket else None


def _interview(structure: Structure, start: int, end: int) -> Proof | None:
    return Proof("interview", start) if read_interview(structure.text, start, end) else None


def _symbol(structure: Structure, start: int, end: int) -> Proof | None:
    return _first("symbol", find_symbols(structure.text, start, end))


def _url(structure: Structure, start: int, end: int) -> Proof | None:
    return _first("url", find_urls(structure.text, start, end))


def _back_word(structure: Structure, start: int, end: int) -> Proof | None:
    return _first("back-word", find_back_words(structure.text, start, end))


def _doi(structure: Structure, start: int, end: int) -> Proof | None:
    return _first("doi", [(begin, stop) for begin, _, stop in find_dois(structure.text, start, end)])


def _cjk_title(structure: Structure, start: int, end: int) -> Proof | None:
    return Proof("cjk-title", start) if _CJK_TITLE.search(structure.text, start, end) else None


def _first(rule: str, spans: list[tuple[int, int]]) -> Proof | None:
    return Proof(rule, spans[0][0]) if spans else None


def _law_tail(structure: Structure, start: int, end: int) -> Proof | None:
    match = _LAW_TAIL.search(structure.text, start, end)
    return Proof("law-tail", match.start()) if match else None


def _case(structure: Structure, start: int, end: int) -> Proof | None:
    return Proof("case", start) if _CASE.search(structure.text, start, end) else None


def is_short_title(text: str, start: int, end: int) -> bool:
    """Whether a stretch is names, a title and a page: ``Nathan and Ross, Great Wall, 160``."""
    return bool(_SHORT_TITLE.fullmatch(text, start, end)) and is_names(text[start : text.index(",", start)])


def _short_title(structure: Structure, start: int, end: int) -> Proof | None:
    return Proof("short-title", start) if is_short_title(structure.text, start, end) else None


def _italic(structure: Structure, start: int, end: int) -> Proof | None:
    """An italic title behind names, or where a host's title stands: ``Zhao Lei, *Heping*``, ``in: A (ed.), *B*``."""
    for title in structure.italics(start, end)[:1]:
        before = structure.text[start : title.start].strip(" ,")
        alone = not before and not is_prose(structure.text[slice(*title.inner)])
        if alone or is_names(before) or is_body(before):
            return Proof("italic-title", title.start)
        if _HOST.search(before) and structure_tail(structure, title.end, end) and not is_prose(before):
            return Proof("italic-title", start)
    return None


def _archive(structure: Structure, start: int, end: int) -> Proof | None:
    return Proof("archive", start) if is_archival(structure.text, start, end) else None


def _reporter(structure: Structure, start: int, end: int) -> Proof | None:
    return Proof("reporter", start) if find_reporter(structure.text, start, end) else None


def _numbers(structure: Structure, start: int, end: int) -> Proof | None:
    text = structure.text
    numbered = find_pages(text, start, end) or find_volumes(text, start, end) or find_pair(text, start, end)
    return Proof("numbers", start) if numbered else None


def _date(structure: Structure, start: int, end: int) -> Proof | None:
    dates = delimited_dates(structure, start, end)
    headed = dates and _short_head(structure.text[start : dates[0][0]])
    return Proof("date", dates[0][0]) if headed else None


_MARKS = (_title, _imprint, _interview, _symbol, _url, _back_word, _doi, _cjk_title)
_TELEGRAMS = (_law_tail, _case, _short_title, _archive, _reporter, _numbers, _date)


def is_archival(text: str, start: int, end: int) -> bool:
    """Whether a stretch names a shelf mark of an archive: a class and number, a box, a folder, a file."""
    return bool(_ARCHIVE.search(text, start, end))


def _short_head(head: str) -> bool:
    """A title, a newspaper or a name stands before a date; a clause of many words does not."""
    tokens = head.split()
    capitals = sum(token[:1].isupper() or not token[:1].isalpha() for token in tokens)
    if not tokens or len(tokens) > 30:
        return False
    return capitals >= len(tokens) / 2 or is_body(head.strip(" ,")) or (len(tokens) <= 12 and tokens[0][:1].isupper())


def _masked(structure: Structure, start: int, end: int) -> str:
    """The stretch with everything in quotes and brackets blanked out."""
    kept, position = [], start
    for enclosure in structure.enclosures:
        if enclosure.end > position and enclosure.start < end:
            kept.append(structure.text[position : max(position, enclosure.start)])
            position = max(position, min(enclosure.end, end))
    kept.append(structure.text[position:end])
    return " ".join(kept)
