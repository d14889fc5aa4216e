"""What a registry is asked through: typed failures, answers kept, limits kept to, retries, TLS, names."""

from __future__ import annotations

import asyncio
import json
import ssl
import time

import pytest
import trustme
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived
from server import Drop, Page, Server, always, date_in, hang, in_turn, page, reset, to, zipped

from citekit.online import Failure, Settings, Told, Web, trusted
from citekit.online.clock import Clock
from citekit.online.links.check import check_url
from citekit.online.pace import Host, retry_after
from citekit.online.store import DAY

JSON = (("Content-Type", "application/json"),)
WORK = always(Page(200, b'{"message": {"DOI": "10.1000/182"}}', JSON))


async def cut(_server, _request):
    raise Drop(first=b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"message": ')


FAULTS = [
    ("/none", always(Page(404, b"Resource not found.")), "not-found"),
    ("/fault", always(Page(500)), "server-error"),
    ("/busy", always(Page(503)), "server-error"),
    ("/too-many", always(Page(429, b"", (("Retry-After", "1"),))), "too-many"),
    ("/day-is-spent", always(Page(429, b"", (("Retry-After", "80000"),))), "too-many"),
    ("/bad", always(Page(400)), "client-error"),
    ("/key", always(Page(401)), "login"),
    ("/forbidden", always(Page(403)), "forbidden"),
    ("/html", always(page("Maintenance")), "bad-reply"),
    ("/half", always(Page(200, b'{"message": {"DOI": ', JSON)), "bad-reply"),
    ("/nothing", always(Page(200, b"", JSON)), "bad-reply"),
    ("/cut", cut, "reset"),
    ("/reset", reset, "reset"),
    ("/hang", hang, "time-out"),
    ("/loop", always(to(302, "/loop")), "loop"),
    ("/inside", always(to(302, "http://169.254.169.254/")), "private"),
    ("/huge", always(Page(200, b"[" + b"0," * 4_500_000 + b"0]", JSON)), "too-large"),
    ("/bomb", always(zipped(Page(200, b" " * 30_000_000, JSON))), "too-large"),
]


@pytest.fixture
def asked(webbed):
    """Ask for JSON at paths of a server that stands for a registry, trusted though it is on this machine."""

    def ask(behaviours, *paths, **changes):
        server = Server(dict(behaviours))

        async def work(web, base):
            object.__setattr__(web.settings, "trusted", trusted(base))
            web.names._trusted = trusted(base)  # noqa: SLF001 - the port is known only now
            return [await web.json(base + path, {"q": "x y"}) for path in paths]

        return webbed(server, work, seconds=1.0, allow_private=False, **changes), server

    return ask


@pytest.mark.parametrize(("path", "behave", "kind"), FAULTS)
def test_a_look_up_that_fails_is_a_failure_with_its_kind(asked, path, behave, kind):
    (told,), _ = asked({path: behave}, path)
    assert isinstance(told, Failure)
    assert told.kind == kind
    assert told.message


def test_json_comes_back_with_its_address_and_moment(asked):
    (told, again), server = asked({"/w": WORK}, "/w", "/w")
    assert told.value == {"message": {"DOI": "10.1000/182"}}
    assert told.url.endswith("/w?q=x+y")
    assert (told.is_kept, again.is_kept) == (False, True)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "first",
    [
        Page(500),
        Page(503),
        Page(429),
        Page(429, b"", (("Retry-After", "2"),)),
        Page(503, b"", (("Retry-After", date_in(3)),)),
    ],
)
def test_what_may_pass_is_tried_again(asked, first):
    behave = in_turn(first, Page(200, b"[1]", JSON))
    (told,), server = asked({"/w": behave}, "/w")
    assert told.value == [1]
    assert len(server.asked) == 2


def test_a_registry_that_moved_a_work_is_followed(asked):
    (told,), _ = asked({"/old": always(to(301, "/w")), "/w": WORK}, "/old")
    assert told.url.endswith("/w")


def test_a_not_found_is_kept_a_day_and_a_fault_is_not(webbed, clock):
    server = Server({"/fault": always(Page(500))})

    async def work(web, base):
        kinds = []
        for ahead in (0, 60, 2 * DAY):
            clock.ahead += ahead
            kinds += [(await web.json(f"{base}/none")).kind, (await web.json(f"{base}/fault")).kind]
        return kinds

    assert webbed(server, work) == ["not-found", "server-error"] * 3
    assert server.count("/none") == 2
    assert server.count("/fault") == 9


def test_an_answer_grows_old(webbed, clock):
    server = Server({"/w": WORK})

    async def work(web, base):
        told = []
        for ahead in (0, 29 * DAY, 2 * DAY):
            clock.ahead += ahead
            told.append((await web.json(f"{base}/w")).is_kept)
        return told

    assert webbed(server, work) == [False, True, False]


def test_limits_that_are_announced_are_kept_to(webbed, clock):
    limits = (("X-Rate-Limit-Limit", "5"), ("X-Rate-Limit-Interval", "10s"))
    server = Server({}, {"/": always(Page(200, b"1", (*JSON, *limits)))})

    async def work(web, base):
        await asyncio.gather(*(web.json(f"{base}/{number}") for number in range(3)))
        return [await web.json(f"{base}/{number}") for number in range(3, 9)]

    webbed(server, work)
    assert sum(clock.slept) >= 5 * 2 * 0.9


def test_a_budget_that_is_spent_is_waited_for(webbed, clock):
    spent = always(Page(200, b"1", (*JSON, ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "30"))))
    server = Server({}, {"/": spent})

    async def work(web, base):
        return [await web.json(f"{base}/{number}") for number in range(2)]

    webbed(server, work)
    assert 29 <= sum(clock.slept) <= 31


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("5", 5), (" 120 ", 120), ("soon", None), ("", None), (None, None), ("-3", None), ("Thu, 99 Foo 2026", None)],
)
def test_a_retry_after_is_seconds(value, seconds):
    assert retry_after(value, time.time()) == seconds


@pytest.mark.parametrize(("ahead", "seconds"), [(90, 90), (-90, 0)])
def test_a_retry_after_is_a_date_too(ahead, seconds):
    assert retry_after(date_in(ahead), time.time()) == pytest.approx(seconds, abs=30)


def test_a_host_lets_in_no_more_than_it_bears_and_all_in_the_end():
    async def work():
        host = Host(3, Clock())
        most = 0

        async def one(number):
            nonlocal most
            async with host.slot():
                most = max(most, host.active)
                await asyncio.sleep(0)
                if number == 5:
                    raise KeyError
                if number % 3 == 0:
                    host.asks_for_less(None)
                else:
                    host.went_well()

        tasks = [asyncio.create_task(one(number)) for number in range(40)]
        await asyncio.sleep(0)
        tasks[20].cancel()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        return most, sum(one is None for one in done), host.active

    assert asyncio.run(work()) == (3, 38, 0)


@pytest.fixture
def authority(tmp_path, monkeypatch):
    """An authority that this machine trusts for the time of a test."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return made


def serving(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return Server({"/": always(page("Report", "Words. " * 30))}, tls=context)


def test_a_certificate_is_checked_by_the_name_though_the_number_is_asked(webbed, lookup, authority):
    server = serving(authority.issue_cert("right.test"))
    lookup.known |= {"right.test": ["127.0.0.1"], "wrong.test": ["127.0.0.1"]}

    async def work(web, _base):
        names = ("right", "wrong", "right")
        return [await check_url(web, f"https://{name}.test:{server.port}/") for name in names]

    right, wrong, again = webbed(server, work)
    assert (right.verdict, again.verdict) == ("alive", "alive")
    assert (wrong.verdict, wrong.reason) == ("unsure", "tls")


@pytest.mark.usefixtures("authority")
def test_a_certificate_of_nobody_is_refused(webbed, lookup):
    server = serving(trustme.CA().issue_cert("right.test"))
    lookup.known["right.test"] = ["127.0.0.1"]

    async def work(web, _base):
        return await check_url(web, f"https://right.test:{server.port}/")

    assert webbed(server, work).reason == "tls"


class Second(asyncio.Protocol):
    """A server that speaks HTTP/2 and nothing else."""

    asked = 0

    def connection_made(self, transport):
        self.transport = transport
        self.talk = H2Connection(H2Configuration(client_side=False))
        self.talk.initiate_connection()
        transport.write(self.talk.data_to_send())

    def data_received(self, data):
        for event in self.talk.receive_data(data):
            if isinstance(event, RequestReceived):
                Second.asked += 1
                self.talk.send_headers(event.stream_id, [(":status", "200"), ("content-type", "text/html")])
                self.talk.send_data(event.stream_id, b"<title>Report</title>Words.", end_stream=True)
        self.transport.write(self.talk.data_to_send())


@pytest.mark.parametrize("transport", ["httpx"])
def test_http_2_is_spoken_where_it_is_offered(webbed, lookup, authority):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("two.test").configure_cert(context)
    context.set_alpn_protocols(["h2"])
    lookup.known["two.test"] = ["127.0.0.1"]

    async def work(web, _base):
        serving = await asyncio.get_running_loop().create_server(Second, "127.0.0.1", 0, ssl=context)
        port = serving.sockets[0].getsockname()[1]
        results = await asyncio.gather(*(check_url(web, f"https://two.test:{port}/{number}") for number in range(5)))
        serving.close()
        return results

    assert {result.verdict for result in webbed(Server({}), work)} == {"alive"}
    assert Second.asked == 5


def test_the_next_number_of_a_host_is_asked_where_the_first_refuses(webbed, lookup):
    server = Server({"/": always(page("Report", "Words. " * 30))})
    lookup.known["two.test"] = ["127.0.0.9", "127.0.0.1"]

    async def work(web, _base):
        return await check_url(web, f"http://two.test:{server.port}/")

    assert webbed(server, work).verdict == "alive"


def test_what_is_kept_is_found_under_the_request_and_not_under_its_key(webbed, tmp_path):
    server = Server({"/w": WORK})

    async def work(web, base):
        first = await web.json(f"{base}/w", headers={"Authorization": "secret"})
        second = await web.json(f"{base}/w")
        return first, second

    first, second = webbed(server, work, store=tmp_path / "store")
    assert isinstance(first, Told)
    assert second.is_kept
    assert b"secret" not in (tmp_path / "store").read_bytes()


def test_the_agent_names_the_program_and_the_contact():
    assert Settings(contact="me@example.org").agent.startswith("citekit/")
    assert "mailto:me@example.org" in Settings(contact="me@example.org").agent


def test_a_web_that_asked_nothing_closes():
    async def work():
        async with Web() as web:
            return web.store.trouble

    assert not asyncio.run(work())


def test_json_is_read_in_utf_8(asked):
    (told,), _ = asked({"/w": always(Page(200, json.dumps({"a": "國"}, ensure_ascii=False).encode(), JSON))}, "/w")
    assert told.value == {"a": "國"}
