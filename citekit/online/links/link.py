"""The nouns of a check of links: what is cited and where, and what came of asking it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from citekit.model import Span
from citekit.online.archive.copy import Copy
from citekit.online.failure import Kind

Sort: TypeAlias = Literal["url", "doi", "handle"]
Verdict: TypeAlias = Literal["alive", "moved", "dead", "unsure", "unchecked"]
VERDICTS: tuple[Verdict, ...] = ("alive", "moved", "dead", "unsure", "unchecked")
Reason: TypeAlias = (
    Kind
    | Literal[
        "answers",
        "registered",  # a DOI or a handle
        "unregistered",
        "redirect-permanent",
        "redirect-temporary",
        "soft-404",  # a page that says in words that there is none
        "home-page",  # the redirect of a deep address to the home page
        "empty",
        "cookie-wall",
        "robot-check",
        "media-type",
    ]
)
Remark: TypeAlias = Literal["joined", "trimmed", "fragment", "not-looked-for"]
"""What is said beside the verdict: pieces were joined, punctuation was taken off, a fragment is not in the page …"""


@dataclass(frozen=True, slots=True)
class Link:
    """One address as it is cited, and where.

    ``forms`` are the addresses that what is printed may mean, the likeliest first: more than one where it is torn over
    lines. For a DOI or a handle they are the bare identifiers. ``printed`` is the stretch of the source; ``span``
    counts in the text of the note, or in the source; ``accessed`` and ``published`` are EDTF.
    """

    sort: Sort
    forms: tuple[str, ...]
    printed: str
    source: str = ""
    key: str = ""
    field: str = ""
    note: str | None = None
    span: Span | None = None
    line: int | None = None
    accessed: str = ""
    published: str = ""
    trimmed: bool = False

    @property
    def url(self) -> str:
        """The likeliest form as an address."""
        return address_of(self.sort, self.forms[0])


RESOLVERS: dict[Sort, str] = {"doi": "https://doi.org/", "handle": "https://hdl.handle.net/"}


def address_of(sort: Sort, form: str) -> str:
    """The address of a form: itself, or that of its resolver."""
    return RESOLVERS.get(sort, "") + form


@dataclass(frozen=True, slots=True)
class Result:
    """What came of asking one form.

    ``final`` is the address that answered last, ``proposed`` the one to cite instead where the host says so; ``hops``
    are the redirects with their status; ``at`` is when it was asked (seconds since 1970), ``failed_days`` on how many
    days in a row it failed.
    """

    verdict: Verdict
    reason: Reason
    message: str
    status: int | None = None
    final: str = ""
    proposed: str = ""
    hops: tuple[tuple[int, str], ...] = ()
    remarks: tuple[tuple[Remark, str], ...] = ()
    at: float = 0.0
    failed_days: int = 0
    is_kept: bool = False

    @property
    def is_failure(self) -> bool:
        """Whether the address failed in a way that, day after day, means that it is dead."""
        return self.verdict == "dead" or self.reason in PASSING


PASSING: frozenset[Reason] = frozenset(
    {"dns-temporary", "unreachable", "refused", "reset", "time-out", "server-error", "loop", "bad-reply", "empty"}
)
"""Failures that may pass; on one day they are doubts, on several they are death."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A link with its result: the form that did best, and what an archive holds where that was asked.

    ``was_looked_for`` tells that archives were asked for a copy, and ``archive_trouble`` why one of them could not be:
    then it is not known whether there is one.
    """

    link: Link
    result: Result
    form: str = ""
    copy: Copy | None = None
    was_looked_for: bool = False
    archive_trouble: str = ""

    @property
    def url(self) -> str:
        """The address that was asked."""
        return address_of(self.link.sort, self.form or self.link.forms[0])
