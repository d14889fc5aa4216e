"""No machine that is not on the public network is asked, under whatever spelling, name or redirect."""

from __future__ import annotations

import asyncio

import pytest
from server import Server, always, page, to

from citekit.online import Failure, Settings, Web
from citekit.online.client import Clients
from citekit.online.guard import is_public
from citekit.online.links.check import check_url
from citekit.online.names import system_lookup

REFUSED = """
http://127.0.0.1/ http://127.0.0.1:8080/x http://127.1/ http://127.0.1/ http://127.255.255.254/ http://0.0.0.0/
http://0/ http://0x7f.1/ http://0x7f000001/ http://2130706433/ http://017700000001/ http://0177.0.0.1/
http://0177.0.0.01/ http://0x7f.0x0.0x0.0x1/ http://127.000.000.001/ http://localhost/ http://LOCALHOST/
http://localhost./ http://①②⑦.0.0.1/ http://127。0。0。1/ http://１２７.0.0.1/ http://127.0.0.1./
http://10.0.0.1/ http://10.255.255.255/ http://172.16.0.1/ http://172.31.255.255/ http://192.168.0.1/
http://192.168.1.254/ http://100.64.0.1/ http://100.100.100.200/ http://169.254.169.254/latest/meta-data/
http://169.254.0.1/ http://2852039166/ http://0xA9FEA9FE/ http://0251.0376.0251.0376/ http://192.0.0.192/
http://168.63.129.16/ http://198.18.0.1/ http://192.0.2.1/ http://198.51.100.7/ http://203.0.113.9/
http://192.88.99.1/ http://224.0.0.1/ http://239.255.255.250/ http://240.0.0.1/ http://255.255.255.255/
http://[::1]/ http://[0:0:0:0:0:0:0:1]/ http://[::]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/
http://[0:0:0:0:0:ffff:127.0.0.1]/ http://[::ffff:10.0.0.1]/ http://[::ffff:169.254.169.254]/ http://[::127.0.0.1]/
http://[::7f00:1]/ http://[::ffff:0:127.0.0.1]/ http://[::ffff:0:7f00:1]/ http://[64:ff9b::127.0.0.1]/
http://[64:ff9b::7f00:1]/ http://[64:ff9b::a00:1]/ http://[64:ff9b::a9fe:a9fe]/ http://[64:ff9b:1::1]/
http://[2002:7f00:1::]/ http://[2002:a00:1::1]/ http://[2002:a9fe:a9fe::]/ http://[2001:0:7f00:1::1]/
http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/ http://[2001:db8::1]/ http://[fc00::1]/ http://[fd00:ec2::254]/
http://[fe80::1]/ http://[fec0::1]/ http://[ff02::1]/ http://[ff0e::1]/ http://[100::1]/ http://[3fff::1]/
http://[5f00::1]/ http://[2606:4700::5efe:7f00:1]/ http://[2606:4700:0:0:200:5efe:a00:1]/
http://user@127.0.0.1/ http://example.org@127.0.0.1/ http://127.0.0.1@example.org/ http://user:word@example.org/
http://example.org\\@127.0.0.1/ http://127.0.0.1#@example.org/ http://127.0.0.1?@example.org/
http://%31%32%37.0.0.1/ http://[::1%25eth0]/ http://[::1 http://127.0.0.1:22/ http://example.org:22/
http://example.org:0/ http://example.org:99999/ file:///etc/passwd ftp://127.0.0.1/ gopher://127.0.0.1/
dict://127.0.0.1/ data:text/html,x javascript:alert(1) //127.0.0.1/ http:// http:///x http://./ http://../
""".split()

NAMES = {
    "loop.example": ["127.0.0.1"],
    "inside.example": ["10.1.2.3"],
    "mixed.example": ["93.184.215.14", "192.168.0.7"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "metadata.google.internal": ["169.254.169.254"],
    "link.example": ["fe80::1%eth0"],
    "nat.example": ["64:ff9b::7f00:1"],
    "nothing.example": ["not an address"],
}

PUBLIC = """
8.8.8.8 93.184.215.14 1.1.1.1 172.15.255.255 172.32.0.1 100.63.255.255 100.128.0.1 169.253.1.1 192.167.1.1 223.255.255.1
2606:4700:4700::1111 2001:4860:4860::8888 2a00:1450:4001::1 64:ff9b::808:808 2002:808:808::1 2620:0:2d0:200::7
""".split()


def look_up(host):
    return NAMES[host] if host in NAMES else system_lookup(host)


@pytest.fixture
def checked(monkeypatch):
    """What becomes of an address when nothing may be asked: a request that is made all the same fails the test."""

    async def ask(*_):
        pytest.fail("a machine was asked that must not be")

    monkeypatch.setattr(Clients, "ask", ask)

    async def check(url):
        async with Web(Settings(probes=()), lookup=look_up) as web:
            return await check_url(web, url)

    return lambda url: asyncio.run(check(url))


def test_there_are_more_than_sixty_spellings():
    assert len(set(REFUSED)) >= 100


@pytest.mark.parametrize("url", [*REFUSED, *(f"http://{name}/" for name in NAMES)])
def test_an_address_is_refused_under_any_spelling(checked, url):
    result = checked(url)
    known = {"unchecked": {"private", "scheme", "credentials", "port", "malformed"}, "dead": {"dns"}}
    assert result.reason in known.get(result.verdict, set()), result


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_let_through(address):
    assert is_public(address)


@pytest.mark.parametrize("address", ["", "x", "127.1", "1.2.3", "::1%lo", "fe80::1%eth0", "1.2.3.4.5"])
def test_what_is_no_public_address_is_not(address):
    assert not is_public(address)


def run(work, lookup, **changes):
    async def main():
        server = Server({"/": always(page("Inside")), "/to": None})
        await server.start()
        async with Web(Settings(probes=(), backoff=0, **changes), lookup=lookup) as web:
            result = await work(web, server)
        await server.stop()
        return result, server

    return asyncio.run(main())


LEADS = """
http://127.0.0.1:{port}/ http://0x7f.1:{port}/ http://[::ffff:127.0.0.1]:{port}/ //127.1:{port}/ http://[::1]/
http://169.254.169.254/ http://inside.test/ file:///etc/passwd http://u@127.0.0.1/
""".split()


@pytest.mark.parametrize("target", LEADS)
def test_a_redirect_leads_to_no_private_machine(target):
    """A trusted host, which stands for a public one, sends its visitors inside."""

    async def work(web, server):
        server.behaviours["/to"] = always(to(302, target.format(port=server.port)))
        web.names._trusted = frozenset({f"outside.test:{server.port}"})  # noqa: SLF001 - stands for a public host
        object.__setattr__(web.settings, "trusted", web.names._trusted)  # noqa: SLF001
        return await check_url(web, f"http://outside.test:{server.port}/to")

    known = {"outside.test": ["127.0.0.1"], "inside.test": ["10.0.0.1"]}
    result, server = run(work, lambda host: known.get(host) or system_lookup(host), any_port=True)
    assert result.verdict == "unchecked", result
    assert [one.path for one in server.asked] == ["/to"]


def test_a_name_that_changes_its_mind_is_asked_where_it_was_judged(monkeypatch):
    """The first answer is public, each later one is this machine: the connection goes to the first."""
    answers = iter([["93.184.215.14"], ["127.0.0.1"], ["127.0.0.1"]])
    asked = []

    async def ask(_self, _query, address, numeric, _headers):
        asked.append((address.host, numeric))
        return Failure("refused")

    monkeypatch.setattr(Clients, "ask", ask)

    async def work(web, _server):
        return [await check_url(web, "http://fickle.test/a"), await check_url(web, "http://fickle.test/b")]

    run(work, lambda _: next(answers))
    assert asked
    assert set(asked) == {("fickle.test", "93.184.215.14")}


def test_a_name_that_failed_is_judged_again():
    """A look-up that failed is made again; its answer is judged like any other."""
    answers = iter([OSError(), ["127.0.0.1"]])

    def look(_):
        found = next(answers)
        if isinstance(found, OSError):
            raise found
        return found

    async def work(web, server):
        web.settings.probes  # noqa: B018 - there are none
        return [await check_url(web, f"http://fickle.test:{server.port}/") for _ in range(2)]

    results, server = run(work, look, any_port=True)
    assert results[-1].reason == "private"
    assert not server.asked


def test_what_a_person_allows_is_asked():
    async def work(web, server):
        return await check_url(web, f"http://127.1:{server.port}/")

    assert run(work, system_lookup, allow_private=True)[0].verdict == "alive"
    assert run(work, system_lookup)[0].reason == "port"
    assert run(work, system_lookup, any_port=True)[0].reason == "private"
