"""A key that the pattern of the project (``key-pattern``) does not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting


def _check(entry: Entry, setting: Setting) -> Iterator[Fault]:
    if setting.key_pattern and entry.key and not re.fullmatch(setting.key_pattern, entry.key):
        yield Fault(f"The key {entry.key} does not match the pattern {setting.key_pattern}.")


RULE = Rule("CK005", "warning", entry=_check)
