"""A Library to the RDF that Zotero exports and imports.

What goes where; :data:`citekit.write.zotero_rdf_table.FIELDS` has the fields one by one:

==============================  =====================================================================================
of a work                       in the graph
==============================  =====================================================================================
key                             ``Citation Key: …`` in Extra, and ``z:citationKey``
type                            the node (``bib:Book``), ``z:itemType``
title                           ``dc:title``
container                       ``dcterms:isPartOf``, a node with ``dc:title``, ``prism:volume``, ``prism:number``,
                                ``dcterms:alternative`` and ``dc:identifier`` (``ISSN …``)
series, number in it; section   ``dcterms:isPartOf``, ``bib:Series`` or ``bib:Part``
publisher, place                ``dc:publisher``, ``foaf:Organization`` with ``foaf:name``, ``vcard:adr``
people                          ``bib:authors`` (``bib:editors``, ``z:translators`` …), ``rdf:Seq`` of ``foaf:Person``
event                           ``bib:presentedAt``, ``bib:Conference``
keywords                        ``dc:subject``, one for each
other fields of the item type   ``z:`` and Zotero's name for them
Extra                           ``dc:description``: other faces, fields and people the item type has no place for, the
                                note, and all the rest, as in :mod:`citekit.write.zotero_csl`
``zotero.…`` of a loaded item   the properties they were
==============================  =====================================================================================
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from citekit.model import Library, Work
from citekit.write.latex import even
from citekit.write.rest import line_of
from citekit.write.tree_path import merge, put
from citekit.write.xml_write import of_fragment, to_xml
from citekit.write.zotero_item import NO_KEY, Item, item_of, record_of, with_rest
from citekit.write.zotero_rdf_load import PREFIX, item_in, shorten
from citekit.write.zotero_rdf_table import CONTAINERS, FIELDS, IDENTIFIERS, NAMESPACES, NODES, PART
from citekit.write.zotero_table import AUTHORS, CREATORS

_NAME = re.compile(r"[A-Za-z]\w*")
_RAW = re.compile(r"rdf(?:\.\d+)?")


def to_zotero_rdf(library: Library) -> str:
    """The works of a library as RDF/XML, in their order.

    Reading the text back with :func:`citekit.write.zotero_rdf_load.load_zotero_rdf` and writing it again gives the same
    bytes.
    """
    root = Element("rdf:RDF")
    abouts = [even(work.extra.get("zotero.about", "")) for work in library.works]
    for number, (work, about) in enumerate(zip(library.works, abouts, strict=True), 1):
        own = about if about and abouts.count(about) == 1 and not about.startswith("#item_") else f"#item_{number}"
        root.append(_node(work, own))
    used = {name.partition(":")[0] for element in root.iter() for name in (element.tag, *element.attrib)}
    root.attrib.update({f"xmlns:{prefix}": uri for uri, prefix in NAMESPACES.items() if prefix in used})
    return to_xml(root, {})


def _node(work: Work, about: str) -> Element:
    item = item_of(work, PREFIX, tags=True)
    told, _ = record_of(item_in(_told(with_rest(item, "{}"), work, about)), NO_KEY, PREFIX)
    return _told(with_rest(item, line_of(told, work)), work, about)


def _told(item: Item, work: Work, about: str) -> Element:
    """The node of an item."""
    root = Element(NODES.get(item.type, "rdf:Description"), {"rdf:about": about})
    put(root, "z:itemType", item.type)
    container = _container(root, item)
    for node, title, number in (("bib:Series", "series", "collection_number"), ("bib:Part", "section", "")):
        texts = {"dc:title": item.fields.get(title, ""), "dc:identifier": item.fields.get(number, "")}
        _related(root, PART, node, texts)
    _related(root, "bib:presentedAt", "bib:Conference", {"dc:title": item.fields.get("event_title", "")})
    for role, names in item.people.items():
        _creators(root, item.type, role, names)
    for field, path in FIELDS:
        if text := item.fields.get("event_place" if field == "place" and "place" not in item.fields else field, ""):
            home = root if container is None or not path.startswith("*") else container
            put(home, path.removeprefix("*"), text)
    for field, word in IDENTIFIERS.items():
        if text := item.fields.get(field, ""):
            SubElement(root if container is None else container, "dc:identifier").text = f"{word} {text}"
    for tag in item.tags:
        SubElement(root, "dc:subject").text = tag
    if item.text:
        put(root, "dc:description", item.text)
    if even(work.key):
        put(root, "z:citationKey", even(work.key))
    _given_back(root, item)
    return root


def _container(root: Element, item: Item) -> Element | None:
    """The node of the container, when the type has one and anything is to be said of it."""
    title, node = item.fields.get("container", ""), CONTAINERS.get(item.type, "")
    if not node:
        put(root, f"z:{'code' if item.type == 'statute' else 'publicationTitle'}", title) if title else None
        return None
    if not any(item.fields.get(field) for field in ("container", "container_title_short", "volume", "issue", "issn")):
        return None
    found = SubElement(SubElement(root, PART), node)
    if title:
        put(found, "dc:title", title)
    return found


def _related(root: Element, relation: str, node: str, texts: dict[str, str]) -> None:
    if any(texts.values()):
        found = SubElement(SubElement(root, relation), node)
        for name, text in texts.items():
            if text:
                put(found, name, text)


def _creators(root: Element, item_type: str, role: str, names: tuple[tuple[str, str], ...]) -> None:
    creator = AUTHORS.get(item_type, "author") if role == "author" else CREATORS[role]
    prefix = "bib" if creator in ("author", "editor", "contributor") else "z"
    listed = SubElement(SubElement(root, f"{prefix}:{creator}s"), "rdf:Seq")
    for last, first in names:
        person = SubElement(SubElement(listed, "rdf:li"), "foaf:Person")
        put(person, "foaf:surname", last)
        if first:
            put(person, "foaf:givenName", first)


def _given_back(root: Element, item: Item) -> None:
    """The properties of a loaded item that citekit has no word for."""
    for name, text in item.unknown.items():
        if _RAW.fullmatch(name):
            piece = of_fragment(text, NAMESPACES)
            if piece is not None:
                merge(root, shorten(piece))
        elif _NAME.fullmatch(name) and name != "about" and even(text):
            put(root, f"z:{name}", even(text))
