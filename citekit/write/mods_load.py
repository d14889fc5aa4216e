"""MODS becomes a Library: citekit's own without loss, anybody's as far as it can be read.

What no field takes stays in ``Work.extra`` as the elements it was, under ``mods.`` and the name of the element, or for
a part of a name under ``mods.`` and its role and number (``mods.author.1``).
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from citekit.fields import NAME_FIELDS
from citekit.language import script
from citekit.model import Finding, Library, Work
from citekit.write import edtf
from citekit.write.latex import even
from citekit.write.mods_language import ATTRIBUTES, even_out, named, tag
from citekit.write.mods_names import read_name, role_of
from citekit.write.mods_table import ALSO, BY_HOST, BY_TERM, DATES, FIELDS, HOST, LONG, RELATED
from citekit.write.record import Record, work_of
from citekit.write.rest import work_with
from citekit.write.tree_path import Reading, bare
from citekit.write.types import TYPES
from citekit.write.xml_read import library_of, local, parse_xml
from citekit.write.xml_write import fragment, legal

NAMESPACE = "http://www.loc.gov/mods/v3"
PREFIXES = {"http://www.w3.org/1999/xlink": "xlink", "http://www.w3.org/2001/XMLSchema-instance": "xsi"} | {
    "urn:citekit": "citekit"
}
EXTENSION = "{urn:citekit}record"
BY_ZOTERO = {row.zotero: name for name, row in reversed(TYPES.items())}
_DATE_ATTRIBUTES = ("encoding", "keyDate", "point", "qualifier")


def load_mods(text: str, source: str) -> Library:
    """The works of a MODS text, in its order; ``source`` is the name of the file, for findings.

    Nothing in the text raises: broken XML is a finding, and so is a document that holds no MODS.
    """
    root, finding = parse_xml(text, ("modsCollection",))
    findings = [finding] if finding else []
    works: list[Work] = []
    if root is not None:
        records = [root] if local(root.tag) == "mods" else [child for child in root if local(child.tag) == "mods"]
        if not records and local(root.tag) != "modsCollection":
            findings.append(_stranger(root))
        works = [_work(record, number) for number, record in enumerate(records, 1)]
    return library_of(text, source, works, findings)


def _stranger(root: Element) -> Finding:
    message = f"This file holds no record of MODS; it begins with the element {local(root.tag)}."
    return Finding("RD123", message, "error", line=1, help="Name the format that it is in.")


def _work(root: Element, number: int) -> Work:
    bare(root, NAMESPACE)
    even_out(root)
    line = next((element.text or "" for element in root.iterfind(f"extension/{EXTENSION}")), "")
    told = natural(root, f"record-{number}")
    found = work_with(told, line) if line else None
    if found:
        return found
    return work_of(natural(root, f"record-{number}", own=False))


def natural(root: Element, key: str = "", *, own: bool = True) -> Record:
    """What a record tells without its extension; with ``own`` the extension is citekit's and not to be kept."""
    reading = Reading(root)
    if own:
        for element in reading.find(f"extension/{EXTENSION}"):
            reading.text(element)
        for element in reading.find("extension"):
            reading.know(element)
    values: Record = {"key": even(reading.take("identifier[@type='citekey']")) or even(root.get("ID", "")) or key}
    host = next(reading.find(HOST), None)
    values["type"] = _type(reading, host)
    fields: Record = {}
    _read_languages(values, reading, host)
    values["publisher"] = _publisher(reading) or _school(reading)
    extra = _read_people(values, reading)
    _read_fields(fields, reading)
    _read_pages(fields, reading)
    values["fields"] = {field: value for field, value in fields.items() if value}
    for element in (element for element in root if element.tag in _HOLDERS):
        reading.know(element)
    values["extra"] = extra | _left(reading)
    return {key: value for key, value in values.items() if value}


_HOLDERS = ("subject", "originInfo", "part", "location", "physicalDescription", "language", "recordInfo")


def _type(reading: Reading, host: Element | None) -> str:
    """The type that the genres tell, which are taken; a record without any is a chapter in a host, else a book."""
    own = [(even(genre.text or "").casefold(), genre) for genre in reading.find("genre")]
    hosts = (
        [] if host is None else [(even(genre.text or "").casefold(), genre) for genre in reading.find("genre", host)]
    )
    by_host = next((BY_HOST[term] for term, _ in hosts if term in BY_HOST), "")
    by_term = next((BY_TERM[known] for known in BY_TERM for term, _ in own if term == known), "")
    local_name = next((even(genre.text or "") for genre in reading.find("genre[@authority='local']")), "")
    ours = next((even(genre.text or "") for genre in reading.find("genre[@authority='citekit']")), "")
    for term, genre in [*own, *hosts]:
        word = even(genre.text or "")
        if term in BY_TERM or term in BY_HOST or (genre.get("authority") in ("local", "citekit") and word in _WORDS):
            reading.text(genre, "authority")
    kind = next(reading.find("typeOfResource"), None)
    found = ours if ours in TYPES else BY_ZOTERO.get(local_name, "") or by_host or by_term
    found = found or ("chapter" if host is not None else "book")
    if kind is not None and even(kind.text or "") == ("moving image" if found == "film" else "text"):
        reading.text(kind)
    return found


_WORDS = {*TYPES, *BY_ZOTERO}


def _read_languages(values: Record, reading: Reading, host: Element | None) -> None:
    """The titles; a main title without a language of its own is in that of the record."""
    values["title"] = _title(reading, reading.root)
    main = values["title"].get("main", {})
    terms = list(reading.find("language/languageTerm"))
    told = next(filter(None, (named(even(term.text or "").casefold(), main.get("text", "")) for term in terms)), "")
    if main and told and not main.get("language"):
        main["language"] = told
    for term in terms:
        known = named(even(term.text or "").casefold(), "")
        if known and known.partition("-")[0] == str(main.get("language", "")).partition("-")[0]:
            reading.text(term, "type", "authority")
    if host is not None:
        reading.know(host, "type")
        values["container"] = _title(reading, host)


def _title(reading: Reading, parent: Element) -> Record:
    faces: Record = {}
    for path, face in (("titleInfo[!type]", ""), ("titleInfo[@type='translated']", "translation")):
        for element in reading.find(path, parent):
            text = _whole_title(reading, element, taken=False)
            slot = face or _slot(faces, text)
            if text and slot and slot not in faces:
                _whole_title(reading, element, taken=True)
                reading.know(element, "type", "altRepGroup", *ATTRIBUTES)
                faces[slot] = _face(text, tag(element))
    return faces


def _slot(faces: Record, text: str) -> str:
    """The first title is the main one, another in a script of its own the original."""
    if "main" not in faces:
        return "main"
    return "original" if script(text) else ""


def _whole_title(reading: Reading, element: Element, *, taken: bool) -> str:
    parts = {name: next(reading.find(name, element), None) for name in ("nonSort", "title", "subTitle")}
    texts = {name: "" if part is None or len(part) else even(part.text or "") for name, part in parts.items()}
    if taken:
        for name, part in parts.items():
            if part is not None and texts[name]:
                reading.text(part)
    start = " ".join(filter(None, (texts["nonSort"], texts["title"])))
    return ": ".join(filter(None, (start, texts["subTitle"])))


def _face(text: str, language: str) -> Record:
    return {"text": text, **({"language": language} if language else {})}


def _publisher(reading: Reading) -> Record:
    faces: Record = {}
    for path in ("originInfo/publisher", f"{HOST}/originInfo/publisher"):
        for element in reading.find(path):
            text = even(element.text or "")
            slot = "main" if "main" not in faces else "original" if script(text) else "translation"
            if text and slot not in faces:
                faces[slot] = _face(even(reading.text(element, *ATTRIBUTES)), tag(element))
    return faces


def _school(reading: Reading) -> Record:
    """The body that gave the degree, which some programs tell by its role alone."""
    for element in reading.find("name"):
        terms = {even(term.text or "").casefold() for term in reading.find("role/roleTerm", element)}
        if terms & {"degree grantor", "dgg"}:
            name = even(next((part.text or "" for part in reading.find("namePart[!type]", element)), ""))
            if name:
                _eat(reading, element)
                return {"main": _face(name, "")}
    return {}


def _read_people(values: Record, reading: Reading) -> dict[str, str]:
    """The names by their roles; what is left of a name is told by role and number."""
    found: dict[str, list[Record]] = {}
    left: dict[str, str] = {}
    places = [("", reading.root), *((role, element) for role, path in RELATED for element in reading.find(path))]
    for related, parent in places:
        reading.know(parent, "type")
        for element in reading.find("name", parent):
            role = role_of(reading, element)
            role = related if related and role == "author" else role
            name = read_name(reading, element) if role else {}
            if name:
                found.setdefault(role, []).append(name)
                piece = reading.left(element)
                if piece is not None:
                    left[f"mods.{role}.{len(found[role])}"] = fragment(piece, PREFIXES)
                _eat(reading, element)
    numbered = {role: {str(number): name for number, name in enumerate(names, 1)} for role, names in found.items()}
    values.update({role: numbered.pop(role) for role in NAME_FIELDS if role in numbered})
    values["people"] = numbered
    return left


def _eat(reading: Reading, element: Element) -> None:
    """Take a name whole."""
    for inner in element.iter():
        reading.text(inner, *inner.attrib)


def _paths(path: str) -> list[str]:
    return [path.replace("*", f"{HOST}/"), path.replace("*", "")] if "*" in path else [path]


def _read_fields(fields: Record, reading: Reading) -> None:
    for field, star in (*FIELDS, *ALSO):
        for path in _paths(star):
            if field in fields and not (field == "document_symbol" and "identifier" in path):
                continue
            value = _date(reading, path) if field in DATES else reading.take(path)
            if field == "document_symbol" and field in fields:
                continue
            text = legal(value) if field in LONG else even(value)
            if text:
                fields[field] = text
    topics = [even(reading.text(topic)) for topic in reading.find("subject/topic")]
    fields["keyword"] = ", ".join(filter(None, topics))


def _date(reading: Reading, path: str) -> str:
    """A date, or the two ends of one; one that is approximate or questionable is marked so."""
    ends = {element.get("point", ""): element for element in reversed(list(reading.find(path)))}
    if "start" in ends and "end" in ends:
        return "/".join(even(reading.text(ends[point], *_DATE_ATTRIBUTES)) for point in ("start", "end"))
    element = next(reading.find(path), None)
    if element is None:
        return ""
    value = even(reading.take(path, *_DATE_ATTRIBUTES))
    mark = {"approximate": "~", "questionable": "?"}.get(element.get("qualifier", ""), "")
    return value + mark if mark and edtf.is_date(value + mark) else value


def _read_pages(fields: Record, reading: Reading) -> None:
    for path in _paths("*part/extent"):
        for extent in reading.find(path):
            if extent.get("unit", "") not in ("pages", "page") or fields.get("pages"):
                continue
            ends = [even(reading.take(name, under=extent)) for name in ("start", "end")]
            fields["pages"] = even(reading.take("list", under=extent)) or "-".join(filter(None, ends))
            reading.know(extent, "unit")


def _left(reading: Reading) -> dict[str, str]:
    return dict(_named(reading))


def _named(reading: Reading) -> Iterator[tuple[str, str]]:
    count: dict[str, int] = {}
    for element in reading.root:
        piece = reading.left(element)
        if piece is not None:
            name = f"mods.{local(piece.tag)}"
            count[name] = count.get(name, 0) + 1
            yield (name if count[name] == 1 else f"{name}.{count[name]}"), fragment(piece, PREFIXES)
