"""Memento (RFC 7089): one question to many archives, through an aggregator's interface in JSON."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

from citekit.online.archive.copy import Copy
from citekit.online.failure import Failure
from citekit.online.store import DAY
from citekit.online.web import Web


async def ask_memento(web: Web, base: str, url: str, wanted: date | None) -> list[Copy] | Failure:
    """The copies nearest to a date, before and after it, in any archive that the aggregator knows."""
    day = wanted or datetime.fromtimestamp(web.clock.now(), UTC).date()
    told = await web.json(f"{base}/api/json/{day:%Y%m%d}/{url}", age=DAY)
    if isinstance(told, Failure):
        return [] if told.kind == "not-found" else told
    mementos = told.value.get("mementos") if isinstance(told.value, dict) else None
    if not isinstance(mementos, dict):
        return Failure("bad-reply", "the list of copies has another form")
    found = (_copy(mementos.get(name)) for name in ("closest", "prev", "next", "first", "last"))
    return list(dict.fromkeys(copy for copy in found if copy))


def _copy(told: Any) -> Copy | None:  # noqa: ANN401 - it is as the server sent it
    if not isinstance(told, dict):
        return None
    uri = told.get("uri")
    address = uri[0] if isinstance(uri, list) and uri else uri
    moment = str(told.get("datetime", ""))[:10]
    try:
        date.fromisoformat(moment)
    except ValueError:
        return None
    return Copy(address, moment, urlsplit(address).hostname or "") if isinstance(address, str) else None
