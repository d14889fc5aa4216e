"""The pinpoint of a citation as CSL knows it: the locator, and its label by the word before it ("p.", "para.", "§")."""

from __future__ import annotations

import re

from citekit.model import Citation

LABELS: dict[str, str] = {
    "act": "act",
    "app appendix": "appendix",
    "art arts article articles artikel": "article-locator",
    "bk book books": "book",
    "canon can": "canon",
    "c cap ch chs chap chaps chapter chapters kap": "chapter",
    "col cols column columns sp": "column",
    "eq equation": "equation",
    "fig figs figure figures abb": "figure",
    "f ff fol fols folio folios": "folio",
    "l ll line lines": "line",
    "fn fns n nn note notes footnote anm": "note",
    "op opus": "opus",
    "p pp pg pgs page pages s seite seiten стр с": "page",
    "¶ ¶¶ para paras paragraph paragraphs abs absatz rn rdnr": "paragraph",
    "pt pts part parts teil": "part",
    "r rule rules": "rule",
    "sc scene": "scene",
    "§ §§ sec secs sect section sections": "section",
    "s.v sv sub-verbo": "sub-verbo",
    "supp suppl supplement": "supplement",
    "tab table tables": "table",
    "v vv verse verses": "verse",
    "vol vols volume volumes bd": "volume",
}
"""Words before a pinpoint, without their full stops → type of locator (CSL 1.0.2, appendix IV)."""

_BY_WORD = {word: label for words, label in LABELS.items() for word in words.split()}
_WORD = re.compile(r"(?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*|[§¶]+)\.?\s*\Z")


def locator(citation: Citation, text: str) -> tuple[str, str]:
    """The locator and its label; ``text`` is that of the citation's note. A word that is not known means a page."""
    found = citation.fields.get("locator")
    if found is None or not isinstance(found.value, str):
        return "", "page"
    span = found.evidence.span
    word = _WORD.search(text[citation.span[0] : span[0]]) if span else None
    return found.value, _BY_WORD.get(word["word"].casefold(), "page") if word else "page"
