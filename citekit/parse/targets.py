"""Addresses that a note links to without printing them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citekit.model import Evidence, Field, Note, Span

_DOI = re.compile(r"https?://(?:dx\.)?doi\.org/(?P<doi>10\.\d{4,9}/\S+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def linked(note: Note, span: Span, fields: Mapping[str, Field]) -> dict[str, Field]:
    """The address or DOI that the first link in a citation leads to, where the citation prints none.

    The evidence has no span, for the address is not in the note's text; its rule is ``link-target``.
    """
    if "url" in fields or "doi" in fields:
        return {}
    inside = (run for run in note.runs if run.style == "link" and span[0] <= run.start and run.end <= span[1])
    target = next((run.target for run in inside if _ADDRESS.fullmatch(run.target)), "")
    if not target:
        return {}
    evidence = Evidence(note.id, None, "link-target", 0.9)
    doi = _DOI.fullmatch(target)
    return {"doi": Field(doi["doi"], evidence)} if doi else {"url": Field(target, evidence)}
