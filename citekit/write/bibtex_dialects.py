"""The dialects of BibTeX: what each names otherwise, and where it wants the faces of a title.

==================  ===================  =========================================  ==================================
dialect             types and fields     the translation of the title               the title in its own script
==================  ===================  =========================================  ==================================
bibtex              BibLaTeX, by the     ``usere``, and ``titleaddon`` in brackets  ``usera``
                    names of BibTeX
biblatex            BibLaTeX's own       ``titleaddon`` in brackets                 ``usera``, which no style prints
biblatex-chicago    BibLaTeX's own       ``usere``, which the style brackets        ``usera``, but in ``article``,
                                                                                    where it is a broadcaster
biblatex-gb7714     BibLaTeX's own       ``titleaddon`` in brackets, when the       ``title``; so are names, container
                                         title is romanised                         and publisher
classic-bibtex      those of plain.bst   in brackets in the ``title``               not written
==================  ===================  =========================================  ==================================

biblatex-gb7714 gets ``sortname`` beside names in characters whose pinyin is known, for biber to sort by.

BibLaTeX's own names are ``report``, ``thesis``, ``journaltitle``, ``location``, ``institution``, and ``date`` alone.
biblatex-gb7714 (2015) keeps signs of its own in ``usera`` to ``userf``: the letter that tells the kind of document and
the languages that it has found; so nothing is written there. biblatex-chicago prints ``usere`` as the manual of the
style says (Chicago 17, 14.99). Classic BibTeX knows neither EDTF nor any field that plain.bst and the styles around it
have no name for; a translator is named in the ``note``, an address of the web in ``howpublished``. What a dialect does
not show is in ``verba``, so that each is read back whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from citekit.model import Name, Title, Work
from citekit.write.bibtex_names import names_value
from citekit.write.latex import encode

Fields = dict[str, str]
"""Values by field, each as it stands between the outer braces."""


class Dialect(NamedTuple):
    """How a dialect looks at a work, and what it makes of the type and the fields of its entry."""

    see: Callable[[Work], Work]
    shape: Callable[[Work, str, Fields, bool], tuple[str, Fields]]


_TYPES = {
    "conference": "inproceedings",
    "electronic": "online",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "techreport": "report",
    "www": "online",
}
_NAMES = {"journal": "journaltitle", "address": "location", "school": "institution"}

_CLASSIC_TYPES = {
    **dict.fromkeys(("article", "book", "booklet", "conference", "incollection", "inproceedings", "manual"), ""),
    **dict.fromkeys(("mastersthesis", "misc", "phdthesis", "proceedings", "techreport", "unpublished"), ""),
    "collection": "book",
    "inbook": "incollection",
    "mvbook": "book",
    "mvcollection": "book",
    "report": "techreport",
    "thesis": "phdthesis",
}
"""Entry type → what classic BibTeX has for it, where that is another one; any that is not here is ``misc``."""

_CLASSIC = {
    *("author", "editor", "title", "booktitle", "journal", "volume", "number", "series", "pages", "chapter", "edition"),
    *("publisher", "address", "institution", "school", "organization", "howpublished", "type", "month", "year", "note"),
    *("annote", "key", "abstract", "doi", "isbn", "issn", "keywords", "language", "url"),
}
"""The fields of plain.bst, and those that the styles around it have known for long."""


def _as_it_is(work: Work) -> Work:
    return work


def _bibtex(_work: Work, name: str, fields: Fields, _latex: bool) -> tuple[str, Fields]:  # noqa: FBT001 - of one shape
    return name, fields


def _biblatex(_work: Work, name: str, fields: Fields, _latex: bool) -> tuple[str, Fields]:  # noqa: FBT001 - of one shape
    left = {field: value for field, value in fields.items() if field not in {"year", "month", "usere"}}
    return _TYPES.get(name, name), {_NAMES.get(field, field): value for field, value in left.items()}


def _chicago(work: Work, name: str, fields: Fields, latex: bool) -> tuple[str, Fields]:  # noqa: FBT001 - of one shape
    kind, plain = _biblatex(work, name, fields, latex)
    dropped = {"titleaddon", *({"usera"} if kind == "article" else ())}
    told = {field: value for field, value in plain.items() if field not in dropped}
    # without an addition it is the translation itself that stands as the title
    return kind, _after(told, "title", {"usere": fields["usere"]}) if "titleaddon" in fields else told


def _gb7714(work: Work, name: str, fields: Fields, latex: bool) -> tuple[str, Fields]:  # noqa: FBT001 - of one shape
    kind, plain = _biblatex(work, name, fields, latex)
    told = {field: value for field, value in plain.items() if not field.startswith("user")}
    names = work.author or work.editor
    if any(name.original.strip() and name.family for name in names) and "sortname" not in work.extra:
        told["sortname"] = names_value(names, latex=latex)
    return kind, told


def _in_its_script(work: Work) -> Work:
    """The work as a Chinese list of references prints it: titles and names in their own script where it is known."""
    return replace(
        work,
        title=_native(work.title),
        container=_native(work.container),
        publisher=_native(work.publisher),
        author=tuple(map(_native_name, work.author)),
        editor=tuple(map(_native_name, work.editor)),
        translator=tuple(map(_native_name, work.translator)),
    )


def _native(title: Title) -> Title:
    return Title(title.original) if title.original and title.original.text.strip() else title


def _native_name(name: Name) -> Name:
    return Name(family=name.original) if name.original.strip() else name


def _classic(work: Work, name: str, fields: Fields, latex: bool) -> tuple[str, Fields]:  # noqa: FBT001 - of one shape
    told = dict(fields)
    for title in ("title", "journal", "booktitle"):
        addon = told.get("titleaddon" if title == "title" else f"{title.removesuffix('title')}titleaddon", "")
        if addon and title in told:
            told[title] = f"{told[title]} {{{addon}}}"
    kind = _CLASSIC_TYPES.get(name, "misc") or name
    if kind == "misc" and told.get("url"):
        told["howpublished"] = ", ".join(filter(None, (told.get("howpublished"), f"\\url{{{told['url']}}}")))
    if "annotation" in told:
        told["annote"] = told["annotation"]
    notes = [told.get("note", ""), told.get("addendum", "")]
    names = " and ".join(filter(None, (one.display for one in work.translator)))
    if names:
        notes.append(encode(f"translated by {names}", latex=latex))
    told |= {"note": "; ".join(filter(None, notes))}
    return kind, {field: value for field, value in told.items() if field in _CLASSIC and value}


def _after(fields: Fields, name: str, more: Fields) -> Fields:
    """The fields with more of them behind one."""
    told: Fields = {}
    for field, value in fields.items():
        told[field] = value
        if field == name:
            told |= more
    return told


DIALECTS: dict[str, Dialect] = {
    "bibtex": Dialect(_as_it_is, _bibtex),
    "biblatex": Dialect(_as_it_is, _biblatex),
    "biblatex-chicago": Dialect(_as_it_is, _chicago),
    "biblatex-gb7714": Dialect(_in_its_script, _gb7714),
    "classic-bibtex": Dialect(_as_it_is, _classic),
}
"""Name of a dialect → the dialect."""
