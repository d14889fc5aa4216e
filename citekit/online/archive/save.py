"""A page given to the Internet Archive to be kept, where a person asks for that (Save Page Now 2)."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from citekit.online.address import Address
from citekit.online.archive.copy import Copy
from citekit.online.archive.wayback import ARCHIVE, day_of_stamp
from citekit.online.client import Query
from citekit.online.failure import Failure, of_status
from citekit.online.settings import REGISTRY_TRIES
from citekit.online.web import Web

_POLLS, _PAUSE = 24, 5.0
_MOST = 200_000


async def save_page(web: Web, base: str, url: str, keys: str) -> Copy | Failure:
    """Have a page kept, and wait for two minutes until it is; ``keys`` are ``access:secret`` of an account there.

    A page that was kept within the last thirty days is not kept again.
    """
    wanted = urlencode({"url": url, "if_not_archived_within": "30d"}).encode()
    told = await _ask(web, "POST", f"{base}/save", keys, wanted)
    if isinstance(told, Failure):
        return told
    job = told.get("job_id")
    if not isinstance(job, str):
        return Failure("bad-reply", str(told.get("message") or "the archive names no job"))
    for _ in range(_POLLS):
        told = await _ask(web, "GET", f"{base}/save/status/{job}", keys)
        if isinstance(told, Failure):
            return told
        if told.get("status") != "pending":
            return _copy(told, base, url)
        await web.clock.sleep(_PAUSE)
    return Failure("time-out", "the archive has not finished the page")


def _copy(told: dict[str, Any], base: str, url: str) -> Copy | Failure:
    stamp = str(told.get("timestamp", ""))
    day = day_of_stamp(stamp)
    if told.get("status") != "success" or not day:
        return Failure("bad-reply", str(told.get("message") or "the archive could not keep the page"))
    return Copy(f"{base}/web/{stamp}/{told.get('original_url') or url}", day, ARCHIVE)


async def _ask(web: Web, method: str, url: str, keys: str, content: bytes = b"") -> dict[str, Any] | Failure:
    address = web.read(url)
    if not isinstance(address, Address):
        return address
    headers = {"Accept": "application/json", "Authorization": f"LOW {keys}"}
    if content:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    answer = await web.ask(Query(method, _MOST, content), address, headers=headers, tries=REGISTRY_TRIES)
    if isinstance(answer, Failure):
        return answer
    failure = of_status(answer.status, answer.wait)
    try:
        told = json.loads(answer.body)
    except ValueError:
        told = None
    if failure or not isinstance(told, dict):
        return failure or Failure("bad-reply", "the archive sent no JSON")
    return told
