"""The options of ``citekit links`` as settings of the network."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

import click

from citekit.online import Limits, Settings, default_path, read_address, trusted
from citekit.online.bases import Bases
from citekit.online.client import Transport
from citekit.online.failure import Failure

_NAMES = {
    "doi": ("doi",),
    "handle": ("handle",),
    "wayback": ("available", "cdx", "save"),
    "memento": ("memento",),
}


def bases_of(given: Sequence[str]) -> Bases:
    """The services, some at other addresses: ``wayback=http://127.0.0.1:8000``."""
    told: dict[str, str] = {}
    for one in given:
        name, _, url = one.partition("=")
        if name not in _NAMES or isinstance(read_address(url, any_port=True), Failure):
            raise click.UsageError(f"--base {one} is not NAME=URL with one of {', '.join(_NAMES)} and an http address.")
        told |= dict.fromkeys(_NAMES[name], url.rstrip("/"))
    return Bases(**told)


def settings_of(  # noqa: PLR0913 - one parameter an option
    bases: Bases,
    given: Sequence[str],
    *,
    transport: str,
    per_host: int,
    at_once: int,
    timeout: float,
    retry_after: float,
    contact: str,
    keep: bool,
    refresh: bool,
    allow_private: bool,
    any_port: bool,
) -> Settings:
    """The settings; a service whose address was given is asked wherever it is."""
    urls = (bases.doi, bases.handle, bases.available, bases.cdx, bases.save, bases.memento) if given else ()
    return Settings(
        limits=Limits(seconds=timeout, connect=min(timeout, 10.0), per_host=per_host),
        transport=_transport(transport),
        at_once=at_once,
        longest_wait=retry_after,
        contact=contact,
        allow_private=allow_private,
        any_port=any_port,
        trusted=trusted(*urls),
        store=default_path() if keep else None,
        refresh=refresh,
    )


def _transport(name: str) -> Transport:
    has_fast = find_spec("httpx_aiohttp") is not None
    if name == "aiohttp" and not has_fast:
        raise click.UsageError("--transport aiohttp needs the extra: pip install 'citekit[fast]'.")
    if name == "auto":
        return "aiohttp" if has_fast else "httpx"
    return "aiohttp" if name == "aiohttp" else "httpx"
