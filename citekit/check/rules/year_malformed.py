"""A year that is none: too many digits or too few, words that tell no state of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.rule import Fault, Rule, Setting

_ERA = r"(?:\s*(?:BCE?|CE|AD|v\.\s?Chr\.|n\.\s?Chr\.))?"
_YEAR = r"(?:1\d{3}|20\d\d|2100|[1-9]\d{0,2}(?=\s*(?:BCE?|CE|AD|v\.|n\.)))"
_RANGE = re.compile(
    rf"[\[(\\{{]*(?:c(?:a|irca)?\.?\s*|um\s+|vor\s+|nach\s+|\\?~)?{_YEAR}{_ERA}[\])}}?~]*[a-z]?"
    rf"(?:\s*(?:-+|/|[\u2010-\u2015]|,|\bund\b|\band\b|\\slash\s*|\[|=|\()\s*(?:\d{{1,4}}{_ERA})?[\])}}?]*)*"
)
_STATES = re.compile(
    r"(?i)\W*(?:forthcoming|in press|to appear|in preparation|submitted|accepted|under review|in review|n\.?\s?d\.?|"
    r"s\.?\s?a\.?|o\.?\s?j\.?|s\.?\s?d\.?|undated|no date|im druck|im erscheinen|i\.?\s?e\.?|à paraître|en prensa|"
    r"ongoing|present|unpublished|draft|unknown|\d{3}[\dx?-]\??|\d\d(?:xx|\?\?|--)|[xX]{4}|(?=[mdclxvi])m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})|"
    r"(?:\d{1,2}(?:st|nd|rd|th) century)|[民国昭和明治大正平成令康熙乾隆光绪].*)\W*"
)


def _check(value: str, _entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    plain = value.strip(" {}\n\t")
    if plain and plain.isascii() and not _RANGE.fullmatch(plain) and not _STATES.fullmatch(plain):
        help_ = "Give it in four digits; what is no year belongs in pubstate, an uncertain one in date, as 1890?."
        yield Fault(f"{plain[:40]} is no year.", name, help=help_)


RULE = Rule("CK057", "warning", on=("year",), value=_check)
