"""Locators: ranges with a dash, "&" in the locale's words, labels that the locator brings with it."""

from __future__ import annotations

import re

from citekit.style import numbers
from citekit.style.box import Node
from citekit.style.context import Context
from citekit.style.locale import Locale
from citekit.style.node import Source
from citekit.style.pages import page_range
from citekit.style.rich import rich

LABELS = frozenset(
    "act appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page"
    " paragraph part rule scene section sub-verbo supplement table timestamp title-locator verse version"
    " volume".split()
)
"""Locator types of CSL 1.0.2, appendix IV."""

_SEVERAL = re.compile(r"[^\W_]\s*(?:(?<!\\)[-–]|--|,|&|;|\b(?:and|et|und|y|e)\b)\s*\W*[^\W_]")
_SOURCE = Source("variable", "locator")


def locator_node(ctx: Context) -> Node | None:
    """The locator of the cite."""
    cite = ctx.cite
    if cite is None or not cite.locator.strip():
        return None
    value = cite.locator.strip()
    form = ctx.page_format if cite.label == "page" else ""
    value = page_range(value, form, ctx.locale.term("page-range-delimiter") or "–")
    if " & " in value:
        sign = ctx.locale.term("and", "symbol")
        value = value.replace(" & ", f" {sign} ") if sign else value
    return rich(value, _SOURCE)


def several(value: str) -> bool:
    """Whether a number variable or locator tells of more than one."""
    value = value.strip()
    found = numbers.parts(value)
    if found.numeric:
        return found.plural
    digits = len(value) <= numbers.LONGEST and _DIGITS.search(value)
    return bool(digits and _SEVERAL.search(value)) and "\\-" not in value


_DIGITS = re.compile(r"\d|\b[ivxlc]+\b")
_OPENING = re.compile(r"(?P<label>[^\W\d_]+\.?)\s*\d")


def opens_with_label(value: str, locale: Locale) -> bool:
    """Whether a locator begins with the short form of a label ("vol. 1", "fol. 186")."""
    found = _OPENING.match(value.strip())
    if not found:
        return False
    return any(
        found["label"] in (locale.term(name, "short"), locale.term(name, "short", plural=True)) for name in LABELS
    )
