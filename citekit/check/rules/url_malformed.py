"""An address without a scheme or a host, or with blanks in it (RFC 3986)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_URL = re.compile(r"(?:https?|ftps?)://[^\s/?#.][^\s/?#]*\.?[^\s]*|(?:urn|mailto|doi|hdl|file|info|gopher|magnet):\S+")
_WRAPPED = re.compile(r"\s*(?:\\url\s*\{|<)?(.*?)[}>]?\s*", re.DOTALL)


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _WRAPPED.fullmatch(value)
    plain = (found[1] if found else value).strip()
    if plain and not _URL.fullmatch(plain):
        yield Fault(_message(plain), name, help="Give the whole address, beginning with https://.")


def _message(plain: str) -> str:
    if re.search(r"\s", plain):
        return "The address has a blank in it."
    if re.match(r"(?:www\.|[\w-]+\.)[\w-]+", plain):
        return "The address has no scheme, such as https://."
    return f"{plain[:60]} is no address."


RULE = Rule("CK046", "warning", on=("url",), value=_check)
