"""What stands before and in an unquoted title: authors, editors in the author's place, the title itself."""

from __future__ import annotations

import re

from citekit.language import is_english_word
from citekit.language.trim import trim
from citekit.parse.editors import editors_after_mark, editors_before_mark
from citekit.parse.faces import split_faces
from citekit.parse.imprint import find_edition, is_place, is_publisher, read_imprint
from citekit.parse.names import is_body, is_names, is_person
from citekit.parse.sheet import Sheet
from citekit.parse.volume import find_volumes

_INITIALED = re.compile(
    r"(?:[^\W\d_]\.\s?-?)+\s*(?:(?:van|von|de|der|le|la|du|di)\s+)*[^\W\d_a-z][\w’'-]+(?:\s+(?:and|und|&)\s+(?:[^\W\d_]\.\s?)+\s*[^\W\d_a-z][\w’'-]+)?"
    r"(?=\s+[^\W\d_a-z])"
)
_GLOSS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*$|[^\x00-⹿]+")
_GENRE = re.compile(
    r"(?:white paper|working paper|press release|speech|remarks|report|mimeo|manuscript"
    r"|unpublished manuscript|conference paper)",
    re.IGNORECASE,
)
_PLACE_PUBLISHER = re.compile(r"(?P<place>[^:]{2,40}?)\s*:\s*(?P<publisher>[^:]{2,80})")
_PAGES_BEHIND_CAPITALS = re.compile(r"(?P<title>[^a-z]*[A-Z]{3}[^a-z]*?)\s+(?P<pages>\d{1,4}(?:\s*[-–]\s*\d+)?)")
_ARTICLES = frozenset(
    "The A An La Le Les L’ Il Lo Gli El Los Las Der Die Das Ein Eine Un Une Una Zur Zum O Os As".split()
)
_LONGEST_HEAD = 800  # no list of authors is longer; a bound keeps damaged text from costing minutes
_HONORIFIC = re.compile(r"(?:Sir|Lord|Lady|Dr\.?|Prof(?:essor|\.)?|Mr\.?|Ms\.?|Judge|General|President|Ambassador)\s+")


def label_authors(sheet: Sheet, start: int, end: int) -> None:
    """Label the names before a quoted title, with the gloss of a body or the mark of an editor."""
    edited = editors_before_mark(sheet.text, start, end)
    if edited and not sheet.text[edited.end : end].strip(" ,.:"):
        sheet.put(edited.field, edited.names, "editors-before-title", 0.93)
        sheet.use(start, end)
        return
    span = _trim(sheet.text, start, end)
    if span[0] < span[1] and not sheet.is_used(span[0]):
        _put_authors(sheet, span, "names-before-title", 0.95 if is_names(sheet.text[slice(*span)]) else 0.75)
    sheet.use(start, end)


def label_authors_and_title(sheet: Sheet, start: int, end: int) -> None:
    """Label a stretch that holds authors, a comma and an unquoted title: ``Zhao Lei, Jiangou Heping: …``."""
    text = sheet.text
    edited = editors_before_mark(text, start, end)
    if edited and edited.end < end and text[edited.end : end].strip(" ,.:"):
        sheet.put(edited.field, edited.names, "editors-before-title", 0.93)
        sheet.use(start, edited.end)
        _put_title(sheet, (edited.end, end), 0.9)
        return
    cut = author_end(sheet, start, end)
    if cut > start:
        _put_authors(sheet, _trim(text, start, cut), "names-before-comma", 0.92)
        sheet.use(start, cut)
    following = editors_after_mark(text, cut, end)
    if following and following.start > cut:
        sheet.put(following.field, following.names, "editors-after-title", 0.9)
        sheet.use(following.start, following.end)
        end = following.start
    _put_title(sheet, (cut, end), 0.88)


def author_end(sheet: Sheet, start: int, end: int) -> int:
    """Where the authors end: after the last of the leading comma-parted pieces that are names; ``start`` for none.

    The last piece is never an author, because it must be the title. A second piece counts only if it is surely a
    person: initials, an inverted name, or no English word in it.
    """
    text = sheet.text
    reach = min(end, start + _LONGEST_HEAD)
    commas = [i for i in range(start, reach) if text[i] in ",，:" and _at_top(sheet, i)]
    best = start
    for index, comma in enumerate(commas):
        piece = text[start:comma].strip(" ,")
        if not text[comma + 1 : end].strip(" ,"):
            break
        if text[comma] == ":" and not _inverted(piece):
            break
        gloss_free = _GLOSS.sub("", piece).strip()
        if is_names(piece) or is_names(gloss_free) or (index == 0 and is_body(gloss_free)):
            latest = text[commas[index - 1] + 1 : comma].strip() if index else ""
            organ = (
                index
                and is_body(text[start : commas[0]])
                and is_body(latest)
                and len(latest.split()) <= 5
                and "(" not in latest
            )
            if index and not organ and (is_body(latest) or not _surely_names(latest)):
                break
            best = comma + 1
        elif re.fullmatch(r"et\s+al\.?", text[commas[index - 1] + 1 : comma].strip() if index else ""):
            return comma + 1
        elif index and best > start:
            break
    return best if best > start else _initialed_end(text, start, end)


def _inverted(piece: str) -> bool:
    """A colon ends the authors only behind an inverted name: ``Baumgärtel, Gottfried: Gleicher Zugang``."""
    return bool(re.match(r"[^\W\d_a-z][\w’'-]+,\s", piece)) and is_names(piece) and not is_body(piece)


def _at_top(sheet: Sheet, offset: int) -> bool:
    return sheet.structure.at_top(offset)


def _surely_names(piece: str) -> bool:
    """A further piece of a comma list that can be nothing but names."""
    if re.fullmatch(r"(?:[A-Z]\.[\s-]?)+|Jr\.?|Sr\.?|I{2,3}", piece):
        return True
    plain = re.sub(r"^(?:and|und|et|&)\s+", "", piece)
    if plain.split(" ")[0] in _ARTICLES:
        return False
    return is_names(plain) and not any(
        is_english_word(word) for word in plain.split() if len(word) > 3 and word.istitle()
    )


def _initialed_end(text: str, start: int, end: int) -> int:
    """``E. Durkheim The Division of Labour``: initials and a family name open a title without a comma."""
    match = _INITIALED.match(text, start, end)
    return match.end() if match else start


def _put_authors(sheet: Sheet, span: tuple[int, int], by: str, confidence: float) -> None:
    """Label authors; the bracket behind a body is its translation."""
    text = sheet.text
    honorific = _HONORIFIC.match(text, *span)
    if honorific and is_person(text[honorific.end() : span[1]]):
        span = (honorific.end(), span[1])
    faces = split_faces(text, *span)
    if faces.translation and faces.main and not is_person(text[slice(*span)]):
        sheet.put("author", faces.main, by, confidence)
        sheet.put("author_translation", faces.translation, "gloss-of-body", confidence)
        return
    sheet.put("author", span, by, confidence)


def _put_title(sheet: Sheet, span: tuple[int, int], confidence: float) -> None:
    span = without_imprint(sheet, _trim(sheet.text, *span))
    pages = _PAGES_BEHIND_CAPITALS.fullmatch(sheet.text, *span)
    if pages and not sheet.has("pages"):
        sheet.put("pages", pages.span("pages"), "pages-after-capitals", 0.85)
        span = pages.span("title")
    if span[0] < span[1] and re.search(r"[^\W\d_]", sheet.text[slice(*span)]):
        sheet.put_faces("title", span, "unquoted-title", confidence)


def without_imprint(sheet: Sheet, span: tuple[int, int]) -> tuple[int, int]:
    """The stretch of a title or host without the ", Place, Publisher" at its end, which are labelled."""
    text, (start, end) = sheet.text, span
    while (cut := text.rfind(",", start, end)) > start and sheet.structure.at_top(cut):
        piece = _trim(text, cut + 1, end)
        printed = text[slice(*piece)]
        both = _PLACE_PUBLISHER.fullmatch(text, *piece)
        if both and is_place(both.group("place")) and not sheet.has("publisher"):
            sheet.put("place", both.span("place"), "place-after-title", 0.88)
            sheet.put_faces("publisher", both.span("publisher"), "publisher-after-title", 0.88)
            end = cut
            continue
        if re.fullmatch(r"\d+(?:\s*[-–]\s*\d+)?(?:\s*ff?\.?)?", printed) and not sheet.has("pages"):
            sheet.put("pages", piece, "pages-after-title", 0.85)
            end = cut
            continue
        numbered = find_volumes(text, *piece)
        if numbered and numbered[0][1] == piece[0] and numbered[0][3] == piece[1] and not sheet.has(numbered[0][0]):
            sheet.put(numbered[0][0], numbered[0][2:], "number-after-title", 0.9)
            end = cut
            continue
        if find_edition(text, *piece) == piece or find_edition(text, piece[0], min(piece[1] + 1, end)) == (
            piece[0],
            piece[1] + 1,
        ):
            sheet.put("edition", piece, "edition-word", 0.93)
            end = cut
            continue
        if _GENRE.fullmatch(printed):
            sheet.put("genre", piece, "genre-word", 0.85)
            end = cut
            continue
        name = (
            "place" if is_place(printed) else "publisher" if is_publisher(printed) and not printed[:1].islower() else ""
        )
        before = text.rfind(",", start, cut)
        if not name and before > start and is_place(text[before + 1 : cut].strip()) and len(printed.split()) <= 4:
            name = "publisher"
        if not name or sheet.has(name) or imprint_follows(sheet, end):
            break
        sheet.put(name, piece, f"{name}-after-title", 0.85)
        end = cut
    return _trim(text, start, end)


def imprint_follows(sheet: Sheet, end: int) -> bool:
    """Whether a bracket with an imprint comes next, so that the title holds no part of one."""
    bracket = next(iter(sheet.structure.brackets(end, sheet.end)), None)
    return bool(bracket and read_imprint(sheet.text, *bracket.inner) and ":" in sheet.text[slice(*bracket.inner)])


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the marks at the ends, and without a full stop that belongs to no initial or abbreviation."""
    start, end = trim(text, start, end)
    if text[start:end].endswith(".") and not re.search(r"\b[^\W\d_a-z]\.$|(?:al|Jr|Sr)\.$", text[start:end]):
        end -= 1
    return start, end
