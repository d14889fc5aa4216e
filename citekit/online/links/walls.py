"""Pages that stand before the page: logins, cookie and consent pages, tests whether a reader is a person."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citekit.online.address import Address
from citekit.online.links.link import Reason
from citekit.online.links.page import WebPage

_LOGIN_PATH = re.compile(
    r"(?:^|[/._?&=-])(?:log-?in|sign-?in|log-?on|sso|saml2?|shibboleth|wayf|idp|openathens|auth(?:enticate|orize)?|"
    r"accounts?|anmelden|connexion|login\w*)(?:$|[/._?&=-])",
    re.IGNORECASE,
)
_LOGIN_HOST = re.compile(r"^(?:login|signin|sso|idp|auth|accounts?|id|wayf|shibboleth|cas)\.", re.IGNORECASE)
_LOGIN_TITLE = re.compile(
    r"\b(?:log ?in|sign ?in|log ?on|login required|member login|authentication required|subscription required|"
    r"subscribe to (?:read|continue)|anmelden|anmeldung|einloggen|se connecter|connexion|identification|"
    r"iniciar sesión|accedi|entrar|inloggen|вход|войти|авторизация)\b|登录|登入|ログイン|로그인",
    re.IGNORECASE,
)
_PASSWORD = re.compile(r"<input[^>]+type\s*=\s*[\"']?password", re.IGNORECASE)
_COOKIE_PATH = re.compile(
    r"cookieabsent|cookie[-_]?(?:wall|check|test|error|required)|(?:^|[./])consent[./]|no-?cookies", re.IGNORECASE
)
_COOKIE_TITLE = re.compile(
    r"(?:please )?(?:enable|accept|allow) (?:all )?cookies|"
    r"cookies? (?:are |must be )?(?:absent|required|disabled|enabled)|"
    r"before you continue.{0,30}|cookies akzeptieren|activer les cookies",
    re.IGNORECASE,
)
_COOKIE_TEXT = re.compile(
    r"(?:please|must|have to|need to) (?:enable|accept|allow) (?:all )?cookies|"
    r"browser (?:does not|doesn.t) (?:accept|support) cookies|cookies (?:seem|appear) to be (?:disabled|blocked)|"
    r"accept (?:all |our )?cookies to (?:continue|proceed|read|access|view)",
    re.IGNORECASE,
)
_ROBOT = re.compile(
    r"just a moment|attention required|(?:please )?(?:verify|verifying|confirm) (?:that )?you are (?:a )?human|"
    r"are you (?:a |not a )?(?:robot|human)|captcha|checking your browser.{0,30}|ddos[- ]guard|ddos protection.{0,30}|"
    r"security check|access (?:to this page has been )?denied|request blocked|unusual traffic|"
    r"bot (?:detection|protection)|pardon our interruption|robot check|human verification|安全验证|访问验证",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(_ROBOT.pattern.replace("access (?:to this page has been )?denied|", ""), re.IGNORECASE)
"""The same where the status is one of refusal: then "access denied" is no more than that."""
_PARTS = re.compile(r"\s*[|–—:!?.…]+\s*|\s+-\s+")
_SHORT = 3000


def wall(page: WebPage, headers: Mapping[str, str], asked: Address, end: Address) -> Reason | None:
    """What stands before the page, if anything does; ``end`` is the address that answered.

    A page that was asked for under a name such as ``/login`` is itself, and a field for a password in the head of a
    page makes no wall of it.
    """
    head = (page.title, *page.headings[:1])
    if headers.get("cf-mitigated") == "challenge" or (_is_short(page) and _is_named(_ROBOT, head)):
        return "robot-check"
    if _led_to(_COOKIE_PATH, asked, end) or _asks_for_cookies(page, head):
        return "cookie-wall"
    if end.host != asked.host and _LOGIN_HOST.match(end.host) and not _LOGIN_HOST.match(asked.host):
        return "login"
    if _led_to(_LOGIN_PATH, asked, end):
        return "login"
    return "login" if any(map(_LOGIN_TITLE.search, head)) and _PASSWORD.search(page.html) else None


def is_challenge(page: WebPage, headers: Mapping[str, str]) -> bool:
    """Whether a page that came with a status of refusal is a test whether its reader is a person."""
    head = (page.title, *page.headings[:1])
    return headers.get("cf-mitigated") == "challenge" or any(map(_CHALLENGE.search, head))


def _asks_for_cookies(page: WebPage, head: tuple[str, ...]) -> bool:
    return (
        "ookie" in page.html
        and _is_short(page)
        and (_is_named(_COOKIE_TITLE, head) or bool(_COOKIE_TEXT.search(page.text)))
    )


def _is_short(page: WebPage) -> bool:
    return len(page.text) < _SHORT


def _is_named(pattern: re.Pattern[str], head: tuple[str, ...]) -> bool:
    """Whether a title or heading, or a part of one between signs, is nothing else; works have such words in theirs."""
    return any(pattern.fullmatch(part) for one in head for part in (one, *_PARTS.split(one)[:1]))


def _led_to(pattern: re.Pattern[str], asked: Address, end: Address) -> bool:
    """Whether a redirect led to an address of this kind from one that is not."""
    return (
        end is not asked
        and bool(pattern.search(f"{end.host}{end.target}"))
        and not pattern.search(f"{asked.host}{asked.target}")
    )
