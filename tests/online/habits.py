"""The habits of servers, each with the verdict and reason that it must get."""

from __future__ import annotations

from server import Drop, Page, Server, always, date_in, hang, in_turn, page, reset, to, zipped

WORDS = "The mission left for the border in the spring of that year, and its report was printed in autumn. " * 12
GOOD = page("Annual report of the mission", WORDS)
LOST = "Sorry, the page you requested could not be found. It may have been moved or deleted."
FORM = "<form><input type='password' name='p'></form>"


def plain(status):
    return always(Page(status, b"<html><title>No</title></html>"))


async def cut_off(_server, _request):
    """Begin an answer and end the connection."""
    raise Drop(first=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n<html>")


async def silent_end(_server, _request):
    raise Drop


async def no_head(_server, request):
    return (
        Page(405, b"") if request.method == "HEAD" else Page(200, b"%PDF-1.7", (("Content-Type", "application/pdf"),))
    )


async def head_lies(_server, request):
    return (
        Page(404, b"") if request.method == "HEAD" else Page(200, b"%PDF-1.7", (("Content-Type", "application/pdf"),))
    )


async def wants_cookie(_server, request):
    if "seen=1" in request.headers.get("cookie", ""):
        return GOOD
    return to(302, request.path, ("Set-Cookie", "seen=1; Path=/"))


async def needs_agent(_server, request):
    return GOOD if request.headers.get("user-agent", "").startswith("citekit/") else Page(403)


async def soft(_server, request):
    """Any path in the folder gets the same friendly page."""
    return page("The Library | Page not found", f"{LOST} You asked for {request.path}.", heading="Oops")


def pdf(_status=200):
    return always(Page(200, b"%PDF-1.7 ...", (("Content-Type", "application/pdf"),)))


HABITS = {
    # what is well
    "/ok": (always(GOOD), "alive", "answers"),
    "/zipped": (always(zipped(GOOD)), "alive", "answers"),
    "/file.pdf": (pdf(), "alive", "answers"),
    "/no-head.pdf": (no_head, "alive", "answers"),
    "/head-lies.pdf": (head_lies, "alive", "answers"),
    "/octets.pdf": (always(Page(200, b"%PDF", (("Content-Type", "application/octet-stream"),))), "alive", "answers"),
    "/no-type": (always(Page(200, b"<!doctype html><title>Report</title><p>Words.", ())), "alive", "answers"),
    "/text": (always(Page(200, b"plain words", (("Content-Type", "text/plain"),))), "alive", "answers"),
    "/needs-agent": (needs_agent, "alive", "answers"),
    "/latin": (
        always(
            Page(
                200, "<title>Übersicht</title>ä".encode("latin-1"), (("Content-Type", "text/html; charset=iso-8859-1"),)
            )
        ),
        "alive",
        "answers",
    ),
    "/odd-charset": (
        always(Page(200, b"<title>Report</title>words", (("Content-Type", "text/html; charset=x-none"),))),
        "alive",
        "answers",
    ),
    "/bomb": (always(zipped(page("Annual report", "0" * 20_000_000))), "alive", "answers"),
    "/article-404": (always(page("Article 404", WORDS)), "alive", "answers"),
    "/history": (always(page("Page not found: a history", WORDS)), "alive", "answers"),
    "/busy-once": (in_turn(Page(503, b"", (("Retry-After", "0"),)), GOOD), "alive", "answers"),
    "/busy-until-date": (in_turn(Page(503, b"", (("Retry-After", date_in(-5)),)), GOOD), "alive", "answers"),
    "/too-many-once": (in_turn(Page(429, b"", (("Retry-After", "0"),)), GOOD), "alive", "answers"),
    "/fault-once": (in_turn(Page(500), GOOD), "alive", "answers"),
    "/gone-once": (in_turn(Page(404), GOOD), "alive", "answers"),
    # redirects
    "/301": (always(to(301, "/ok")), "moved", "redirect-permanent"),
    "/308": (always(to(308, "/ok")), "moved", "redirect-permanent"),
    "/302": (always(to(302, "/ok")), "alive", "redirect-temporary"),
    "/303": (always(to(303, "/ok")), "alive", "redirect-temporary"),
    "/307": (always(to(307, "/ok")), "alive", "redirect-temporary"),
    "/refresh": (
        always(page("Moved", head='<meta http-equiv="refresh" content="0; url=/ok">')),
        "alive",
        "redirect-temporary",
    ),
    "/chain": (always(to(301, "/301")), "moved", "redirect-permanent"),
    "/mixed-chain": (always(to(302, "/301")), "alive", "redirect-temporary"),
    "/cookie-redirect": (wants_cookie, "alive", "redirect-temporary"),
    "/loop": (always(to(302, "/loop-back")), "unsure", "loop"),
    "/loop-back": (always(to(302, "/loop")), "unsure", "loop"),
    "/endless/0": (None, "unsure", "loop"),
    "/to-nowhere": (always(to(301, "/none-there")), "dead", "not-found"),
    "/no-location": (always(Page(302)), "unsure", "bad-reply"),
    "/to-ftp": (always(to(302, "ftp://example.org/x")), "unchecked", "scheme"),
    # what is not there
    "/none-there": (plain(404), "dead", "not-found"),
    "/410": (plain(410), "dead", "gone"),
    "/soft/12": (None, "dead", "soft-404"),
    "/deep/link": (None, "dead", "home-page"),
    "/to-home": (always(to(301, "/")), "unsure", "home-page"),
    "/old/page.html": (None, "dead", "soft-404"),
    "/old-report": (always(to(302, "/error404.html")), "unsure", "soft-404"),
    "/empty": (always(Page(200, b"")), "unsure", "empty"),
    # faults
    "/500": (plain(500), "unsure", "server-error"),
    "/502": (plain(502), "unsure", "server-error"),
    "/503": (plain(503), "unsure", "server-error"),
    "/429": (always(Page(429, b"", (("Retry-After", "0"),))), "unsure", "too-many"),
    "/later": (always(Page(429, b"", (("Retry-After", "86400"),))), "unsure", "too-many"),
    "/400": (plain(400), "unsure", "client-error"),
    "/418": (plain(418), "unsure", "client-error"),
    "/hang": (hang, "unsure", "time-out"),
    "/reset": (reset, "unsure", "reset"),
    "/silent-end": (silent_end, "unsure", "reset"),
    "/cut-off": (cut_off, "unsure", "reset"),
    "/nonsense": (always(b"SSH-2.0-OpenSSH_9.2\r\n\r\n..."), "unsure", "bad-reply"),
    "/large-head": (always(Page(200, b"x", (("X-Much", "m" * 300_000),))), "unsure", "too-large"),
    # walls
    "/401": (plain(401), "unsure", "login"),
    "/403": (plain(403), "unsure", "forbidden"),
    "/451": (plain(451), "unsure", "forbidden"),
    "/login-form": (always(page("Sign in | The Library", FORM)), "unsure", "login"),
    "/members-only": (always(to(302, "/accounts/login?next=/members-only")), "unsure", "login"),
    "/cookies": (
        always(page("The Library", "Please enable cookies in your browser to go on.")),
        "unsure",
        "cookie-wall",
    ),
    "/cookie-absent": (always(to(302, "/action/cookieAbsent")), "unsure", "cookie-wall"),
    "/robots-test": (always(Page(403, b"<html><title>Just a moment...</title></html>")), "unsure", "robot-check"),
    "/robots-page": (always(page("Just a moment...", "Checking.")), "unsure", "robot-check"),
    # what comes is of another kind
    "/page.pdf": (always(GOOD), "unsure", "media-type"),
    "/picture.pdf": (always(Page(200, b"\x89PNG", (("Content-Type", "image/png"),))), "unsure", "media-type"),
}
FOLDERS = {
    "/soft/": soft,
    "/deep/": always(to(302, "/")),
    "/old/": always(to(302, "/error404.html")),
}
"""Behaviours of all addresses in a folder."""

BESIDE = {
    "/": always(page("The Library", WORDS)),
    "/error404.html": always(page("The Library", LOST)),
    "/accounts/login": always(page("Your account", FORM)),
    "/action/cookieAbsent": always(page("The Library", "No cookies.")),
}
"""Where some of the habits lead."""


async def _endless(_server, request):
    return to(302, f"/endless/{int(request.path.rpartition('/')[2] or 0) + 1}")


def server() -> Server:
    """A server with every habit."""
    exact = {path: habit for path, (habit, *_) in HABITS.items() if habit}
    return Server({**BESIDE, **exact}, {**FOLDERS, "/endless/": _endless})
