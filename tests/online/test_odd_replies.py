"""Whatever a server sends, there is a result; nothing raises, and nothing that is no page is called alive for sure."""

from __future__ import annotations

import random

import pytest
from server import Drop, Server

from citekit.online.links import VERDICTS, Checker, Link, Memory

STATUSES = [200, 200, 204, 206, 301, 302, 404, 503, 100, 101, 103, 999]
HEADERS = [
    *(b"Content-Type: text/html\r\n", b"Content-Length: 5\r\n", b"Content-Length: -1\r\n", b"Content-Length: x\r\n"),
    *(b"Content-Type: text/html; charset=idna\r\n", b"Content-Type: text/html; charset=\xff\r\n", b"X\r\n", b": \r\n"),
    *(b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"Content-Encoding: deflate\r\n"),
    *(
        b"Location: /\r\n",
        b"Location: http://[::1\r\n",
        b"Location: \xff x\r\n",
        b"Location: \r\n",
        b"Retry-After: x\r\n",
    ),
    *(b"Location: //\r\n", b"Location: " + b"?" * 9000 + b"\r\n", b"Set-Cookie: a=\x80;;=\r\n", b"Set-Cookie: \r\n"),
]
BODIES = [
    *(b"", b"\x00\xff\xfe", b"<html><title>x</title>", b"<meta charset=zlib>", b"<meta charset=idna>x", b"A" * 9000),
    *(
        b"ffffffff\r\n",
        b"0\r\n\r\n",
        b"5\r\nhello\r\n0\r\n\r\n",
        b"<meta http-equiv=refresh content='0;url=http://%zz'>",
    ),
    *(b"<title>", b"<h1>" * 500, b"<!--", b"<script>" * 99, b"<meta http-equiv=refresh content='0;url=http://['>"),
]


@pytest.mark.parametrize("seed", range(3))
def test_there_is_a_result_whatever_is_sent(webbed, seed):
    chance = random.Random(seed)  # noqa: S311 - replies, no secrets

    async def odd(_server, _request):
        head = b"HTTP/1.1 %d OK\r\n" % chance.choice(STATUSES) + b"".join(
            chance.choices(HEADERS, k=chance.randrange(4))
        )
        whole = head + b"\r\n" + chance.choice(BODIES)
        raise Drop(first=whole if chance.random() < 0.8 else whole[chance.randrange(len(whole)) :])

    server = Server({}, {"/": odd}, keep_log=False)

    async def work(web, base):
        check = Checker(web, Memory(web.store, web.clock.now()), archives=frozenset())
        links = (Link("url", (f"{base}/{number}",), "x") for number in range(150))
        return [one.result async for one in check.outcomes(links)]

    results = webbed(server, work, seconds=2.0)
    assert len(results) == 150
    assert {result.verdict for result in results} <= set(VERDICTS)
    assert all(result.message and "\n" not in result.message for result in results)
