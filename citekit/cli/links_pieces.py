"""Libraries and lists cut into pieces as their lines come, and the links of each piece."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from citekit.cli.links_entries import of_fields, of_work
from citekit.online.links import Link, find
from citekit.write.bibtex_cut import cut
from citekit.write.load import value_of

Piece: TypeAlias = tuple[int, str]
"""The 1-based line that a piece of a file begins on, and its text."""

_LISTED = re.compile(r"\s*<?(?:https?://|www\.|doi:|10\.\d{4,9}/|hdl:)\S+\s*$", re.IGNORECASE)
_TEX = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}\s*\{")
_ESCAPED = re.compile(r"\{?\\([_%#&$])\}?")
_TILDE = re.compile(r"\$\\sim\$|\{?\\textasciitilde(?:\{\})?\}?|\\~\{\}|\{\\~\{\}\}")
_ITEM = re.compile(r"[\s,\[]*\{")
_NEAR = 200_000
"""Characters within which an address is looked for."""

_DATES = ("urldate", "lastchecked", "accessed", "date", "year")


def is_list(text: str) -> bool:
    """Whether a text is a list of addresses, one a line."""
    lines = [line for line in text.splitlines()[:50] if line.strip() and not line.startswith("#")]
    return bool(lines) and all(map(_LISTED.match, lines))


def links_of_list(lines: Iterable[str], source: str) -> Iterator[Link]:
    """The links of a list; lines that begin with ``#`` are comments."""
    for number, line in enumerate(lines, 1):
        if not line.startswith("#"):
            for spot in find(line):
                yield Link(spot.sort, spot.forms, line[spot.start : spot.end], source, line=number)


def links_of_bib(lines: Iterable[str], source: str) -> Iterator[Link]:
    """The links of a .bib, by its fields as they are written; an entry that cannot be read is looked through whole."""
    macros: dict[str, str] = {}
    for first, text in _entries(lines):
        for piece in cut(text):
            if piece.kind == "macro":
                macros[piece.key.casefold()] = value_of(piece.fields[0][1], macros)
            elif piece.kind == "broken":
                raw = text[slice(*piece.span)]
                yield from _with_lines(of_fields("", {"": _plain(raw)}, source), text, first)
            elif piece.kind == "entry":
                fields = {name.casefold(): _plain(value_of(value, macros)) for name, value in piece.fields}
                dates = {name: fields.pop(name, "") for name in _DATES}
                links = of_fields(
                    piece.key,
                    fields,
                    source,
                    accessed=dates["urldate"] or dates["lastchecked"] or dates["accessed"],
                    published=dates["date"] or dates["year"],
                )
                yield from _with_lines(links, text, first)


def _entries(lines: Iterable[str]) -> Iterator[Piece]:
    yield from _pieces(lines, lambda line: line.lstrip().startswith("@"), lambda _: False)


def links_of_ris(lines: Iterable[str], source: str) -> Iterator[Link]:
    """The links of a RIS file, record by record."""
    from citekit.write.ris import load_ris

    for first, text in _pieces(lines, lambda _: False, lambda line: line.startswith("ER  -")):
        for work in load_ris(text, source).works:
            yield from _with_lines(of_work(work, source), text, first)


def links_of_csl_json(lines: Iterable[str], source: str) -> Iterator[Link]:
    """The links of an array of CSL-JSON, item by item; all the rest is read whole if it is no such array."""
    from citekit.write.csl_load import load_csl_json

    decoder, kept, number = json.JSONDecoder(), "", 1
    for line in lines:
        kept += line
        at = 0
        while item := _ITEM.match(kept, at):
            try:
                _, end = decoder.raw_decode(kept, item.end() - 1)
            except ValueError:
                break  # the rest of it is to come
            number += kept.count("\n", at, item.end())
            text = kept[item.end() - 1 : end]
            for work in load_csl_json(f"[{text}]", source).works:
                yield from _with_lines(of_work(work, source), text, number)
            number += text.count("\n")
            at = end
        kept = kept[at:]


PIECES: dict[str, Callable[[Iterable[str], str], Iterator[Link]]] = {
    "list": links_of_list,
    "bibtex": links_of_bib,
    "biblatex": links_of_bib,
    "ris": links_of_ris,
    "csl-json": links_of_csl_json,
}
"""Format → what reads a large file in it piece by piece."""


def _pieces(lines: Iterable[str], begins: Callable[[str], bool], ends: Callable[[str], bool]) -> Iterator[Piece]:
    """The pieces of a file, each from a line that begins one, or up to one that ends it."""
    first = 1
    kept: list[str] = []
    for number, line in enumerate(lines, 1):
        if kept and begins(line):
            yield first, "".join(kept)
            kept = []
        if not kept:
            first = number
        kept.append(line)
        if ends(line):
            yield first, "".join(kept)
            kept = []
    if kept:
        yield first, "".join(kept)


def _with_lines(links: Iterable[Link], text: str, first: int) -> Iterator[Link]:
    """The links, each with the line of the file that its text, or the beginning of it, stands on."""
    for link in links:
        yield replace(link, line=first + text.count("\n", 0, max(place(link.printed, text), 0)))


def place(printed: str, text: str, start: int = 0) -> int:
    """Where an address stands in a text from an offset on, escaped or not; -1 where it is not found near."""
    end = start + _NEAR
    at = text.find(printed, start, end)
    if at >= 0:
        return at
    escaped = re.escape(printed).replace("/", r"\\?/").replace(r"\&", "&(?:amp;)?")
    found = re.compile(escaped).search(text, start, end)
    begin = re.split(r"[\s_%#&~\\]", printed, maxsplit=1)[0]
    return found.start() if found else text.find(begin, start, end) if begin else -1


def _plain(value: str) -> str:
    """A field without the marks of LaTeX that stand in addresses."""
    if "\\" not in value:
        return value
    value = _TEX.sub(lambda found: f" {found[1] or found[2]} ", value)
    return _TILDE.sub("~", _ESCAPED.sub(r"\1", value))
