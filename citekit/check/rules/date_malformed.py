"""A date that is not in the form of ISO 8601-2 (EDTF), as BibLaTeX wants it: biber drops it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import DATES, Fault, Rule, Setting
from citekit.check.values import is_edtf

_UNPADDED = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    plain = value.strip(" {}")
    if plain and not is_edtf(plain) and not _UNPADDED.fullmatch(plain):
        message = f"{plain} is no date in the form of ISO 8601."
        yield Fault(message, name, help="Write 2004, 2004-10, 2004-10-31, or a range, 2004/2005.")


RULE = Rule("CK050", "warning", on=DATES, value=_check)
