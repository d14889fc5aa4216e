"""The parts of a judgement, each by a table: walls, media types, fragments, robots, verdicts over days."""

from __future__ import annotations

import pytest

from citekit.online.address import Address, joined, read_address
from citekit.online.failure import PHRASES, Failure, of_status
from citekit.online.links.link import PASSING, Result
from citekit.online.links.media import differs, is_file
from citekit.online.links.page import WebPage, is_page, read_page
from citekit.online.links.robots import crawl_delay
from citekit.online.links.soft404 import is_home, sibling
from citekit.online.links.verdict import of_failure, with_days
from citekit.online.links.walls import wall


def at(url):
    found = read_address(url)
    assert isinstance(found, Address), url
    return found


ASKED = at("https://www.example.org/journal/article/12")


def web_page(title, text="", more=""):
    return WebPage(f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p>{more}</body></html>")


FIELD = '<input type="password">'
WALLS = [
    (web_page("Sign in - Example", more=FIELD), "https://www.example.org/journal/article/12", "login"),
    (web_page("Anmelden", more=FIELD), "https://www.example.org/x", "login"),
    (web_page("用户登录", more=FIELD), "https://www.example.org/x", "login"),
    (web_page("Welcome"), "https://login.example.org/idp", "login"),
    (web_page("Welcome"), "https://www.example.org/Shibboleth.sso/WAYF", "login"),
    (web_page("An article", more=FIELD), "https://www.example.org/journal/article/12", None),
    (web_page("How readers log in: a study"), "https://www.example.org/journal/article/12", None),
    (web_page("Cookies are required"), "https://www.example.org/x", "cookie-wall"),
    (web_page("Example", "You need to enable cookies."), "https://www.example.org/x", "cookie-wall"),
    (web_page("Welcome"), "https://www.example.org/action/cookieAbsent", "cookie-wall"),
    (web_page("Cookies in early modern Dutch baking", "Flour. " * 90), "https://www.example.org/x", None),
    (web_page("Just a moment..."), "https://www.example.org/x", "robot-check"),
    (web_page("Attention Required! | Cloudflare"), "https://www.example.org/x", "robot-check"),
    (web_page("Access Denied"), "https://www.example.org/x", "robot-check"),
    (web_page("Access denied to the archives of 1956"), "https://www.example.org/x", None),
    (web_page("Captcha and its discontents"), "https://www.example.org/x", None),
    (web_page("A report", "Words."), "https://www.example.org/report", None),
]


@pytest.mark.parametrize(("page", "end", "reason"), WALLS)
def test_a_wall_is_told_from_a_page(page, end, reason):
    assert wall(page, {}, ASKED, at(end)) == reason


def test_the_header_of_a_challenge_is_enough():
    assert wall(web_page("x"), {"cf-mitigated": "challenge"}, ASKED, ASKED) == "robot-check"


@pytest.mark.parametrize(
    ("path", "kind", "is_other"),
    [
        ("/a.pdf", "application/pdf", False),
        ("/a.pdf", "text/html; charset=utf-8", True),
        ("/a.PDF", "text/html", True),
        ("/a.pdf", "application/octet-stream", False),
        ("/a.pdf", "", False),
        ("/a.pdf", "image/png", True),
        ("/a.jpg", "image/jpeg", False),
        ("/a.jpg", "application/pdf", True),
        ("/a.mp4", "video/mp4", False),
        ("/a.mp3", "video/mpeg", False),
        ("/a.html", "application/pdf", False),
        ("/a", "application/pdf", False),
        ("/a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", False),
        ("/a.aspx", "text/html", False),
    ],
)
def test_what_comes_is_compared_with_what_is_cited(path, kind, is_other):
    assert bool(differs(path, kind)) == is_other


@pytest.mark.parametrize(("path", "is_one"), [("/a.pdf", True), ("/a.html", False), ("/a", False), ("/v1.2", False)])
def test_a_file_is_known_by_its_name(path, is_one):
    assert is_file(path) == is_one


ROBOTS = [
    ("User-agent: *\nCrawl-delay: 5", 5),
    ("User-agent: *\nDisallow:\nCrawl-delay: 0.5", 0.5),
    ("User-agent: other\nCrawl-delay: 9\n\nUser-agent: *\nDisallow: /x", 0),
    ("User-agent: a\nUser-agent: citekit\nCrawl-delay: 2\n\nUser-agent: *\nCrawl-delay: 7", 2),
    ("user-AGENT : *  # all\ncrawl-DELAY : 3 # seconds", 3),
    ("Crawl-delay: 4", 0),
    ("User-agent: *\nCrawl-delay: soon", 0),
    ("<html>404</html>", 0),
    ("", 0),
]


@pytest.mark.parametrize(("text", "seconds"), ROBOTS)
def test_the_pause_of_a_host_is_read(text, seconds):
    assert crawl_delay(text) == seconds


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("http://a.org/", True),
        ("http://a.org/index.html", True),
        ("http://a.org/en/", True),
        ("http://a.org/zh-cn", True),
        *(("http://a.org/ok", False), ("http://a.org/?p=3", False), ("http://a.org/home/x", False)),
    ],
)
def test_a_home_page_is_known_by_its_address(url, is_one):
    assert is_home(at(url)) == is_one


@pytest.mark.parametrize(
    ("url", "begins", "ends"),
    [
        ("http://a.org/b/c.html", "http://a.org/b/citekit-", ".html"),
        ("http://a.org/b/c", "http://a.org/b/citekit-", ""),
        ("http://a.org/b/c/", "http://a.org/b/citekit-", "/"),
        ("http://a.org/p.php?id=3&l=en", "http://a.org/p.php?id=citekit-", ""),
        ("http://a.org/", "http://a.org/citekit-", ""),
    ],
)
def test_a_sibling_is_one_that_cannot_exist(url, begins, ends):
    made = sibling(at(url))
    assert made.startswith(begins)
    assert made.endswith(ends)
    assert made == sibling(at(url))
    assert isinstance(read_address(made), Address)


@pytest.mark.parametrize(
    ("html", "turn"),
    [
        ('<meta http-equiv="refresh" content="0; url=/a">', "/a"),
        ("<META HTTP-EQUIV=Refresh CONTENT='1;URL=http://a.org/?x=1&amp;y=2'>", "http://a.org/?x=1&y=2"),
        ('<meta http-equiv="refresh" content="300; url=/a">', ""),
        ('<meta http-equiv="refresh" content="30">', ""),
        ("<p>none</p>", ""),
    ],
)
def test_a_page_that_sends_its_reader_on_is_a_redirect(html, turn):
    assert WebPage(html).turn == turn


def test_a_page_is_read_in_its_encoding():
    assert (
        read_page({"content-type": "text/html; charset=gb2312"}, "<title>报告</title>".encode("gb2312")).title == "报告"
    )
    assert read_page({}, b'<meta charset="windows-1252"><title>\x93A\x94</title>').title == "“A”"
    assert is_page({}, b"  <!DOCTYPE html>")
    assert not is_page({"content-type": "application/pdf"}, b"<html>")


@pytest.mark.parametrize("name", ["part-2", "part 3", "n4", "user-content-x"])
def test_the_places_of_a_page_are_its_ids_and_names(name):
    page = WebPage("""<h2 id="part-2">A</h2><a name='part 3'></a><p id=n4><i id="user-content-x">""")
    assert name in page.names()


@pytest.mark.parametrize(
    ("reason", "failed", "verdict"),
    [
        ("time-out", (), "unsure"),
        ("time-out", (99,), "unsure"),
        ("time-out", (99, 97), "dead"),
        ("time-out", (100, 99), "unsure"),  # an earlier try of the same day is no other day
        ("server-error", (98, 97, 90), "dead"),
        ("login", (99, 98, 97), "unsure"),
        ("tls", (99, 98, 97), "unsure"),
        ("forbidden", (99, 98, 97), "unsure"),
    ],
)
def test_what_may_pass_is_dead_after_several_days_only(reason, failed, verdict):
    assert with_days(Result("unsure", reason, "m"), failed, 100).verdict == verdict


def test_every_kind_of_failure_has_words_and_a_verdict():
    for kind, phrase in PHRASES.items():
        result = of_failure(Failure(kind))
        assert phrase in result.message
        assert result.verdict != "alive"
        assert result.verdict != "dead" or kind in {"not-found", "gone", "dns"}
    assert not PASSING & {"login", "forbidden", "tls", "too-many"}


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        *((200, None), (304, None), (400, "client-error"), (401, "login"), (403, "forbidden"), (404, "not-found")),
        *((410, "gone"), (429, "too-many"), (451, "forbidden"), (500, "server-error"), (503, "server-error")),
    ],
)
def test_a_status_tells_its_failure(status, kind):
    failure = of_status(status)
    assert (failure and failure.kind) == kind


@pytest.mark.parametrize(
    ("location", "to"),
    [
        ("/b", "http://a.org/b"),
        ("b", "http://a.org/x/b"),
        ("//c.org/d", "http://c.org/d"),
        ("https://c.org", "https://c.org"),
        ("?q=1", "http://a.org/x/y?q=1"),
        ("/with blank", "http://a.org/with%20blank"),
    ],
)
def test_a_location_is_joined_to_its_base(location, to):
    assert joined(at("http://a.org/x/y"), location) == to


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://A.ORG", "http://a.org/"),
        ("http://a.org:80/", "http://a.org/"),
        ("https://a.org:443/x?y#z", "https://a.org/x?y"),
        ("http://bücher.example/ä?ö", "http://xn--bcher-kva.example/%C3%A4?%C3%B6"),
        ("http://中国.example/", "http://xn--fiqs8s.example/"),
        ("http://a.org/100%/x%20y", "http://a.org/100%25/x%20y"),
        (" http://a.org/a_(b) ", "http://a.org/a_(b)"),
        ("http://a_b.example.org/", "http://a_b.example.org/"),
    ],
)
def test_an_address_is_read_as_it_is_sent(text, url):
    assert at(text).url == url
