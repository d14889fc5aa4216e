"""Zotero's RDF becomes a Library: citekit's own without loss, exports of any Zotero as far as they can be read.

What no field takes stays in ``Work.extra``: a text in Zotero's own vocabulary as ``zotero.`` and its name, any other
property as the RDF it was (``zotero.rdf``, ``zotero.rdf.2`` …), with the attachments and notes that hang on an item.
"""

from __future__ import annotations

from copy import deepcopy
from xml.etree.ElementTree import Element

from citekit.model import Finding, Library, Work
from citekit.write.latex import even
from citekit.write.tree_path import Reading
from citekit.write.xml_read import library_of, local, parse_xml
from citekit.write.xml_write import fragment, legal
from citekit.write.zotero_item import LONG, Item, whole
from citekit.write.zotero_rdf_table import ALSO, BY_CONTAINER, CONTAINERS, FIELDS, IDENTIFIERS, NAMESPACES, NODES, PART
from citekit.write.zotero_table import AUTHORS, CREATORS, KEPT

PREFIX = "zotero."
_ROOM = 1000
_DEPTH = 8  # a section of a journal in a series is three deep
_NOT_TEXTS = ("rdf", "about", "itemType", "type")
_SURNAMES = ("foaf:surname", "foaf:familyName", "foaf:lastName")
_GIVEN = ("foaf:givenName", "foaf:givenname", "foaf:firstName")
_BY_NODE = {node: item_type for item_type, node in reversed(NODES.items())}
_ROLES = {creator: role for role, creator in CREATORS.items()}
_SERIES = (f"{PART}/bib:Series", *(f"{PART}/{node}/{PART}/bib:Series" for node in BY_CONTAINER))
_SECTIONS = (f"{PART}/bib:Part", *(f"{PART}/{node}/{PART}/bib:Part" for node in BY_CONTAINER))


def load_zotero_rdf(text: str, source: str) -> Library:
    """The works of a text of RDF/XML, in its order; ``source`` is the name of the file, for findings.

    Nothing in the text raises: broken XML is a finding, and so is what stands in the file for itself and is no item,
    as a collection or a note.
    """
    root, finding = parse_xml(text, ("RDF",))
    findings = [finding] if finding else []
    works: list[Work] = []
    if root is not None and local(root.tag) != "RDF":
        message = f"This file holds no RDF; it begins with the element {local(root.tag)}."
        findings.append(Finding("RD123", message, "error", line=1, help="Name the format that it is in."))
    elif root is not None:
        nodes, strange = _nodes(shorten(root))
        works = [_work(node, number) for number, node in enumerate(nodes, 1)]
        findings.extend(map(_left_out, strange))
    return library_of(text, source, works, findings)


def shorten(root: Element) -> Element:
    """The tree with the names that Zotero's RDF uses under their usual prefixes: ``dc:title``."""
    for element in root.iter():
        element.tag = _short(element.tag)
        if any(name.startswith("{") for name in element.attrib):
            values = {_short(name): value for name, value in element.attrib.items()}
            element.attrib.clear()
            element.attrib.update(values)
    return root


def _short(name: str) -> str:
    namespace = name[1:].partition("}")[0] if name.startswith("{") else ""
    return f"{NAMESPACES[namespace]}:{local(name)}" if namespace in NAMESPACES else name


def _nodes(root: Element) -> tuple[list[Element], list[Element]]:
    """The items of a graph, what they point to put into them; and the nodes that nothing points to and are no item."""
    index = {node.get("rdf:about", ""): node for node in root}
    items = [node for node in root if _is_item(node)]
    pointed: set[str] = set()
    room = [_ROOM + 4 * sum(1 for _ in root.iter())]
    for item in items:
        _resolve(item, index, pointed, room)
    strange = [node for node in root if not _is_item(node) and node.get("rdf:about", "") not in pointed]
    return items, strange


def _is_item(node: Element) -> bool:
    told = node.find("z:itemType")
    if told is not None and (told.text or "") in ("attachment", "note", "annotation"):
        return False
    return told is not None or (node.tag in _BY_NODE and node.find("dc:title") is not None)


def _resolve(
    element: Element, index: dict[str, Element], pointed: set[str], room: list[int], above: tuple[str, ...] = ()
) -> None:
    """Put nodes that stand elsewhere in the file to where they are pointed to; an item that is pointed to stays out.

    ``room`` is how many elements may still be added, ``above`` what was put in on the way here: nodes that point to
    each other many times over would grow without end, and stay where they are.
    """
    relations = [relation for relation in element.iter() if not len(relation) and "rdf:resource" in relation.attrib]
    for relation in relations:
        name = relation.attrib["rdf:resource"]
        node = index.get(name) if name and name not in above and len(above) < _DEPTH else None
        size = 0 if node is None or _is_item(node) else sum(1 for _ in node.iter())
        if node is not None and 0 < size <= room[0]:
            room[0] -= size
            pointed.add(name)
            del relation.attrib["rdf:resource"]
            copy = deepcopy(node)
            copy.tail = None
            relation.append(copy)
            _resolve(copy, index, pointed, room, (*above, name))


def _left_out(node: Element) -> Finding:
    title = even(node.findtext("dc:title") or "")
    kind = {"z:Collection": "collection", "bib:Memo": "note", "z:Attachment": "attachment"}.get(node.tag, "thing")
    message = f"The file holds a {kind}{f' ({title})' if title else ''} that is no work; it is kept here and not read."
    return Finding("RD126", message, "info", text=fragment(node, {}), help="Nothing, if only the works are wanted.")


def _work(node: Element, number: int) -> Work:
    return whole(item_in(node), f"item-{number}", PREFIX)


def item_in(root: Element) -> Item:
    """The item that a node tells."""
    reading = Reading(root)
    item_type = _type(reading)
    container = CONTAINERS.get(item_type, "")
    home = f"{PART}/{container}/" if container else ""
    fields = _fields(reading, item_type, home)
    people = _people(reading, item_type)
    tags = tuple(filter(None, (even(reading.text(tag)) for tag in reading.find("dc:subject") if not len(tag))))
    key = even(reading.take("z:citationKey"))
    extra = legal(reading.take("dc:description"))
    if key and not _has_key(extra):
        extra = f"Citation Key: {key}\n{extra}".strip()
    for path in (PART, f"{PART}/bib:Part/{PART}", home.rstrip("/"), *_SERIES, *_SECTIONS):
        for node in reading.find(path) if path else ():
            reading.know(node, "rdf:about")
    unknown = _unknown(reading)
    about = root.get("rdf:about", "")
    if about and not about.startswith("#item_"):
        unknown["about"] = about
    return Item(item_type, fields, people, tags, extra, unknown=unknown)


def _has_key(extra: str) -> bool:
    return any(line.casefold().startswith("citation key:") for line in extra.split("\n"))


def _type(reading: Reading) -> str:
    told = even(reading.take("z:itemType"))
    if told:
        return told
    for part in (*reading.find(PART), *reading.find(f"{PART}/bib:Part/{PART}")):
        for node in part:
            if node.tag in BY_CONTAINER:
                return BY_CONTAINER[node.tag]
    return _BY_NODE.get(reading.root.tag, "document")


def _fields(reading: Reading, item_type: str, home: str) -> dict[str, str]:
    fields = _related(reading, home)
    for field, star in (*FIELDS, *ALSO):
        for path in [star.replace("*", home), star.replace("*", "")] if "*" in star else [star]:
            if field not in fields and not (field == "issue" and "issue" not in KEPT.get(item_type, ("issue",))):
                text = reading.take(path)
                if told := legal(text) if field in LONG else even(text):
                    fields[field] = told
    if "event_place" in KEPT.get(item_type, ()) and "place" in fields:
        fields["event_place"] = fields.pop("place")
    return fields


def _related(reading: Reading, home: str) -> dict[str, str]:
    """The fields that stand in nodes of their own, and the numbers of books."""
    places = [("container", f"{home}dc:title")] if home else []
    places += [("series", f"{path}/dc:title") for path in _SERIES]
    places += [("collection_number", f"{path}/dc:identifier") for path in _SERIES]
    places += [("section", f"{path}/dc:title") for path in _SECTIONS]
    fields: dict[str, str] = {}
    for field, path in (*places, ("event_title", "bib:presentedAt/bib:Conference/dc:title")):
        if field not in fields and (text := even(reading.take(path))):
            fields[field] = text
    for path in dict.fromkeys((f"{home}dc:identifier", "dc:identifier")):
        for element in list(reading.find(path)):
            word, _, value = even("" if len(element) else element.text or "").partition(" ")
            field = next((field for field, name in IDENTIFIERS.items() if name == word.upper()), "")
            if field and value and field not in fields:
                reading.text(element)
                fields[field] = value
    return fields


def _people(reading: Reading, item_type: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The names by role."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    own = {AUTHORS.get(item_type, "author"): "author"}
    for element in reading.root:
        creator = local(element.tag.replace(":", "}"))[:-1]
        role = own.get(creator) or _ROLES.get(creator, "")
        if role and element.tag in (f"bib:{creator}s", f"z:{creator}s") and role not in found:
            names = [_person(reading, person) for person in reading.find("rdf:Seq/rdf:li/foaf:Person", element)]
            for path in ("rdf:Seq", "rdf:Seq/rdf:li", "rdf:Seq/rdf:li/foaf:Person"):
                for node in reading.find(path, element):
                    reading.know(node)
            reading.know(element)
            if any(map(any, names)):
                found[role] = tuple(filter(any, names))
    return found


def _person(reading: Reading, person: Element) -> tuple[str, str]:
    last, first = (
        next(filter(None, (even(reading.take(path, under=person)) for path in paths)), "")
        for paths in (_SURNAMES, _GIVEN)
    )
    return (last, first) if last else (first, "")


def _unknown(reading: Reading) -> dict[str, str]:
    """What nobody took: texts of Zotero's vocabulary by their names, all else as the RDF it is."""
    found: dict[str, str] = {}
    number = 0
    for element in reading.root:
        piece = reading.left(element)
        if piece is None:
            continue
        name = piece.tag.removeprefix("z:")
        text = piece.text or ""
        plain = not len(piece) and not piece.attrib and even(text) == text != ""
        if plain and piece.tag.startswith("z:") and name not in found and name not in _NOT_TEXTS:
            found[name] = text
        else:
            number += 1
            found["rdf" if number == 1 else f"rdf.{number}"] = fragment(piece, {})
    return found
