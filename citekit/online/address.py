"""An address on the web, read once and strictly, so that what is judged is what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

import idna

from citekit.online.failure import Failure

_PORTS = {"http": 80, "https": 443}
_USUAL_PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443, 8888})
_KEPT = "!#$%&'()*+,/:;=?@[]~"
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMERIC_6 = re.compile(r"[0-9A-Fa-f:.]+")
_LONGEST = 8000


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address: the host in lower case and ASCII, the path with its query as it is sent."""

    scheme: str
    host: str
    port: int
    target: str
    fragment: str = ""

    @property
    def authority(self) -> str:
        """The host as the ``Host`` header has it, with the port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address without its fragment."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def path(self) -> str:
        """The path without the query."""
        return self.target.partition("?")[0]

    @property
    def site(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.authority}"

    def pinned(self, numeric: str) -> str:
        """The address with the numeric address in the place of the host."""
        return f"{self.scheme}://{f'[{numeric}]' if ':' in numeric else numeric}:{self.port}{self.target}"


@lru_cache(maxsize=4096)
def read_address(text: str, *, any_port: bool = False) -> Address | Failure:
    """Read an address; a failure where it is none, is of another scheme, or holds a password or an unusual port.

    Characters outside ASCII are sent as RFC 3987 has it: the host by IDNA 2008 with the mapping of UTS 46, the rest as
    UTF-8 with per cent signs.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or _CONTROL.search(text):
        return Failure("malformed")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return Failure("malformed")
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        return Failure("scheme" if scheme else "malformed")
    if "@" in parts.netloc:
        return Failure("credentials")
    host = _host(parts.hostname or "")
    if not host or port == 0:
        return Failure("malformed")
    port = port or _PORTS[scheme]
    if not any_port and port not in _USUAL_PORTS:
        return Failure("port", str(port))
    target = _sent(parts.path or "/") + (f"?{_sent(parts.query)}" if parts.query else "")
    return Address(scheme, host, port, target, parts.fragment)


def joined(base: Address, location: str) -> str:
    """Where a ``Location`` leads (RFC 3986, section 5); the fragment goes along where it has none (RFC 9110)."""
    try:
        found = urljoin(base.url, location.strip().replace(" ", "%20"))
    except ValueError:
        return location
    return f"{found}#{base.fragment}" if base.fragment and "#" not in found else found


def _host(host: str) -> str:
    """The host in ASCII, or nothing where no host can be called so."""
    if ":" in host:
        return host.lower() if _NUMERIC_6.fullmatch(host) else ""
    host = host.removesuffix(".")
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True, transitional=False).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            return ""
    host = host.lower()
    return host if len(host) < 254 and _HOST.fullmatch(host) else ""


def _sent(text: str) -> str:
    return quote(_STRAY.sub("%25", text), safe=_KEPT)
