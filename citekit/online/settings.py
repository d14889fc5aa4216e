"""What a person may set for the network; the defaults are those of a polite guest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from citekit.online.client import Limits, Transport

PROBES = ("https://doi.org/", "https://www.wikipedia.org/", "https://www.iana.org/")
"""Asked only to tell a network that is down from addresses that are dead."""

LINK_TRIES: Mapping[str, int] = {
    "not-found": 2,
    "gone": 2,
    "dns": 2,  # nothing is called dead on one try
    "dns-temporary": 2,
    "refused": 2,
    "reset": 3,
    "server-error": 3,
    "too-many": 3,
}
"""How often a link is tried that fails so; once where the kind is not named, a time-out above all."""

REGISTRY_TRIES: Mapping[str, int] = {
    "dns-temporary": 2,
    "refused": 2,
    "reset": 3,
    "time-out": 2,
    "server-error": 3,
    "too-many": 4,
    "bad-reply": 2,
}
"""The same for a registry, whose 404 says that it holds no such thing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the network is used.

    ``seconds`` and ``connect`` bound a request; ``longest_wait`` is the longest ``Retry-After`` that is waited for, in
    seconds; ``backoff`` the first wait before a retry where the host names none, doubled each time, with as much again
    of jitter. ``trusted`` are hosts with ports that are asked though they are not public. ``contact`` is an address of
    mail that is told to the hosts. ``store`` is the file of tries and answers, None for none.
    """

    limits: Limits = field(default_factory=Limits)
    transport: Transport = "httpx"
    at_once: int = 100
    longest_wait: float = 60.0
    backoff: float = 0.5
    contact: str = ""
    allow_private: bool = False
    any_port: bool = False
    trusted: frozenset[str] = frozenset()
    probes: tuple[str, ...] = PROBES
    store: Path | None = None
    refresh: bool = False

    @property
    def agent(self) -> str:
        """The ``User-Agent`` that is sent."""
        contact = f"; mailto:{self.contact}" if self.contact else ""
        return f"citekit/{_version()} (checks citations{contact})"


@cache
def _version() -> str:
    return version("citekit")
