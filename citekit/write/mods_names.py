"""Names to the names of MODS, and back.

A person has ``namePart``s ``family`` (with its particle), ``given`` and ``termsOfAddress``; a body one bare
``namePart``. Other faces stand in ``alternativeName``, since programs would run bare parts together with the name.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from citekit.language import script
from citekit.model import Name
from citekit.write.bibtex_names import usual_order
from citekit.write.latex import even
from citekit.write.mods_language import ATTRIBUTES, attributes, tag
from citekit.write.mods_table import RELATORS, ROLES_READ
from citekit.write.particles import apart
from citekit.write.record import Record
from citekit.write.tree_path import Reading, put

_BY_CODE = {code: role for role, code in RELATORS.items()} | ROLES_READ
_ROLE_ATTRIBUTES = ("type", "authority", "authorityURI", "valueURI")


def name_element(name: Name, role: str) -> Element:
    """The element of a name in a role."""
    family, given = even(f"{name.particle} {name.family}"), even(name.given)
    literal = even(name.literal) or ("" if family or given else even(name.translated) or even(name.original))
    element = Element("name", type="corporate" if literal else "personal")
    parts = {"family": family, "given": given, "termsOfAddress": even(name.suffix)}
    for kind, text in {"": literal}.items() if literal else parts.items():
        if text:
            put(element, f"namePart[@type='{kind}']" if kind else "namePart", text)
    for face, language in ((name.original, script(name.original)), (name.translated, "en")):
        if even(face) and even(face) != literal:
            alternative = put(SubElement(element, "alternativeName"), "namePart", even(face))
            alternative.attrib.update(attributes(language))
    code = RELATORS.get(role, "")
    put(element, f"role/roleTerm[@type='{'code' if code else 'text'}']", code or role.replace("-", " "))
    if code:
        put(element, "role/roleTerm/@authority", "marcrelator")
    return element


def role_of(reading: Reading, element: Element) -> str:
    """The role that a name is in, ``author`` where it does not say; empty for a role that citekit has no word for."""
    terms = list(reading.find("role/roleTerm", element))
    words = [even(term.text or "").casefold() for term in terms]
    role = next(filter(None, map(_known, words)), "") if words else "author"
    if role:
        for holder in reading.find("role", element):
            reading.know(holder)
        for term, word in zip(terms, words, strict=True):
            if _known(word) == role:
                reading.text(term, *_ROLE_ATTRIBUTES)
    return role


def _known(word: str) -> str:
    role = word.replace(" ", "-")
    return _BY_CODE.get(word, role if role in _ROLES else "")


_ROLES = {
    *RELATORS,
    *("chair", "collection-editor", "container-author", "editor-translator", "executive-producer", "guest"),
    *("original-author", "reviewed-author", "series-creator"),
}


def read_name(reading: Reading, element: Element) -> Record:
    """The record of a name."""
    kind = element.get("type", "")
    reading.know(element, "type")
    parts = {part: even(reading.take(f"namePart[@type='{part}']", under=element)) for part in _PARTS}
    bare = " ".join(filter(None, (even(reading.text(part)) for part in reading.find("namePart[!type]", element))))
    values = _person(parts, bare if kind == "personal" else "") or _filled(literal=bare)
    for part in reading.find("alternativeName/namePart[!type]", element):
        face = "translated" if tag(part).startswith("en") or not script(part.text or "") else "original"
        values.setdefault(face, even(reading.text(part, *ATTRIBUTES)))
    for alternative in reading.find("alternativeName", element):
        reading.know(alternative)
    if "literal" in values:
        values["order"] = "literal"
    return values


_PARTS = ("family", "given", "termsOfAddress")


def _person(parts: dict[str, str], bare: str) -> Record:
    """A person by parts, or ``Zhao, Lei`` cut at its comma."""
    if "," in bare and not any(parts.values()):
        family, _, given = bare.partition(",")
        parts = {**parts, "family": family.strip(), "given": given.strip()}
    if not any(parts.values()):
        return {}
    particle, family = apart(parts["family"])
    return {
        **_filled(family=family, given=parts["given"], particle=particle, suffix=parts["termsOfAddress"]),
        "order": usual_order(family, parts["given"]),
    }


def _filled(**values: str) -> Record:
    return {key: value for key, value in values.items() if value}
