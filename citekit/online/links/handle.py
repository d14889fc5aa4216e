"""DOIs and handles asked of the resolver's own interface: whether they are registered, and where they lead.

The interface is that of the Handle System, ``/api/handles/PREFIX/SUFFIX``: a response code of 1 for a handle that is
there, 200 for one without values, 100 for one that is not (with a status of 404). The page behind is not asked, for
publishers shut out what is no browser.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from citekit.online.address import Address
from citekit.online.client import Answer, Query
from citekit.online.failure import Failure, of_status
from citekit.online.hops import follow
from citekit.online.links.link import Result, Sort
from citekit.online.links.verdict import of_failure
from citekit.online.web import Web

_REGISTERED, _WITHOUT_VALUES, _UNKNOWN = 1, 200, 100
_MOST = 200_000
_NAMES = {"doi": "DOI", "handle": "handle"}


async def check_handle(web: Web, base: str, sort: Sort, name: str) -> Result:
    """Ask the resolver at ``base`` (``https://doi.org``) for a DOI or a handle."""
    address = web.read(f"{base.rstrip('/')}/api/handles/{quote(name, safe='/:;()')}")
    if isinstance(address, Failure):
        return of_failure(address)

    async def ask(one: Address, _: str) -> Answer | Failure:
        return await web.ask(Query(most=_MOST), one, headers={"Accept": "application/json"})

    trail = await follow(address, ask, web.read)
    if isinstance(trail.answer, Failure):
        return of_failure(trail.answer)
    told = _json(trail.answer.body)
    code = told.get("responseCode")
    if code in {_REGISTERED, _WITHOUT_VALUES}:
        return Result("alive", "registered", f"the {_NAMES[sort]} is registered", trail.answer.status, _leads_to(told))
    if code == _UNKNOWN:
        return Result("dead", "unregistered", f"no {_NAMES[sort]} is registered under this name", trail.answer.status)
    failure = of_status(trail.answer.status, trail.answer.wait)
    if failure is None or failure.kind in {"not-found", "gone"}:  # not the resolver's own answer: it says nothing
        failure = Failure("bad-reply", f"the resolver gave no answer of its own, status {trail.answer.status}")
    return of_failure(failure)


def _json(body: bytes) -> dict[str, Any]:
    try:
        told = json.loads(body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _leads_to(told: dict[str, Any]) -> str:
    """The address that a handle stands for."""
    values = told.get("values")
    for one in values if isinstance(values, list) else ():
        if isinstance(one, dict) and one.get("type") == "URL" and isinstance(one.get("data"), dict):
            return str(one["data"].get("value", ""))
    return ""
