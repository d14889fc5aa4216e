"""A Library to EndNote XML that EndNote, Zotero and bibutils read, and EndNote XML of anybody's to a Library.

What goes where (``endnote_table`` is the table itself, type by type), by the paths of elements in a record:

==============================  =====================================================================================
of a work                       in the record
==============================  =====================================================================================
key; type                       label; ref-type (name and number), and work-type where it stands for several types
title: main; translation        titles/title (another face where there is no main one); titles/translated-title
short title                     titles/short-title
container; its short form       titles/secondary-title, periodical/full-title; custom3 of a conference,
                                secondary-authors of a case; titles/alt-title
series                          titles/tertiary-title, of books and reports secondary-title
author; editor; translator      contributors/authors; secondary-authors, of books tertiary-authors;
                                subsidiary-authors
editor of a series              tertiary-authors, of books secondary-authors
other roles                     film: director authors, producer tertiary-authors; interviewer secondary-authors
event_title, event_place        secondary-title of a conference or speech; meeting-place
place; publisher; authority     pub-location; publisher; publisher of a case
date; accessed                  dates/year, and dates/pub-dates/date where there is more than a year; access-date
volume, issue, edition          volume, number, edition (also the version of a program)
pages; number_of_pages          pages; pages of a book or thesis
chapter_number, section         section
collection_number               number of a book
number_of_volumes               num-vols
document_symbol                 report-id, of a case number, of a law misc1
isbn, issn; doi, url; pmcid     isbn; electronic-resource-num, urls/related-urls/url; custom2 of an article
genre; language                 work-type; language (BCP 47)
archive, archive_location       remote-database-name, accession-num
call_number; source             call-num; remote-database-provider
original_title, -publisher …    orig-pub, as ``Title (Place: Publisher, 1967)``
reviewed_title, dimensions      reviewed-item, size; scale: custom1 of a map; medium: custom5 of a film;
                                references: custom5 of a patent
keyword, abstract, note         keywords/keyword, abstract, notes
places that cite the work       research-notes, as ``note 8, p. 44; note 50``; annote is research-notes too
elements of a loaded file       their own paths, from ``endnote.custom2``, ``endnote.urls/pdf-urls/url``; with
                                attributes as XML
all the rest                    custom1: ``citekit:`` and a JSON merge patch from what the elements tell to the whole
==============================  =====================================================================================

``style`` elements are looked through. A document type or entities of its own make a file unfit; what is broken is a
finding, and the records before the break are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from xml.etree.ElementTree import Element, SubElement

from citekit.model import Finding, Library, Work
from citekit.write.endnote_table import ENDNOTE, INNER, NUMBERS, ORDER
from citekit.write.latex import even
from citekit.write.slots import Pair
from citekit.write.tagged import Loaded, keys, reference, with_keys, work_from
from citekit.write.xml_read import library_of, local, parse_xml
from citekit.write.xml_write import fragment, of_fragment, to_xml

_OPAQUE = "custom1"
_WRAPPERS = ("xml", "records")
_ONE = ("notes", "research-notes")
"""Elements that hold several values, one a line."""
_PLACES = {name: number for number, name in enumerate((*ORDER, *INNER))}
_NAMES = {str(number): name for name, number in NUMBERS.items()}
_PATHS = frozenset(path for row in ENDNOTE.rows for code in ENDNOTE.tables for path in row.names(code)) | {_OPAQUE}
_RECORD = re.compile(r"<(?:[\w.-]+:)?record[\s/>]")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBERED = re.compile(r"&#(?:(\d{1,7})|x([0-9A-Fa-f]{1,6}));")


def to_endnote(library: Library) -> str:
    """The works of a library as EndNote XML, in their order."""
    root = Element("xml")
    records = SubElement(root, "records")
    records.extend(_record(work, key) for work, key in zip(library.works, keys(library), strict=True))
    return to_xml(root, {})


def _record(work: Work, key: str) -> Element:
    code, pairs = reference(ENDNOTE, work, key, _OPAQUE)
    record = Element("record")
    SubElement(record, "ref-type", {"name": code}).text = str(NUMBERS[code])
    for path, values in _together(pairs).items():
        _put(record, path, values)
    _sort(record)
    return record


def _together(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    """The values by path; lines of one note are one element."""
    found: dict[str, list[str]] = {}
    for path, value in pairs:
        found.setdefault(path, []).append(value)
    return {path: ["\n".join(values)] if path in _ONE else values for path, values in found.items()}


def _put(record: Element, path: str, values: list[str]) -> None:
    *outer, name = path.split("/")
    parent = record
    for step in outer:
        inner = parent.find(step)
        parent = SubElement(parent, step) if inner is None else inner
    for value in values:
        element = _kept(path, name, value)
        if element is None:
            SubElement(parent, name).text = value
        else:
            parent.append(element)


def _kept(path: str, name: str, value: str) -> Element | None:
    """The element of a loaded file that a value is, attributes and all."""
    if path in _PATHS or not value.startswith(f"<{name} "):
        return None
    element = of_fragment(value, {})
    known = element is not None and element.tag == name and element.attrib and not len(element)
    return element if element is not None and known and fragment(element, {}) == value else None


def _sort(element: Element) -> None:
    last = len(_PLACES)
    element[:] = sorted(element, key=lambda inner: _PLACES.get(inner.tag, last))
    for inner in element:
        _sort(inner)


def load_endnote(text: str, source: str) -> Library:
    """The works of a text in EndNote XML, in its order; ``source`` is the name of the file, for findings.

    Nothing in the text raises: what is broken, or no XML that is read here, is a finding.
    """
    clean, lost = _legal(text)
    root, broken = parse_xml(clean, _WRAPPERS)
    works: list[Loaded] = []
    unknown: list[Finding] = []
    for record, line in _records(root, clean):
        code, pairs = _told(record)
        if code not in NUMBERS:
            unknown.append(_unknown(code, record, line))
        key = next((even(value) for path, value in pairs if path == "label"), "")
        works.append(Loaded(work_from(ENDNOTE, code, pairs, _OPAQUE), key, line))
    if root is not None and not works and local(root.tag) not in _WRAPPERS:
        message = f"This file holds no record of EndNote; it begins with the element {local(root.tag)}."
        unknown.append(Finding("RD123", message, "error", line=1, help="Name the format that it is in."))
    named, twice = with_keys(works)
    found = [*lost, *unknown, *twice, *([broken] if broken else [])]
    return library_of(text, source, named, sorted(found, key=lambda finding: finding.line or 0))


def _legal(text: str) -> tuple[str, list[Finding]]:
    """The text without characters that XML cannot hold, and a finding when there were any."""
    clean = _ILLEGAL.sub("", _NUMBERED.sub(_if_legal, text))
    if clean == text:
        return text, []
    first = _ILLEGAL.search(text) or next(found for found in _NUMBERED.finditer(text) if not _if_legal(found))
    message = "This file holds characters that XML cannot hold, controls for instance; they are left out."
    return clean, [Finding("RD121", message, line=text.count("\n", 0, first.start()) + 1, help=_CONTROLS)]


def _if_legal(found: re.Match[str]) -> str:
    number = int(found[1]) if found[1] else int(found[2], 16)
    legal = number <= 0x10FFFF and not _ILLEGAL.match(chr(number))
    return found[0] if legal else ""


def _lines(text: str) -> Iterator[int]:
    """The lines that the records begin on."""
    line, at = 1, 0
    for found in _RECORD.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        yield line


def _records(root: Element | None, text: str) -> list[tuple[Element, int]]:
    """The records and the lines they begin on; what stands in a record and is called one too is part of it."""
    found = [] if root is None else [element for element in root.iter() if local(element.tag) == "record"]
    inner = {id(part) for record in found for part in record.iter() if part is not record}
    numbered = zip(found, chain(_lines(text), repeat(0)), strict=False)
    return [(record, line) for record, line in numbered if id(record) not in inner]


def _told(record: Element) -> tuple[str, list[Pair]]:
    """The name of the type of a record, and its values by path."""
    code = ""
    pairs: list[Pair] = []
    for child in record:
        if local(child.tag) != "ref-type":
            pairs += _leaves(child, local(child.tag))
            continue
        name, number = even(child.get("name", "")), even("".join(child.itertext()))
        code = name if name in NUMBERS else _NAMES.get(number, name or number)
    return code, pairs


def _leaves(element: Element, path: str) -> Iterator[Pair]:
    """The values in an element; ``style`` is looked through, attributes of what the table does not know are kept."""
    inner = [child for child in element if local(child.tag) != "style"]
    if inner:
        for child in inner:
            yield from _leaves(child, f"{path}/{local(child.tag)}")
        text = even(" ".join(filter(None, (element.text, *(child.tail for child in inner)))))
    else:
        text = "".join(element.itertext()).replace("\r", "\n")
    if element.attrib and path not in _PATHS and not inner:
        bare = Element(local(element.tag), {local(name): even(value) for name, value in element.attrib.items()})
        bare.text = even(text)
        yield path, fragment(bare, {})
    elif path in _ONE:
        yield from ((path, line) for line in text.split("\n"))
    else:
        yield path, text


def _unknown(code: str, record: Element, line: int) -> Finding:
    what = f"The type {code} is none of EndNote" if code else "The record has no type"
    title = even(" ".join(record.itertext()))[:400]
    return Finding("RD132", f"{what}; it is read as a document.", text=title, line=line or None, help=_TYPE)


_TYPE = "Give the record a ref-type with one of the types of EndNote, such as Book (6)."
_CONTROLS = "Look at the values around that line, and export the file anew."
