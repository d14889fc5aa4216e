"""Which format a text is in, told by what stands at its beginning."""

from __future__ import annotations

import re

_HEAD = 20_000
"""Characters that are looked at: a library may open with a page of comments, but not with more."""

_XML = r"\A\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<![^>]*>\s*)*<(?:[\w.-]+:)?"
_YAML = r"\A(?:[^\S\n]*(?:#.*|---.*|%.*)?\n)*"

SIGNS: tuple[tuple[str, str], ...] = (
    ("json", r'\A\s*\{\s*"schema"\s*:\s*"citekit/'),
    ("zotero", r'\A\s*[\[{][\s\S]*?"itemType"\s*:\s*"'),
    ("zotero", r'\A\s*\[\s*\{[\s\S]*?"id"\s*:\s*"https?://(?:www\.)?zotero\.org/'),
    ("zotero", r'\A\s*\[\s*\{[\s\S]*?"note"\s*:\s*"(?:[^"\\]|\\.)*?Citation Key: '),
    ("csl-json", r'\A\s*\[\s*(?:\]|\{\s*\}|\{[\s\S]*?"(?:id|type|title|author|issued)"\s*:)'),
    ("csl-json", r'\A\s*\{\s*"(?:items|references|id|type|title|author)"\s*:'),
    ("endnote", _XML + r"(?:xml>\s*<records|records|record)\b"),
    ("mods", _XML + r"mods(?:Collection)?\b"),
    ("zotero-rdf", _XML + r"RDF\b"),
    ("ris", r"(?m)^TY {1,3}- ?\w"),
    ("csl-yaml", _YAML + r"(?:references|items)[^\S\n]*:"),
    ("csl-yaml", _YAML + r"-[^\S\n]+(?:id|type|title|author)[^\S\n]*:"),
    ("hayagriva", _YAML + r"[^\s#@{\[<][^\n]*:[^\S\n]*\n(?:[^\S\n]+.*\n)*?[^\S\n]+(?:type|title)[^\S\n]*:"),
    ("bibtex", r"(?mi)^[^\S\n]*@[^\S\n]*[a-z]\w*\s*[{(]"),
)
"""Format, and the pattern that a text of it has; they are tried in this order."""

_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in SIGNS)


def sniff(text: str) -> str:
    """The format of a text, or the empty string where it looks like none of them."""
    head = text.removeprefix("\ufeff")[:_HEAD].replace("\r\n", "\n")
    return next((name for name, pattern in _PATTERNS if pattern.search(head)), "")
