"""A ``file`` that is not there. Files lie elsewhere on every machine, so this is checked only when it is selected."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_JABREF = re.compile(r"(?P<description>(?:[^:\\;]|\\.)*):(?P<path>(?:[^:;]|\\:)+):(?P<type>[^:;]*)")


def _check(value: str, _entry: Entry, name: str, setting: Setting) -> Iterator[Fault]:
    if setting.exists is None:
        return
    for part in re.split(r"(?<!\\);", value):
        found = _JABREF.fullmatch(part.strip())
        path = (found["path"] if found else part.strip()).replace("\\:", ":").replace("\\_", "_")
        if path and not setting.exists(path):
            yield Fault(f"There is no file {path}.", name, help="Link it anew, or take the field out.")


RULE = Rule("CK018", "info", on=("file",), value=_check, latex=True, usual=False)
