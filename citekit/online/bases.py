"""The addresses of the services that are asked; others may be set in their place, for a mirror or a stub."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bases:
    """Base addresses, without a slash at the end."""

    doi: str = "https://doi.org"
    handle: str = "https://hdl.handle.net"
    available: str = "https://archive.org"
    cdx: str = "https://web.archive.org"
    save: str = "https://web.archive.org"
    memento: str = "https://timetravel.mementoweb.org"

    def resolver(self, sort: str) -> str:
        """The resolver of a DOI or a handle; empty for an address of the web."""
        return {"doi": self.doi, "handle": self.handle}.get(sort, "")
