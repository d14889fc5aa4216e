"""Addresses that may become links."""

from __future__ import annotations

import re
from urllib.parse import quote

_STRANGE = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]+")
_ASCII = "".join(map(chr, range(0x21, 0x7F)))


def safe(href: str) -> str:
    """An address of the web with what RFC 3986 does not allow in it percent-coded; empty for any other scheme."""
    href = href.strip()
    if href[:8].casefold().startswith(("http://", "https://")):
        return _STRANGE.sub(lambda found: quote(found[0], safe=""), href)
    return ""


def ascii_only(href: str) -> str:
    """A safe address in ASCII."""
    return href if href.isascii() else quote(href, safe=_ASCII)
