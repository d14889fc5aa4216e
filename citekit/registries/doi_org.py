"""doi.org: whether a DOI is registered at all, by whom, asked of the Handle System and not of the page behind it."""

from __future__ import annotations

from urllib.parse import quote

from citekit.registries.record import listed, member, text

NAME = "doi.org"


def by_doi(base: str, doi: str) -> tuple[str, dict[str, str]]:
    """The request for the agency that registered a DOI."""
    return f"{base}/ra/{quote(doi, safe='/:;()')}", {}


def read(reply: object) -> str | None:
    """The agency (``Crossref``, ``mEDRA`` …), empty for a DOI that is not registered; None for no reply of its own."""
    first = next(iter(listed(reply)), None)
    agency, status = text(member(first, "RA")), text(member(first, "status"))
    if agency:
        return agency
    return "" if status.casefold() in {"doi does not exist", "invalid doi"} else None
