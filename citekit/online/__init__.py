"""The only room that opens a socket: a polite, guarded client, links, and archives.

How to ask a registry::

    from citekit.online import Failure, Settings, Told, Web

    settings = Settings(store=default_path(), contact="me@example.org", trusted=trusted("http://127.0.0.1:8000"))
    async with Web(settings) as web:
        told = await web.json("https://api.crossref.org/works", {"query.bibliographic": "…", "rows": "3"})
        if isinstance(told, Failure):  # typed: told.kind is "not-found", "too-many", "time-out", "network-down" …
            ...                        # told.message is a clause for a person; only "not-found" says anything of a work
        else:
            told.value, told.url, told.at, told.is_kept

- :meth:`Web.json` and :meth:`Web.text` never raise for what the network does: they give :class:`Told` or a
  :class:`Failure`. HTML or cut JSON where JSON was asked for is a ``bad-reply``, never an empty value; a 404 is
  ``not-found``; everything else is a failed look-up, which is never "clean".
- Answers are kept in the store for ``age`` seconds (30 days; a ``not-found`` for one), unless ``Settings.refresh``.
  ``headers`` carry keys; they are no part of what an answer is kept under.
- Retries (stamina: growing pauses with jitter, ``Retry-After`` kept to), a limit of requests a host, and the limits
  that a host announces in its headers are kept by themselves. ``web.host("export.arxiv.org").gap = 3.0`` sets the
  seconds between two requests, ``web.host("api.openalex.org").most`` how many are on their way at once.
- Every address is looked up once, judged and pinned. A base address that a person sets, as that of a stub on this
  machine, is to stand in ``Settings.trusted``; :func:`trusted` reads it.
- ``lookup`` and ``clock`` of :class:`Web` take the place of the system's in tests.
"""

from citekit.online.address import Address, read_address
from citekit.online.client import Limits
from citekit.online.failure import Failure, Kind
from citekit.online.settings import Settings
from citekit.online.store import default_path
from citekit.online.web import Told, Web


def trusted(*urls: str) -> frozenset[str]:
    """The hosts with ports of base addresses that a person set, for :attr:`Settings.trusted`."""
    found = (read_address(url, any_port=True) for url in urls)
    return frozenset(f"{one.host}:{one.port}" for one in found if isinstance(one, Address))


__all__ = [
    "Address",
    "Failure",
    "Kind",
    "Limits",
    "Settings",
    "Told",
    "Web",
    "default_path",
    "read_address",
    "trusted",
]
