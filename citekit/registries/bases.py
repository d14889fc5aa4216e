"""The addresses of the registries; others may be set in their place, for a mirror or a stub."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bases:
    """Base addresses, without a slash at the end."""

    crossref: str = "https://api.crossref.org"
    openalex: str = "https://api.openalex.org"
    datacite: str = "https://api.datacite.org"
    open_library: str = "https://openlibrary.org"
    arxiv: str = "https://export.arxiv.org"
    doi: str = "https://doi.org"
