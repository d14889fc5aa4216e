"""A page that came with a good status, judged: it is what was cited, a wall before it, or a page that is none."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

from citekit.online.client import Answer, Query
from citekit.online.failure import Failure
from citekit.online.hops import Trail, follow
from citekit.online.links.link import Reason, Remark, Result
from citekit.online.links.media import differs
from citekit.online.links.page import WebPage, is_page, is_place, read_page
from citekit.online.links.soft404 import Suspicion, are_alike, is_home, is_short, say_alike, sibling, suspicion
from citekit.online.links.verdict import dead, doubt
from citekit.online.links.walls import wall
from citekit.online.web import Web

_MOST = 65_536


async def judge_page(web: Web, trail: Trail, answer: Answer) -> Result:
    """The result for a page; an address beside it is asked where the page is suspect."""
    if not answer.body.strip():
        return doubt("empty", status=answer.status)
    page = read_page(answer.headers, answer.body)
    before = wall(page, answer.headers, trail.start, trail.end)
    if before:
        return doubt(before, status=answer.status)
    why = suspicion(page, trail.start, trail.end)
    if why:
        result = await _probed(web, trail, answer, page, why)
        if result:
            return result
    different = differs(trail.start.path, answer.headers.get("content-type", ""))
    if different:
        return doubt("media-type", different, answer.status)
    result = Result("alive", "answers", "the page is there", answer.status)
    remark = _fragment(trail, answer, page)
    return replace(result, remarks=(remark,)) if remark else result


async def _probed(web: Web, trail: Trail, answer: Answer, page: WebPage, why: Suspicion) -> Result | None:
    """What an address that cannot exist tells of a suspect page; None where the page is what it says."""
    beside = await _beside(web, trail)
    reason: Reason = "home-page" if why == "home" else "soft-404"
    if beside is not None and isinstance(beside.answer, Answer) and beside.answer.status < 400:
        if why in {"home", "error-path"} and beside.end.url == trail.end.url:
            return dead(reason, answer.status)
        other = beside.answer
        if is_page(other.headers, other.body):
            probe = read_page(other.headers, other.body)
            if are_alike(page, trail.start, probe, beside.start):
                return dead(reason, answer.status)
            if say_alike(page, probe):
                return doubt(reason, status=answer.status)
    if why == "error-path" or (why == "home" and is_home(trail.end)) or (why == "whole" and is_short(page)):
        return doubt(reason, status=answer.status)
    return None


async def _beside(web: Web, trail: Trail) -> Trail | None:
    address = web.read(sibling(trail.start))
    if isinstance(address, Failure):
        return None
    return await follow(address, lambda one, _: web.ask(Query(most=_MOST), one, tries={}), web.read)


def _fragment(trail: Trail, answer: Answer, page: WebPage) -> tuple[Remark, str] | None:
    """What is to be said of the fragment of an address, where it does not lead to a place in the page."""
    fragment = trail.end.fragment
    if not is_place(fragment):
        return None
    named = page.names()
    wanted = {fragment, unquote(fragment), f"user-content-{fragment}"}
    if wanted & named or fragment.casefold() == "top" or not named:
        return None
    if not answer.is_whole:
        return "not-looked-for", "the page is too large to look for the fragment in"
    return "fragment", f"no place in the page is called #{unquote(fragment)}"
