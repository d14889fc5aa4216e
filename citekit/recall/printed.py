"""Where in a printed citation a stored value stands."""

from __future__ import annotations

import re

from citekit.model import Span

_DASHES = re.compile(r"[-‐‑–—]")
_QUOTES = re.compile(r"[‘’']")


def printed_at(text: str, span: Span, value: str) -> Span | None:
    """The stretch that prints a value, whatever its case, dashes and quotes; None where it is not there as it is.

    A number is looked for from the end, where years and pages stand.
    """
    words = [re.escape(word) for word in value.split()]
    if not words:
        return None
    pattern = _QUOTES.sub("[‘’']", _DASHES.sub("[-‐‑–—]", r"\s+".join(words).replace(r"\-", "-")))
    edges = (r"(?<!\w)" if value[0].isalnum() else "", r"(?!\w)" if value[-1].isalnum() else "")
    found = list(re.finditer(edges[0] + pattern + edges[1], text[slice(*span)], re.IGNORECASE))
    if not found:
        return None
    match = found[-1] if value[0].isdecimal() else found[0]
    return span[0] + match.start(), span[0] + match.end()
