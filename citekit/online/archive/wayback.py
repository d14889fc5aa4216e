"""The Wayback Machine of the Internet Archive: its index of captures (CDX) and its quick answer (availability)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from citekit.online.archive.copy import Copy
from citekit.online.failure import Failure
from citekit.online.store import DAY
from citekit.online.web import Web

ARCHIVE = "Internet Archive"
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)\d*")
_AGE = 30.0 * DAY


async def ask_cdx(web: Web, base: str, url: str, wanted: date | None) -> list[Copy] | Failure:
    """The five captures nearest to a date, else the five newest; only those of a page that was there (status 200).

    ``sort=closest`` is needed: without it the server passes over ``closest``.
    """
    params = {"url": url, "output": "json", "fl": "timestamp,original,statuscode,digest", "filter": "statuscode:200"}
    params |= {"closest": f"{wanted:%Y%m%d}", "sort": "closest", "limit": "5"} if wanted else {"limit": "-5"}
    told = await web.json(f"{base}/cdx/search/cdx", params, age=_AGE)
    if isinstance(told, Failure):
        return told
    rows = told.value
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        return Failure("bad-reply", "the index of captures has another form")
    found = (_copy(base, *map(str, row[:3])) for row in rows[1:] if len(row) >= 3)
    return [copy for copy in found if copy]


async def ask_available(web: Web, base: str, url: str, wanted: date | None) -> list[Copy] | Failure:
    """The capture nearest to a date; an empty answer means that it is not known whether there is one."""
    params = {"url": url} | ({"timestamp": f"{wanted:%Y%m%d}"} if wanted else {})
    told = await web.json(f"{base}/wayback/available", params, age=DAY)
    if isinstance(told, Failure):
        return told
    snapshots = told.value.get("archived_snapshots") if isinstance(told.value, dict) else None
    closest: Any = snapshots.get("closest") if isinstance(snapshots, dict) else None
    if not isinstance(closest, dict) or str(closest.get("status")) != "200" or not closest.get("available"):
        return []
    day = day_of_stamp(str(closest.get("timestamp")))
    address = str(closest.get("url", "")).replace("http://web.archive.org/", "https://web.archive.org/", 1)
    return [Copy(address, day, ARCHIVE)] if day and address else []


def _copy(base: str, stamp: str, original: str, status: str) -> Copy | None:
    day = day_of_stamp(stamp)
    return Copy(f"{base}/web/{stamp}/{original}", day, ARCHIVE) if day and status == "200" else None


def day_of_stamp(stamp: str) -> str:
    """The day of a capture's time (``20100506…``) as ``2010-05-06``; empty where it is none."""
    found = _STAMP.fullmatch(stamp)
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""
