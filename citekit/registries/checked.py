"""What is said of a work: the verdict, the record it rests on, and field by field what that says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from citekit.model import Work

Verdict: TypeAlias = Literal["verified", "differs", "not-found", "retracted", "corrected", "published", "unchecked"]
"""``published`` is said of a preprint whose published version is known, ``differs`` of a work whose record differs."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice on a work: ``retraction``, ``correction`` or ``concern``, its DOI and date where they are known."""

    kind: str
    doi: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record of a registry that may be the work: what it says of it, its notices, the DOI of its published version.

    ``years`` are all years the registry gives it, in print and online.
    """

    work: Work
    registry: str
    years: frozenset[str] = frozenset()
    notices: tuple[Notice, ...] = ()
    published: str = ""

    @property
    def doi(self) -> str:
        """The DOI of the record."""
        return self.work.fields.get("doi", "")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that is cited as ``cited`` and registered as ``registered``; ``cited`` is empty where it is not cited."""

    field: str
    cited: str
    registered: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on the work at ``place`` of those given, with the reason in a clause and the registries asked."""

    place: int
    verdict: Verdict
    reason: str
    asked: tuple[str, ...] = ()
    candidate: Candidate | None = None
    differences: tuple[Difference, ...] = ()
    fills: tuple[Difference, ...] = ()
    failures: tuple[str, ...] = ()
