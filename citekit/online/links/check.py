"""One address asked: HEAD for what is a file, GET for what is a page or where HEAD lies, and the answer judged."""

from __future__ import annotations

from dataclasses import replace

from citekit.online.address import Address
from citekit.online.client import Answer, Query
from citekit.online.failure import Failure, of_status
from citekit.online.hops import Trail, follow
from citekit.online.links.judge import judge_page
from citekit.online.links.link import Result
from citekit.online.links.media import differs, is_file
from citekit.online.links.page import is_page, is_place, read_page
from citekit.online.links.verdict import doubt, of_failure
from citekit.online.links.walls import is_challenge
from citekit.online.web import Web

_PAGE, _WHOLE = 65_536, 4_000_000
"""Bytes of a page that are read: for its head, and to look for a fragment."""

_HEAD_ONCE = {"not-found": 1, "gone": 1, "server-error": 1, "too-many": 1, "reset": 1}
"""HEAD is not tried again where it fails: GET is."""


_BY_ITS_PAGE = frozenset({"soft-404", "home-page"})
"""What is told by the page and not by the status; like that it is dead only when it was so twice."""


async def check_url(web: Web, url: str) -> Result:
    """Ask an address, follow it, judge what comes. It reads no more of a page than it must."""
    address = web.read(url)
    if isinstance(address, Failure):
        return of_failure(address)
    most = _WHOLE if is_place(address.fragment) else _PAGE
    trail = await _asked(web, address, most)
    result = await _judged(web, trail)
    if result.verdict == "dead" and result.reason in _BY_ITS_PAGE:
        trail = await _asked(web, address, most)
        result = await _judged(web, trail)
    return _with_trail(result, trail)


async def _asked(web: Web, address: Address, most: int) -> Trail:
    async def ask(one: Address, cookies: str) -> Answer | Failure:
        headers = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"} | ({"Cookie": cookies} if cookies else {})
        if is_file(one.path):
            answer = await web.ask(Query("HEAD"), one, headers=headers, tries=_HEAD_ONCE)
            if isinstance(answer, Answer) and answer.status < 400 and not _is_a_page_for(one, answer):
                return answer
            if isinstance(answer, Failure) and answer.kind in {"time-out", "network-down", "dns", "private", "tls"}:
                return answer
        return await web.ask(Query(most=most), one, headers=headers)

    return await follow(address, ask, web.read, _turn)


def _is_a_page_for(address: Address, answer: Answer) -> bool:
    """Whether a page comes where a file is wanted, so that its words are to be read."""
    return answer.status < 300 and bool(differs(address.path, answer.headers.get("content-type", "")))


def _turn(answer: Answer) -> str:
    if b"http-equiv" not in answer.body[:20_000].lower() or not is_page(answer.headers, answer.body):
        return ""
    return read_page(answer.headers, answer.body).turn


async def _judged(web: Web, trail: Trail) -> Result:
    answer = trail.answer
    if isinstance(answer, Failure):
        return of_failure(answer)
    if answer.status >= 400:
        return _refused(answer)
    if answer.status >= 300:
        return of_failure(Failure("bad-reply", f"a redirect that leads nowhere, status {answer.status}", answer.status))
    if is_page(answer.headers, answer.body):
        return await judge_page(web, trail, answer)
    different = differs(trail.start.path, answer.headers.get("content-type", ""))
    if different:
        return doubt("media-type", different, answer.status)
    return Result("alive", "answers", "the address answers", answer.status)


def _refused(answer: Answer) -> Result:
    """An answer with a status from 400 on; a test for robots may have any of them."""
    may_be_test = answer.status in {401, 403, 405, 406, 429, 503} and is_page(answer.headers, answer.body)
    if may_be_test and is_challenge(read_page(answer.headers, answer.body), answer.headers):
        return doubt("robot-check", status=answer.status)
    failure = of_status(answer.status, answer.wait)
    return of_failure(failure) if failure else doubt("bad-reply", status=answer.status)


def _with_trail(result: Result, trail: Trail) -> Result:
    """The result with the way that led to it; an address that is well at the end of a permanent redirect has moved."""
    hops = tuple((hop.status, hop.to.url) for hop in trail.hops)
    result = replace(result, hops=hops, final=trail.end.url if hops else "")
    if result.verdict != "alive" or not hops:
        return result
    moved = trail.moved_to
    if moved is not None:
        url = moved.url + (f"#{moved.fragment}" if moved.fragment else "")
        return replace(
            result, verdict="moved", reason="redirect-permanent", message=f"the page has moved to {url}", proposed=url
        )
    return replace(result, reason="redirect-temporary", message="the address leads on for the time being")
