"""A Library to MODS 3.7 (Metadata Object Description Schema), as libraries, Zotero and bibutils read it.

What goes where; :data:`citekit.write.mods_table.FIELDS` has the fields one by one:

==============================  =====================================================================================
of a work                       in the record
==============================  =====================================================================================
key                             ``identifier type="citekey"``; ``ID``, made fit to be one
type                            ``genre``: of MARC and bibutils, Zotero's (``authority="local"``), ours where they
                                tell less (``authority="citekit"``); ``typeOfResource``
title: main, original           ``titleInfo lang script transliteration``, tied by ``altRepGroup``
title: translation; short       ``titleInfo type="translated"``; ``type="abbreviated"``
container, its faces            ``relatedItem type="host"``, likewise
publisher, its faces            ``originInfo/publisher lang script``
people                          ``name``: ``namePart``s, ``alternativeName`` for other faces, ``role`` by MARC relator
container, original, reviewed   ``name`` in the ``relatedItem`` of theirs
authors
date and other dates            ``originInfo/dateIssued``, ``dateOther``; ``encoding="w3cdtf"`` or ``"edtf"``
volume, issue, pages            ``part`` of the host, or of the record where there is none
document symbol                 ``part/detail type="number"``; of the United Nations ``identifier type="un-symbol"`` too
series, first edition, review   ``relatedItem type="series"``, ``"original"``, ``"reviewOf"``
url, accessed                   ``location/url dateLastAccessed``
keywords                        ``subject/topic``, one for each
language of the title           ``language/languageTerm``
``mods.…`` of a loaded record   the elements they were
all the rest                    ``extension``: a JSON merge patch (RFC 7396) from what these tell to the whole record
==============================  =====================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from citekit.fields import LIBRARY_ROLES
from citekit.model import Library, Title, Work
from citekit.write import edtf
from citekit.write.latex import even
from citekit.write.mods_language import attributes, language
from citekit.write.mods_load import BY_ZOTERO, EXTENSION, NAMESPACE, PREFIXES, natural
from citekit.write.mods_names import name_element
from citekit.write.mods_table import DATES, FIELDS, GENRES, HOST, LONG, ORDER, RELATED, Genre
from citekit.write.rest import line_of
from citekit.write.tree_path import in_order, merge, put
from citekit.write.types import TYPES, kind
from citekit.write.xml_write import legal, of_fragment, to_xml

_W3C = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_RANGE = re.compile(r"(?P<start>[^\s,-]+)-(?P<end>[^\s,-]+)")
_UNTOLD = {name for name, row in TYPES.items() if BY_ZOTERO[row.zotero] != name}
_NOT_IN_ID = re.compile(r"[^\w.-]|[^\x00-\x7f]")


def to_mods(library: Library) -> str:
    """The works of a library as a ``modsCollection``, in their order.

    Reading the text back with :func:`citekit.write.mods_load.load_mods` and writing it again gives the same bytes.
    """
    root = Element("modsCollection", xmlns=NAMESPACE)
    for work, name in zip(library.works, _ids(library.works), strict=True):
        root.append(_record(work, name))
    return to_xml(root, PREFIXES)


def _ids(works: tuple[Work, ...]) -> Iterator[str]:
    """IDs as XML wants them: letters of ASCII, no digit first, no two the same."""
    taken: set[str] = set()
    for work in works:
        plain = _NOT_IN_ID.sub("", work.key)
        name = base = plain if plain[:1].isalpha() else f"_{plain}"
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        yield name


def _record(work: Work, name: str) -> Element:
    root = Element("mods", ID=name, version="3.7")
    if even(work.key):
        put(root, "identifier[@type='citekey']", even(work.key))
    _titles(root, work.title)
    host = HOST if any(map(even, _texts(work.container))) else ""
    if host:
        _titles(put(root, HOST, ""), work.container)
    _people(root, work)
    _kinds(root, work, host)
    _fields(root, work, host)
    _publisher(root, work.publisher)
    _given_back(root, work)
    in_order(root, ORDER)
    if rest := line_of(natural(root), work):
        SubElement(SubElement(root, "extension"), EXTENSION).text = rest
    return root


def _texts(title: Title) -> list[str]:
    return [face.text for face in (title.main, title.original, title.translation) if face]


def _titles(parent: Element, title: Title) -> None:
    faces = {"main": title.main, "original": title.original, "translation": title.translation}
    both = even(title.main.text if title.main else "") and even(title.original.text if title.original else "")
    for name, face in faces.items():
        if face and even(face.text):
            element = SubElement(parent, "titleInfo")
            if name == "translation":
                element.set("type", "translated")
            elif both:
                element.set("altRepGroup", "1")
            element.attrib.update(attributes(face.language))
            put(element, "title", even(face.text))


def _publisher(root: Element, publisher: Title) -> None:
    for face in (publisher.main, publisher.original, publisher.translation):
        if face and even(face.text):
            put(root, "originInfo/publisher", even(face.text)).attrib.update(attributes(face.language))


def _people(root: Element, work: Work) -> None:
    groups = {"author": work.author, "editor": work.editor, "translator": work.translator}
    groups |= {role: work.people.get(role, ()) for role in LIBRARY_ROLES}
    related = dict(RELATED)
    for role, names in groups.items():
        for number, name in enumerate(names, 1):
            element = name_element(name, "author" if role in related else role)
            if piece := of_fragment(work.extra.get(f"mods.{role}.{number}", ""), PREFIXES):
                element.attrib.update(piece.attrib)
                element.extend(piece)
            if element.find("namePart") is not None:
                (_at(root, related[role]) if role in related else root).append(element)


def _at(root: Element, path: str) -> Element:
    """The element of a related work, which may be there already."""
    there = root.find(path)
    return put(root, path, "") if there is None else there


def _kinds(root: Element, work: Work, host: str) -> None:
    """The genres; what tells nothing beyond them is told in citekit's own word."""
    row = GENRES.get(work.type, Genre("", ""))
    for authority, term in _terms(row.own if row.own or host else row.host):
        put(root, f"genre[@authority='{authority}']", term)
    for authority, term in _terms(row.host if host else ""):
        put(root, f"{HOST}/genre[@authority='{authority}']", term)
    put(root, "genre[@authority='local']", kind(work.type).zotero)
    if work.type in _UNTOLD:
        put(root, "genre[@authority='citekit']", work.type)
    put(root, "typeOfResource", "moving image" if work.type == "film" else "text")
    tag = work.title.main.language if work.title.main else ""
    if language(tag):
        put(root, "language/languageTerm[@type='code'][@authority='rfc5646']", language(tag))


def _terms(listed: str) -> list[tuple[str, str]]:
    return [(authority, term) for authority, _, term in (item.partition(":") for item in listed.split(";")) if term]


def _fields(root: Element, work: Work, host: str) -> None:
    for field, path in FIELDS:
        value = work.fields.get(field, "")
        text = legal(value) if field in LONG else even(value)
        if text and (field != "accessed" or even(work.fields.get("url", ""))):
            element = put(root, path.replace("*", f"{host}/" if host else ""), text)
            if field in DATES and (encoding := _encoding(text)):
                element.set("encoding", encoding)
    symbol = even(work.fields.get("document_symbol", ""))
    if symbol and work.type == "un-document":
        put(root, "identifier[@type='un-symbol']", symbol)
    for topic in filter(None, map(even, work.fields.get("keyword", "").split(","))):
        put(SubElement(root, "subject"), "topic", topic)
    _pages(root, even(work.fields.get("pages", "")), f"{host}/part" if host else "part")


def _encoding(date: str) -> str:
    if not edtf.is_date(date):
        return ""
    return "w3cdtf" if _W3C.fullmatch(date) else "edtf"


def _pages(root: Element, pages: str, part: str) -> None:
    found = _RANGE.fullmatch(pages)
    for name, text in (found.groupdict() if found else {"list": pages}).items():
        if text:
            path = f"{part}/extent[@unit='pages']"
            put(_at(root, path), name, text)


def _given_back(root: Element, work: Work) -> None:
    """The elements of a loaded record that citekit has no word for."""
    for name, text in sorted(work.extra.items(), key=_place):
        piece = of_fragment(text, PREFIXES) if re.fullmatch(r"mods\.\w+(?:\.\d+)?", name) else None
        if piece is not None and piece.tag == name.split(".")[1]:
            merge(root, piece)


def _place(item: tuple[str, str]) -> tuple[str, int]:
    name, _, number = item[0].rpartition(".")
    return (name, int(number)) if number.isdecimal() else (item[0], 1)
