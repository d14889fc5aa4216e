"""Pages that say that they are none, among pages that only look so by their titles."""

from __future__ import annotations

import random

import pytest
from server import Page, Server, page, to

from citekit.online.links import Checker, Link, Memory

HARD = """
Article 404|404|Page not found: a history|Not found: women in the archives of the League|Lost and found in translation
The lost battalions|Error 404 and the poetics of absence|Nothing here: photographs of empty embassies|Gone|Removed
Deleted scenes from the Cold War|A page that does not exist: forged charters|Oops! Slips of the tongue in diplomacy
What you were looking for: searching in card catalogues|Unavailable: paper in wartime|Expired treaties|410 days
No longer available: out of print presses|The document cannot be found: provenance and loss|Moved or deleted? Link rot
We could not find the enemy|Error|Broken link: the railway at the border|Not available in English: novels
404 Area Code Blues|Nicht gefunden: verschollene Akten|Introuvable: les archives perdues|No encontrado: desaparecidos
Sorry|The page you requested was torn out: codicology|找不到的人：失踪者研究|不存在的国家
見つかりませんでした：失われた手紙|
HTTP 404 Not Found: a short history of an error message|404 – A Novel|Section 404|Room 404, Hotel Metropol|Flight 404
""".replace("\n", "|").split("|")
PLACES = "Geneva Dili Kinshasa Phnom Penh Sarajevo Monrovia Port-au-Prince Juba Nicosia Beijing".split()
WORDS = """the mission report border council observers troops election mandate resolution village archive letter
minister police engineers hospital bridge river spring autumn war peace talks ceasefire convoy radio treaty""".split()
SAYS = """
Page not found|404 Not Found|Error 404|File not found|The page you requested could not be found.|Oops!
Sorry, this page does not exist|The article is no longer available|Document not found|We can't find that page
This content has been removed|The page you are looking for may have moved|Nothing was found|HTTP 404
Seite nicht gefunden|Die angeforderte Seite existiert nicht|Page introuvable|Cette page n'existe plus
Página no encontrada|Pagina non trovata|Página não encontrada|Pagina niet gevonden|Sidan hittades inte
Страница не найдена|Nie znaleziono strony|页面不存在|找不到网页|您访问的页面不存在|ページが見つかりません
페이지를 찾을 수 없습니다|The URL you entered is not a working page: page not found|Something went wrong
This page has vanished|You have taken a wrong turn|Invalid article ID|The domain is for sale
Record not found|No such page
""".replace("\n", "|").split("|")


def text(chance, length):
    return " ".join(chance.choices(WORDS, k=length)).capitalize() + "."


def normal(number):
    """A page that is there: a hard title, more or less text, a heading of its own or none."""
    chance = random.Random(number)  # noqa: S311 - pages, no secrets
    titles = [one for one in HARD if one]
    title = (
        titles[number]
        if number < len(titles)
        else f"{chance.choice(titles)} ({chance.choice(PLACES)}, {1950 + number % 70})"
    )
    site = chance.choice(["", " | The Review", " - Journal of Peace", " « Archive"])
    more = chance.choice(
        ["", "The author could not find the letter, which no longer exists. ", "Not found in any list. "]
    )
    return page(
        title + site, more + text(chance, chance.choice([40, 150, 600])), heading=chance.choice([title, "Contents"])
    )


def soft(number):
    """A page that says that it is none, in the dress of its site."""
    chance = random.Random(number)  # noqa: S311 - as above
    says = [one for one in SAYS if one]
    words = says[number % len(says)]
    site = chance.choice(["The Library", "Ministry of Information", "Daily News", "University"])
    menu = "Home About Contact Search " * chance.choice([1, 5, 20])
    shapes = [
        page(f"{words} | {site}", f"{menu} Please use the search.", heading=words),
        page(site, f"{words}. Please go to the home page. {menu}", heading=words),
        page(site, f"<b>{words}</b>. You may search for it. {menu}", heading=site),
        page(words, f"{menu}"),
    ]
    return shapes[number // len(says) % len(shapes)]


async def of_normal(_server, request):
    last = request.path.rpartition("/")[2]
    return normal(int(last)) if last.isdigit() else page("404 Not Found", "Nothing here.", 404)


async def of_soft(_server, request):
    """Every address of a site gets its page; it may name the address, or change a little from one to the next."""
    number = int(request.path.split("/")[2])
    made = soft(number)
    if number % 5 == 1:  # it shows what is new on the site, something else each time
        news = text(random.Random(request.path), 150)  # noqa: S311 - as above
        made = Page(200, made.body.replace(b"</p>", f"</p><p>{news}".encode()))
    if number % 3 == 0:
        made = Page(
            200,
            made.body.replace(b"</p>", f" You asked for {request.path}. Visitors: {len(request.path)}</p>".encode()),
        )
    return made


async def of_home(_server, _request):
    return to(302, "/")


async def home(_server, _request):
    return page("Daily News", "Home. " * 50)


@pytest.fixture
def found(webbed):
    def check(paths):
        server = Server({"/": home}, {"/page/": of_normal, "/soft/": of_soft, "/moved/": of_home}, keep_log=False)

        async def ask(web, base):
            checker = Checker(web, Memory(web.store, web.clock.now()), archives=frozenset())
            links = (Link("url", (base + path,), path) for path in paths)
            return {one.link.printed: one.result async for one in checker.outcomes(links)}

        return webbed(server, ask, seconds=30.0)

    return check


@pytest.mark.parametrize("transport", ["aiohttp"])
def test_no_normal_page_is_accused(found):
    told = found([f"/page/{number}" for number in range(500)])
    assert not {normal(int(path[6:])).body[:90]: result for path, result in told.items() if result.verdict != "alive"}


@pytest.mark.parametrize("transport", ["aiohttp"])
def test_pages_that_say_they_are_none_are_found(found):
    paths = [f"/soft/{number}/article-{number * 7}.html" for number in range(200)]
    told = found([*paths, *(f"/moved/old/{number}" for number in range(20))])
    missed = [path for path in paths if told[path].reason != "soft-404"]
    assert len(missed) <= 0.05 * len(paths), missed
    assert {told[f"/moved/old/{number}"].reason for number in range(20)} == {"home-page"}
