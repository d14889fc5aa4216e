"""Copies in archives: the nearest to the day of access is chosen, and nothing known is told from nothing there."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from server import Page, Server, always

from citekit.online import Failure
from citekit.online.archive.copy import Copy
from citekit.online.archive.find import Archives, day_of, nearest
from citekit.online.archive.save import save_page
from citekit.online.bases import Bases

HEAD = ["timestamp", "original", "statuscode", "digest"]
URL = "http://www.example.org/report.html?x=1&y=2"


def told(value, status=200):
    return always(Page(status, json.dumps(value).encode(), (("Content-Type", "application/json"),)))


def rows(*stamps):
    return told([HEAD, *([stamp, URL, "200", "D"] for stamp in stamps)])


def services(base):
    return Bases(available=base, cdx=base, save=base, memento=base)


def find(webbed, behaviours, wanted="", folders=None):
    server = Server(behaviours, folders or {})

    async def work(web, base):
        found = await Archives(web, services(base)).find(URL, wanted)
        return found, base

    (found, base), server.base = (webbed(server, work)), ""
    return found, base, server


CDX, AVAILABLE = "/cdx/search/cdx", "/wayback/available"


def test_the_index_is_asked_for_the_nearest_that_was_there(webbed):
    found, base, server = find(webbed, {CDX: rows("20100501120000", "20100510120000", "20120101000000")}, "2010-05-06")
    assert found == Copy(f"{base}/web/20100510120000/{URL}", "2010-05-10", "Internet Archive", 4)
    query = parse_qs(urlsplit(server.asked[0].path).query)
    assert query["closest"] == ["20100506"]
    assert query["sort"] == ["closest"]
    assert query["filter"] == ["statuscode:200"]
    assert query["url"] == [URL]


@pytest.mark.parametrize(
    ("days", "wanted", "chosen"),
    [
        (("2010-05-01", "2010-05-10"), "2010-05-06", "2010-05-10"),
        (("2010-05-05", "2010-06-30"), "2010-05-06", "2010-05-05"),
        (("2009-01-01", "2010-06-05"), "2010-05-06", "2010-06-05"),
        (("2009-01-01", "2013-01-01"), "2010-05-06", "2009-01-01"),
        (("2009-01-01", "2013-01-01"), "", "2013-01-01"),
    ],
)
def test_the_copy_nearest_to_the_day_is_chosen(days, wanted, chosen):
    assert nearest([Copy(day, day, "x") for day in days], day_of(wanted)).date == chosen


def test_the_quick_answer_stands_in_where_the_index_has_nothing_or_fails(webbed):
    closest = {"available": True, "url": "http://web.archive.org/web/2010/x", "timestamp": "20100507", "status": "200"}
    quick = told({"archived_snapshots": {"closest": closest}})
    for index in (told([]), always(Page(503))):
        found, *_ = find(webbed, {CDX: index, AVAILABLE: quick}, "2010-05-06")
        assert (found.url, found.gap) == ("https://web.archive.org/web/2010/x", 1)


@pytest.mark.parametrize(
    "closest",
    [{"available": True, "url": "x", "timestamp": "20100507", "status": "404"}, {"available": False}, None, "x"],
)
def test_a_capture_of_an_error_is_none(webbed, closest):
    quick = told({"archived_snapshots": {"closest": closest} if closest else {}})
    assert find(webbed, {CDX: told([]), AVAILABLE: quick})[0] is None


def test_other_archives_are_asked_last(webbed):
    known = {"closest": {"datetime": "2010-05-01T00:00:00Z", "uri": ["https://archive.example/1"]}}
    nothing = {CDX: told([]), AVAILABLE: told({"archived_snapshots": {}})}
    found, *_ = find(webbed, nothing, "2010-05-06", {"/api/json/": told({"mementos": known})})
    assert found == Copy("https://archive.example/1", "2010-05-01", "archive.example", -5)


def test_nothing_there_is_told_from_nothing_known(webbed):
    nothing = {CDX: told([]), AVAILABLE: told({"archived_snapshots": {}})}
    assert find(webbed, nothing)[0] is None
    failed, *_ = find(webbed, {CDX: always(Page(200, b"<html>")), AVAILABLE: told({"archived_snapshots": {}})})
    assert isinstance(failed, Failure)


def test_an_archive_that_has_had_enough_is_left_alone(webbed):
    server = Server({CDX: always(Page(429, b"", (("Retry-After", "90000"),))), AVAILABLE: told({})})

    async def work(web, base):
        archives = Archives(web, services(base))
        return [await archives.find(f"{URL}&n={number}") for number in range(5)]

    assert {found.kind for found in webbed(server, work)} == {"too-many"}
    assert sum(one.path.startswith(CDX) for one in server.asked) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2010-05-06", date(2010, 5, 6)),
        ("2010-05", date(2010, 5, 1)),
        ("2010", date(2010, 1, 1)),
        ("2010-21", date(2010, 1, 1)),
        ("2010-05-06/2011", date(2010, 5, 6)),
        ("0000", None),
        ("n.d.", None),
        ("", None),
    ],
)
def test_a_day_is_read_from_what_is_cited(text, day):
    assert day_of(text) == day


def test_a_page_is_kept_where_that_is_asked_for(webbed, clock):
    polls = iter([{"status": "pending"}, {"status": "success", "timestamp": "20261128101112", "original_url": URL}])

    async def status(_server, _request):
        return Page(200, json.dumps(next(polls)).encode())

    server = Server({"/save": told({"job_id": "j1"}), "/save/status/j1": status})

    async def work(web, base):
        return await save_page(web, base, URL, "key:secret"), base

    found, base = webbed(server, work)
    assert found == Copy(f"{base}/web/20261128101112/{URL}", "2026-11-28", "Internet Archive")
    first = server.asked[0]
    assert (first.method, first.headers["authorization"]) == ("POST", "LOW key:secret")
    assert clock.slept == [5.0]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (told({"message": "You have reached your limit."}), "bad-reply"),
        (always(Page(200, b"<html>")), "bad-reply"),
        (always(Page(401)), "login"),
    ],
)
def test_a_page_that_could_not_be_kept_says_why(webbed, answer, kind):
    async def work(web, base):
        return await save_page(web, base, URL, "key:secret")

    assert webbed(Server({"/save": answer}), work).kind == kind
