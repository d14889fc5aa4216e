"""What of a web page the checks look at: title, headings, the text that is seen, the names of its places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape

_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(r"<h[12]\b[^>]*>(.*?)</h[12]", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(
    r"<(script|style|noscript|template|svg|title)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^>]*>")
_REFRESH = re.compile(r"<meta[^>]+http-equiv\s*=\s*[\"']?refresh\b[^>]*>", re.IGNORECASE)
_REFRESH_TO = re.compile(r"content\s*=\s*[\"']?\s*([\d.]+)\s*[;,]\s*url\s*=\s*['\"]?([^\"'>]+)", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_ENCODING = re.compile(
    r"utf-?8|utf-16(?:le|be)?|us-ascii|ascii|latin-?1|iso-8859-(?:[1-9]|1[013-6])|windows-(?:874|125[0-8])|"
    r"gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis|iso-2022-jp|koi8-[ru]|macintosh"
)
"""The encodings of the web (WHATWG) that Python knows; its others are no texts, or take for ever."""

_QUICK = 3.0
"""A page that sends its reader on within so many seconds is a redirect."""


@dataclass(frozen=True)
class WebPage:
    """A page of HTML, as far as it was read."""

    html: str

    @cached_property
    def title(self) -> str:
        """Its title in one line."""
        found = _TITLE.search(self.html)
        return _line(found[1]) if found else ""

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Its first headings of the first and second level."""
        found = (_line(_TAG.sub(" ", one[1])) for one in _HEADING.finditer(self.html[:200_000]))
        return tuple(one for one, _ in zip(found, range(3), strict=False))

    @cached_property
    def text(self) -> str:
        """The words that are seen, in one line."""
        return _line(_TAG.sub(" ", _UNSEEN.sub(" ", self.html)))

    @property
    def turn(self) -> str:
        """The address that it sends its reader to at once, or nothing."""
        found = _REFRESH.search(self.html[:20_000])
        to = _REFRESH_TO.search(found[0]) if found else None
        return unescape(to[2]).strip() if to and float(to[1].strip(".") or 0) <= _QUICK else ""

    def names(self) -> frozenset[str]:
        """The fragments that lead to a place in it."""
        return frozenset(unescape(next(filter(None, one), "")) for one in _NAMED.findall(self.html))


def is_place(fragment: str) -> bool:
    """Whether a fragment is the name of a place in a page, and not a route or a stretch of text."""
    return bool(fragment) and not fragment.startswith(("!", "/", ":~:"))


def is_page(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether an answer is a page of HTML: by its media type, or by how it begins where it has none."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind:
        return kind in {"text/html", "application/xhtml+xml"}
    return body[:200].lstrip().lower().startswith((b"<!doctype html", b"<html"))


def read_page(headers: Mapping[str, str], body: bytes) -> WebPage:
    """The page of an answer, in the encoding that its headers or it itself names."""
    named = _CHARSET.search(headers.get("content-type", "").encode()) or _CHARSET.search(body[:2048])
    name = named[1].decode().lower() if named else ""
    return WebPage(body.decode(name if _ENCODING.fullmatch(name) else "utf-8", "replace"))


def _line(text: str) -> str:
    return " ".join(unescape(text).split())
