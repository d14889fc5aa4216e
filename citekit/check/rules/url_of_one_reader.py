"""An address that works for one reader: of a machine, a library's proxy, a session."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_KINDS = (
    (
        "a file of one machine",
        re.compile(
            r"(?:file:|[A-Za-z]:[\\/](?!/)|https?://(?:localhost|127\.\d|10\.\d+\.\d+\.\d|192\.168\.|\[::1\])|chrome-extension:)"
        ),
    ),
    (
        "a library's proxy",
        re.compile(r"https?://[^/]*(?:ezproxy|libproxy|webvpn|[.-]proxy[.-]|[.-]idm\.oclc\.org)", re.IGNORECASE),
    ),
    ("a session", re.compile(r"[?;&](?:jsessionid|phpsessid|sessionid|aspsessionid\w*)=", re.IGNORECASE)),
)


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    plain = value.strip()
    for what, pattern in _KINDS:
        found = pattern.search(plain) if what == "a session" else pattern.match(plain)
        if found:
            yield Fault(f"This is the address of {what}; others cannot open it.", name, help="Give the public address.")
            return


RULE = Rule("CK048", "warning", on=("url",), value=_check)
