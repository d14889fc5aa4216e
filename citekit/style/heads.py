"""What a style file says of itself in its first lines: read by pattern, since there are ten thousand of them."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

SIZE = 4096
"""Bytes at the start of a file that hold the head in all styles in use."""

_ROOT = re.compile(r"<style\b[^>]*>")
_LOCALE = re.compile(r"\sdefault-locale\s*=\s*[\"']([^\"']*)[\"']")
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.DOTALL)
_FORMAT = re.compile(r"<category\b[^>]*\scitation-format\s*=\s*[\"']([^\"']*)[\"']")
_LINK = re.compile(r"<link\b[^>]*>")
_PARENT = re.compile(r"\srel\s*=\s*[\"']independent-parent[\"']")
_HREF = re.compile(r"\shref\s*=\s*[\"'][^\"']*?([^\"'/]+)/?[\"']")


class Head(NamedTuple):
    """The title of a style, how it cites, its language, and the style that it is a name for."""

    title: str
    form: str
    """``note``, ``author-date``, ``numeric``, ``label`` or ``author``."""
    default_locale: str
    parent: str
    """The independent style that a dependent one follows, by name."""


def read_head(text: str) -> Head:
    """The head of a style; what it does not say is empty."""
    root = _ROOT.search(text)
    title = _first(_TITLE, text)
    links = (link[0] for link in _LINK.finditer(text) if _PARENT.search(link[0]))
    return Head(
        " ".join(html.unescape(title).split()),
        _first(_FORMAT, text),
        _first(_LOCALE, root[0]) if root else "",
        _first(_HREF, next(links, "")),
    )


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""
