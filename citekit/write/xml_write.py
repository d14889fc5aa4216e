"""A tree of elements to XML text: the same tree gives the same text, indented, with the prefixes that people use.

Also single elements to text and back, for what a format holds and citekit has no word for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.etree.ElementTree import Element

from citekit.write.xml_read import parse_xml

_XML = "http://www.w3.org/XML/1998/namespace"
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_VALUE = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def legal(text: str) -> str:
    """A text without the characters that XML 1.0 cannot hold; line ends become line feeds, outer blanks go."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip(" \t\n")


def to_xml(root: Element, prefixes: Mapping[str, str]) -> str:
    """A whole file. ``prefixes`` are namespace → prefix, the empty one for the namespace of bare names."""
    known = _prefixes(root, prefixes)
    used = {namespace for namespace, _ in map(_apart, _names(root))} - {"", _XML}
    declared = [(_xmlns(prefix), namespace) for namespace, prefix in known.items() if namespace in used]
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(_lines(root, known, declared, "\n")) + "\n"


def fragment(element: Element, prefixes: Mapping[str, str]) -> str:
    """One element on one line, without the declarations that go without saying; :func:`of_fragment` reads it."""
    known = _prefixes(element, prefixes)
    foreign = [(_xmlns(prefix), namespace) for namespace, prefix in known.items() if namespace not in prefixes]
    return "".join(_lines(element, known, foreign, ""))


def of_fragment(text: str, prefixes: Mapping[str, str]) -> Element | None:
    """The element that a line tells; None for a text that is not exactly one element."""
    declared = "".join(f' {_xmlns(prefix)}="{namespace}"' for namespace, prefix in prefixes.items())
    root, finding = parse_xml(f"<fragment{declared}>{text}</fragment>", ())
    if root is None or finding or len(root) != 1 or _text_of(root.text) or _text_of(root[0].tail):
        return None
    root[0].tail = None
    return root[0]


def _text_of(text: str | None) -> str:
    """A text without the blanks around it that XML counts as blanks: an ideographic one is none."""
    return (text or "").strip(" \t\r\n")


def is_mixed(element: Element) -> bool:
    """Whether text stands between the elements in an element, so that no blank in it may be touched."""
    return len(element) > 0 and any(_text_of(text) for text in (element.text, *(child.tail for child in element)))


def _xmlns(prefix: str) -> str:
    return f"xmlns:{prefix}" if prefix else "xmlns"


@lru_cache(maxsize=4096)
def _apart(name: str) -> tuple[str, str]:
    namespace, brace, bare = name.rpartition("}")
    return (namespace[1:], bare) if brace else ("", name)


def _names(root: Element) -> Iterator[str]:
    for element in root.iter():
        yield element.tag
        yield from element.attrib


def _prefixes(root: Element, prefixes: Mapping[str, str]) -> dict[str, str]:
    """The known prefixes, and ``ns1``, ``ns2`` … for the other namespaces in the order they turn up."""
    known = dict(prefixes)
    strange = dict.fromkeys(namespace for namespace, _ in map(_apart, _names(root)))
    for namespace in strange:
        if namespace not in known and namespace not in ("", _XML):
            known[namespace] = f"ns{len(known) - len(prefixes) + 1}"
    return known


def _name(name: str, known: Mapping[str, str]) -> str:
    namespace, bare = _apart(name)
    prefix = "xml" if namespace == _XML else known.get(namespace, "")
    return f"{prefix}:{bare}" if prefix else bare


def _lines(element: Element, known: Mapping[str, str], declared: list[tuple[str, str]], indent: str) -> Iterator[str]:
    name = _name(element.tag, known)
    values = [*declared, *((_name(key, known), value) for key, value in element.attrib.items())]
    yield f"<{name}" + "".join(f' {key}="{_ILLEGAL.sub("", value).translate(_IN_VALUE)}"' for key, value in values)
    text = element.text or ""
    mixed = is_mixed(element)
    if not len(element) and not _text_of(text):
        yield "/>"
        return
    yield ">"
    if mixed or not len(element):
        yield _text(text)
    inner = f"{indent}  " if len(element) and indent and not mixed else ""
    for child in element:
        yield inner
        yield from _lines(child, known, [], inner)
        if mixed:
            yield _text(child.tail or "")
    yield f"{indent if inner else ''}</{name}>"


def _text(text: str) -> str:
    return _ILLEGAL.sub("", text).translate(_IN_TEXT)
