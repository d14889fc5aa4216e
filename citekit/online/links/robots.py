"""The pause between two requests that a host asks for in its robots.txt.

``Crawl-delay`` is no part of RFC 9309, but widely set. What may be looked at is not asked: a link that a person cites
is looked at as a person would, once.
"""

from __future__ import annotations

import re

from citekit.online.address import Address
from citekit.online.client import Answer, Query
from citekit.online.failure import Failure
from citekit.online.hops import follow
from citekit.online.web import Web

_MOST = 100_000
_LONGEST = 30.0
_LINE = re.compile(r"\s*(user-agent|crawl-delay|[\w-]+)\s*:\s*([^#\r\n]*)", re.IGNORECASE)


async def fetch_delay(web: Web, address: Address) -> float:
    """The seconds that the host of an address asks for, 0 where it asks for none or cannot be asked; 30 at most."""
    robots = web.read(f"{address.site}/robots.txt")
    if isinstance(robots, Failure):
        return 0.0
    trail = await follow(robots, lambda one, _: web.ask(Query(most=_MOST), one, tries={}), web.read)
    answer = trail.answer
    if not isinstance(answer, Answer) or answer.status != 200:
        return 0.0
    return min(crawl_delay(answer.body.decode("utf-8", "replace")), _LONGEST)


def crawl_delay(text: str, agent: str = "citekit") -> float:
    """The ``Crawl-delay`` in seconds that a robots.txt has for an agent, else for all; 0 where it has none."""
    found: dict[str, float] = {}
    agents: list[str] = []
    in_rules = False
    for line in text.splitlines():
        row = _LINE.match(line)
        if row is None:
            continue
        name, value = row[1].lower(), row[2].strip()
        if name == "user-agent":
            agents = [value.lower()] if in_rules else [*agents, value.lower()]
            in_rules = False
            continue
        in_rules = True
        if name == "crawl-delay" and re.fullmatch(r"\d{1,6}(?:\.\d+)?", value):
            found |= dict.fromkeys(agents, float(value))
    return found.get(agent, found.get("*", 0.0))
