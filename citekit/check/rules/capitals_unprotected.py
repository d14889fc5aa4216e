"""An acronym or a word with a capital inside that no braces protect: styles in sentence case print it small."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.check.entry import Entry
from citekit.check.people import outside
from citekit.check.rule import Fault, Rule, Setting

_MEANT = re.compile(
    r"(?<![\w\\{.-])(?:[A-Z]{2,6}s?|[A-Z]\.(?:[A-Z]\.)+|[a-z]{1,2}[A-Z]\w+|[A-Z]{1,5}-?\d{1,3})(?![\w}-])"
)
_ROMAN = re.compile(r"[IVXLC]+")
_OTHER = re.compile(r"(?!en|american|british|us|uk)")


def _check(value: str, entry: Entry, name: str, _: Setting) -> Iterator[Fault]:
    if value.upper() == value or "\\" in value or "$" in value or _in_another_language(entry):
        return
    for found in _MEANT.finditer(outside(value)):
        if found[0] not in ("A", "I"):
            fix = f"{{{found[0]}}}"
            yield Fault(f"No braces protect “{found[0]}”.", name, found.span(), fix, f"Write {fix}.")


def _in_another_language(entry: Entry) -> bool:
    named = (entry.whole.get("langid", "") or entry.whole.get("language", "")).strip().casefold()
    return bool(named and _OTHER.match(named))


RULE = Rule(
    "CK102",
    "info",
    on=("title", "subtitle"),
    value=_check,
    sign=r"[A-Z]{2}|[a-z][A-Z]|[A-Z]\.[A-Z]|[A-Z]-?\d",
    fix="safe",
    latex=True,
)
