"""A handle that is none (RFC 3651): a naming authority of digits, a stroke, a local name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_HANDLE = re.compile(r"\d+(?:\.[\w-]+)*/\S+")
_RESOLVER = re.compile(r"https?://hdl\.handle\.net/(?!api\b)", re.IGNORECASE)


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    found = _RESOLVER.match(value.strip())
    is_handle = name == "eprint" and entry.whole.get("eprinttype", "").casefold() in ("hdl", "handle")
    if not (found or is_handle):
        return
    handle = value.strip()[found.end() :] if found else value.strip()
    if not _HANDLE.fullmatch(handle):
        yield Fault(f"{handle} is no handle.", name, help="A handle reads 2027/mdp.39015 or 11250/2478.")


RULE = Rule("CK044", "warning", on=("eprint", "url"), value=_check)
