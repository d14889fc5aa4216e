"""A run over many links: caps and pauses kept, nothing asked twice, an outage told from death, days counted."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from server import Page, Server, always, hang, page, to

from citekit.online import Limits, Settings, Web
from citekit.online.bases import Bases
from citekit.online.links import Checker, Link, Memory
from citekit.online.store import DAY

GOOD = always(page("Report", "Words of the report. " * 30))


def links(base, *paths):
    return [Link("url", (base + path,), path) for path in paths]


def checker(web, **changes):
    return Checker(web, Memory(web.store, web.clock.now()), **{"archives": frozenset(), **changes})


async def all_of(check, wanted):
    return [one async for one in check.outcomes(iter(wanted))]


def test_outcomes_come_in_the_order_of_the_links(webbed):
    server = Server({"/slow": in_order_after(3)}, {"/": GOOD})

    async def work(web, base):
        return await all_of(checker(web), links(base, "/slow", *(f"/{number}" for number in range(3))))

    told = webbed(server, work)
    assert [one.link.printed for one in told] == ["/slow", "/0", "/1", "/2"]


def in_order_after(count):
    """Answer when so many others have been asked."""

    async def behave(server, _request):
        while len(server.asked) <= count:  # noqa: ASYNC110 - what others do is what is waited for
            await asyncio.sleep(0)
        return page("Report", "Words. " * 30)

    return behave


def test_an_address_is_asked_once_however_often_it_is_cited(webbed):
    server = Server({"/a": GOOD})

    async def work(web, base):
        return await all_of(checker(web), links(base, *["/a"] * 50))

    assert {one.result.verdict for one in webbed(server, work)} == {"alive"}
    assert server.count("/a") == 1


@pytest.mark.parametrize("cap", [1, 3])
def test_the_cap_of_a_host_is_never_exceeded(webbed, cap):
    async def together(_server, _request):
        for _ in range(5):
            await asyncio.sleep(0)
        return page("Report", "Words. " * 30)

    server = Server({}, {"/": together})
    hosts = [f"127.0.0.{number}" for number in range(1, 5)]

    async def work(web, _base):
        wanted = [Link("url", (f"http://{host}:{server.port}/{n}",), "x") for n in range(25) for host in hosts]
        return await all_of(checker(web), wanted)

    told = webbed(server, work, *hosts, limits=Limits(per_host=cap))
    assert Counter(one.result.verdict for one in told) == {"alive": 100}
    assert len(server.most_open) == 4
    assert max(server.most_open.values()) <= cap


def test_a_name_for_the_same_machine_has_a_cap_of_its_own_and_a_host_of_its_own(webbed, lookup):
    server = Server({"/a": GOOD})
    lookup.known |= {"one.test": ["127.0.0.1"], "two.test": ["127.0.0.1"]}

    async def work(web, _base):
        wanted = [Link("url", (f"http://{name}.test:{server.port}/a",), name) for name in ("one", "two")]
        return await all_of(checker(web), wanted)

    assert [one.result.verdict for one in webbed(server, work)] == ["alive", "alive"]
    assert {one.host for one in server.asked} == {f"one.test:{server.port}", f"two.test:{server.port}"}


def test_the_pause_of_robots_is_kept(webbed, clock):
    robots = always(Page(200, b"User-agent: *\nCrawl-delay: 7", (("Content-Type", "text/plain"),)))
    server = Server({"/robots.txt": robots}, {"/": GOOD})

    async def work(web, base):
        return await all_of(checker(web), links(base, *(f"/{number}" for number in range(6))))

    assert {one.result.verdict for one in webbed(server, work)} == {"alive"}
    assert server.count("/robots.txt") == 1
    assert sum(clock.slept) >= 4 * 7 * 0.9
    assert max(server.most_open.values()) <= 2


def test_a_single_link_of_a_host_asks_for_no_robots(webbed):
    server = Server({}, {"/": GOOD})

    async def work(web, base):
        return await all_of(checker(web), links(base, "/a"))

    webbed(server, work)
    assert server.count("/robots.txt") == 0


def test_a_pause_that_a_host_asks_for_is_kept_and_a_long_one_is_not(webbed, clock):
    server = Server({"/soon": always(Page(429, b"", (("Retry-After", "20"),)))})
    server.behaviours["/late"] = always(Page(503, b"", (("Retry-After", "100000"),)))

    async def work(web, base):
        return await all_of(checker(web), links(base, "/soon")) + await all_of(checker(web), links(base, "/late"))

    soon, late = webbed(server, work)
    assert soon.result.reason == late.result.reason == "too-many"
    assert server.count("/soon") == 3
    assert server.count("/late") == 1
    assert 39 <= sum(clock.slept) < 200


def test_a_host_that_says_too_many_is_asked_less_at_once(webbed):
    refused = []

    async def strict(server, request):
        await asyncio.sleep(0)
        if server.open[request.host] > 1:
            refused.append(request)
            return Page(429, b"")
        return page("Report", "Words. " * 30)

    server = Server({}, {"/": strict})

    async def work(web, base):
        return await all_of(checker(web), links(base, *(f"/{number}" for number in range(40))))

    told = webbed(server, work)
    assert Counter(one.result.verdict for one in told)["alive"] >= 30
    assert len(refused) < 40


def test_a_host_that_hangs_holds_up_no_other(webbed):
    server = Server({"/hang": hang}, {"/hang/": hang, "/": GOOD})
    hosts = ["127.0.0.1", "127.0.0.2"]

    async def work(web, _base):
        stuck = [Link("url", (f"http://127.0.0.1:{server.port}/hang/{number}",), "stuck") for number in range(8)]
        free = [Link("url", (f"http://127.0.0.2:{server.port}/{number}",), "free") for number in range(100)]
        return await all_of(checker(web), [*stuck, *free])

    told = webbed(server, work, *hosts, seconds=1.0, at_once=12)
    assert Counter((one.link.printed, one.result.reason) for one in told) == {
        ("stuck", "time-out"): 8,
        ("free", "answers"): 100,
    }


def test_an_outage_is_told_from_death(webbed):
    """No host replies, nor do those that are never down together: nothing is said of any link."""
    server = Server({})

    async def work(web, _base):
        check = checker(web)
        wanted = [Link("url", (f"http://host{number}.test/",), "x") for number in range(300)]
        return await all_of(check, wanted), check.is_down

    told, is_down = webbed(server, work, allow_private=False)
    assert is_down
    assert {(one.result.verdict, one.result.reason) for one in told} == {("unchecked", "network-down")}


def test_a_reply_of_any_host_is_a_witness(webbed):
    server = Server({"/a": GOOD})

    async def work(web, base):
        wanted = [*links(base, "/a"), Link("url", ("http://nobody.test/",), "nobody")]
        return [one.result async for one in checker(web).outcomes(iter(wanted))]

    alive, dead = webbed(server, work)
    assert (alive.verdict, dead.verdict, dead.reason) == ("alive", "dead", "dns")


def test_a_name_that_is_not_there_is_looked_up_twice_and_no_more(webbed, lookup):
    server = Server({"/a": GOOD})
    asked = Counter()
    lookup.known["gone.test"] = lambda: asked.update(["gone.test"]) or []

    async def work(web, base):
        wanted = [*links(base, "/a"), *(Link("url", (f"http://gone.test/{number}",), "x") for number in range(20))]
        return [one.result.reason async for one in checker(web).outcomes(iter(wanted))]

    assert webbed(server, work) == ["answers", *["dns"] * 20]
    assert asked["gone.test"] == 2


def test_a_probe_is_a_witness_too(webbed):
    server = Server({"/probe": GOOD})

    async def work(web, base):
        object.__setattr__(web.settings, "probes", (f"{base}/probe",))
        return [one.result async for one in checker(web).outcomes(iter([Link("url", ("http://no.test/",), "no")]))]

    (dead,) = webbed(server, work)
    assert (dead.verdict, dead.reason) == ("dead", "dns")
    assert server.count("/probe") == 1


def test_the_form_that_answers_is_taken(webbed):
    server = Server({"/b/c.html": GOOD, "/d/": GOOD})

    async def work(web, base):
        torn = [
            Link("url", (f"{base}/b/c.html", f"{base}/b/"), "joined"),
            Link("url", (f"{base}/d/The", f"{base}/d/"), "not joined"),
            Link("url", (f"{base}/e/f", f"{base}/e/"), "neither"),
        ]
        return [(one.form.removeprefix(base), one.result) async for one in checker(web).outcomes(iter(torn))]

    joined, apart, neither = webbed(server, work)
    assert [joined[0], apart[0], neither[0]] == ["/b/c.html", "/d/", "/e/f"]
    assert [joined[1].verdict, apart[1].verdict, neither[1].verdict] == ["alive", "alive", "dead"]
    assert joined[1].remarks[0][0] == "joined"


def test_a_fragment_is_looked_for_in_the_whole_page(webbed):
    far = page("Charter", "Article. " * 30_000 + '<h2 id="article-7">Seven</h2>')
    server = Server({"/charter": always(far), "/bare": always(Page(200, b"<title>A</title>none"))})

    async def work(web, base):
        wanted = links(
            base, "/charter#article-7", "/charter#article-9", "/charter#:~:text=x", "/charter#!/r", "/bare#x"
        )
        return [one.result async for one in checker(web).outcomes(iter(wanted))]

    results = webbed(server, work)
    assert [result.verdict for result in results] == ["alive"] * 5
    assert [[name for name, _ in result.remarks] for result in results] == [[], ["fragment"], [], [], []]


def test_a_link_is_dead_after_three_days_of_doubt(webbed, clock, tmp_path):
    server = Server({"/500": always(Page(500))})

    async def work(web, base):
        told = []
        for _ in range(4):
            told += [one.result async for one in checker(web).outcomes(iter(links(base, "/500")))]
            clock.ahead += DAY
        server.behaviours["/500"] = GOOD
        told += [one.result async for one in checker(web).outcomes(iter(links(base, "/500")))]
        return told

    results = webbed(server, work, store=tmp_path / "store")
    assert [one.verdict for one in results] == ["unsure", "unsure", "dead", "dead", "alive"]
    assert "3 days" in results[2].message


def test_what_is_known_is_not_asked_again(webbed, clock, tmp_path):
    server = Server({"/a": GOOD, "/301": always(to(301, "/a")), "/500": always(Page(500))})
    paths = ["/a", "/301", "/500", "/none"]

    async def work(web, base):
        counts = []
        for wait, refresh in ((0, False), (60, False), (2 * 3600, False), (8 * DAY, False), (60, True)):
            clock.ahead += wait
            check = Checker(web, Memory(web.store, web.clock.now(), refresh=refresh), archives=frozenset())
            server.asked.clear()
            told = await all_of(check, links(base, *paths))
            counts.append(({one.path for one in server.asked} - {"/robots.txt"}, [one.result.verdict for one in told]))
        return counts

    first, soon, later, next_week, fresh = webbed(server, work, store=tmp_path / "store")
    assert first[0] == next_week[0] == fresh[0] == set(paths)
    assert soon[0] == set()
    assert later[0] == {"/500", "/none"}
    assert {tuple(told) for _, told in (first, soon, later, fresh)} == {("alive", "moved", "unsure", "dead")}


HANDLES = {
    "/api/handles/10.1000/182": b'{"responseCode":1,"values":[{"type":"URL","data":{"value":"https://a.org/"}}]}',
    "/api/handles/10.1000/a(b)%3Cc%3E;d": b'{"responseCode":1,"values":[]}',
    "/api/handles/10.1000/bare": b'{"responseCode":200,"values":[]}',
}


@pytest.mark.parametrize(
    ("doi", "verdict", "reason"),
    [
        ("10.1000/182", "alive", "registered"),
        ("10.1000/a(b)<c>;d", "alive", "registered"),
        ("10.1000/bare", "alive", "registered"),
        ("10.1000/none", "dead", "unregistered"),
        ("10.1000/fault", "unsure", "server-error"),
        ("10.1000/html", "unsure", "bad-reply"),
        ("10.1000/elsewhere", "unsure", "bad-reply"),
    ],
)
def test_a_doi_is_asked_of_its_resolver(webbed, doi, verdict, reason):
    server = Server({path: always(Page(200, body)) for path, body in HANDLES.items()})
    server.behaviours["/api/handles/10.1000/none"] = always(Page(404, b'{"responseCode":100,"handle":"10.1000/none"}'))
    server.behaviours["/api/handles/10.1000/fault"] = always(Page(500))
    server.behaviours["/api/handles/10.1000/html"] = GOOD

    async def work(web, base):
        check = checker(web, bases=Bases(doi=base))
        return [one.result async for one in check.outcomes(iter([Link("doi", (doi,), doi)]))]

    (result,) = webbed(server, work)
    assert (result.verdict, result.reason) == (verdict, reason)


def test_a_fault_in_a_worker_ends_the_run(webbed, monkeypatch):
    server = Server({"/a": GOOD})

    async def work(web, base):
        check = checker(web)
        monkeypatch.setattr(check, "result", None)
        return await all_of(check, links(base, *(f"/{number}" for number in range(30))))

    with pytest.raises(TypeError):
        webbed(server, work)


def test_links_are_drawn_as_they_are_needed_and_no_host_is_kept_for_ever():
    """All are known to be on no public machine, so that nothing is asked and only the stream is seen."""
    drawn = 0

    def source():
        nonlocal drawn
        for number in range(12_000):
            drawn += 1
            yield Link("url", (f"http://10.0.{number >> 8}.{number & 255}/{number}",), "x")

    async def work():
        async with Web(Settings(at_once=20, probes=())) as web:
            count, most_ahead = 0, 0
            async for one in checker(web).outcomes(source()):
                count += one.result.reason == "private"
                most_ahead = max(most_ahead, drawn - count)
            return count, most_ahead, len(web.names._kept), len(web._hosts)  # noqa: SLF001 - what grows is inside

    count, most_ahead, names, hosts = asyncio.run(work())
    assert count == drawn == 12_000
    assert most_ahead <= 5_001
    assert names <= 5_000
    assert hosts <= 6_000
