"""What ``citekit romanise`` can write beside strings: decisions, rows learned, expressions to search with, pinyin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from citekit.cli.formats import choose
from citekit.cli.output import STANDARD
from citekit.cli.render import render
from citekit.cli.romanise_characters import proposals
from citekit.cli.romanise_inputs import Page
from citekit.cli.romanising import Wish, Worked, worked
from citekit.cli.word_list import word_list
from citekit.model import Finding, Library, Work
from citekit.romanise import Authorities
from citekit.romanise.authority_file import write_authorities
from citekit.romanise.authority_row import Authority
from citekit.romanise.characters import restore
from citekit.romanise.emend import strings_of
from citekit.romanise.emend.decisions import load_decisions, write_decisions
from citekit.romanise.emend.find import corrects
from citekit.romanise.emend.originals import listed
from citekit.romanise.emend.strings import PERIODICAL_TYPES, RomanisedString
from citekit.romanise.from_characters import name_pinyin, names_person, pinyin
from citekit.romanise.language import PINYIN
from citekit.romanise.learn import learn
from citekit.romanise.search import Sought, catalogue, cnki

_PROBABLE = 0.8
_PARTS = PERIODICAL_TYPES | {"chapter", "conference-paper"}


def written_library(library: Library, form: str, output: str) -> str:
    """A library in the format of the output; a .bib that stays a .bib keeps what did not change, to the byte."""
    from citekit.write import KEEPERS

    target = choose(None, output)
    return KEEPERS[target](library) if form == target and form in KEEPERS else render([library], target)


def decisions_text(one: Worked, wish: Wish, target: str, *, characters: bool) -> str:
    """The proposals for a page as a file of decisions; what the file decides already is kept."""
    source = one.page.library.document.source
    found = [emendation for emendation in one.emendations if corrects(emendation)]
    if characters:
        found += proposals(mended(one, wish), wish.authorities, quiet=wish.quiet)
    kept = load_decisions(target) if target != STANDARD and Path(target).exists() else ()
    heading = (
        f"Proposals for the romanised strings of {source}. Write accept or reject under decision; leave it empty to "
        f"decide later.\nWhat stands under new may be changed. `citekit extract PAPER --accept FILE` (a paper) or "
        f"`citekit romanise LIBRARY --accept FILE -o OUT` makes what is accepted."
    )
    return write_decisions(found, heading, kept)


def mended(one: Worked, wish: Wish) -> Worked:
    """The page with the misprints put right whose proposal is probable, to be read."""
    return worked(one.page, replace(wish, form=None, choice=replace(wish.choice, least=_PROBABLE)))


def learned(pages: Sequence[Page], wish: Wish) -> tuple[str, list[tuple[Library, tuple[Finding, ...]]]]:
    """The rows that libraries bear out as the text of an authority list, and what is to be told of each library."""
    if any(page.is_lines for page in pages):
        raise click.UsageError("--learn reads libraries; name a file that holds one.")
    found = [(page.library, *learn(page.library, wish.authorities)) for page in pages]
    rows = {(row.romanised, row.characters): row for _, rows, _ in found for row in rows}
    ids: set[str] = set()
    return write_authorities(_unique(rows.values(), ids)), [(library, told) for library, _, told in found]


def _unique(rows: Iterable[Authority], ids: set[str]) -> Iterator[Authority]:
    for row in rows:
        name, number = row.id, 2
        while name in ids:
            name, number = f"{row.id}-{number}", number + 1
        ids.add(name)
        yield row._replace(id=name)


def searched(pages: Sequence[Page], wish: Wish) -> str:
    """Expressions to look the works or titles of the pages up with: a row each with place, where, expression."""
    return "".join(f"{place}\t{where}\t{told}\n" for page in pages for place, where, told in _searched(page, wish))


def _searched(page: Page, wish: Wish) -> Iterator[tuple[str, str, str]]:
    own = page if page.is_lines else _by_work(page, wish.authorities)
    if not any(one.language == PINYIN for one in own.strings):
        return
    done = mended(worked(own, wish), wish)
    by_place: dict[str, dict[str, tuple[RomanisedString, str]]] = {}
    for string, text in zip(own.strings, done.texts, strict=True):
        by_place.setdefault(string.place, {}).setdefault(string.field, (string, text))
    works = {work.key: work for work in page.library.works}
    titles = {place: fields.get("title") or fields.get("string") for place, fields in by_place.items()}
    pinyin_titles = {place: one for place, one in titles.items() if one and one[0].language == PINYIN}
    found = restore([(text, one.translation) for one, text in pinyin_titles.values()], word_list(quiet=wish.quiet))
    runs = {
        place: restored.candidates[0].sure_runs
        for place, restored in zip(pinyin_titles, found, strict=True)
        if restored.candidates
    }
    for place, fields in by_place.items():
        sought = _sought(fields, works.get(place), runs.get(place, ()), wish)
        for where, told in (("cnki", cnki(sought)), ("catalogue", catalogue(sought))):
            if told:
                yield place, where, told


def _by_work(page: Page, authorities: Authorities | None) -> Page:
    """The page with the strings of its works in the place of those of its citations."""
    library = replace(page.library, readings=())
    return replace(page, library=library, strings=strings_of(library, authorities))


def _sought(
    fields: dict[str, tuple[RomanisedString, str]], work: Work | None, runs: Sequence[str], wish: Wish
) -> Sought:
    title, text = fields.get("title") or fields.get("string") or (None, "")
    container, spelt = fields.get("container") or (None, "")
    row = listed(container, wish.authorities) if container else None
    authors = tuple(one for field, (_, one) in fields.items() if field == "author")
    known = tuple(name.original for name in work.author if name.original) if work else ()
    return Sought(
        title=text,
        authors=authors,
        container=spelt,
        year=work.year if work else "",
        is_part=bool(work and work.type in _PARTS),
        title_characters=title.original if title else "",
        runs=runs,
        author_characters=known,
        container_characters=(container.original if container else "") or (row.characters if row else ""),
        container_spelling=row.alalc if row else "",
    )


def in_pinyin(pages: Sequence[Page]) -> str:
    """What stands in characters alone, in pinyin: lines for lines, rows for the strings of a library."""
    from citekit.romanise.emend.latin import read_characters

    lines: list[str] = []
    for page in pages:
        if page.is_lines:
            lines += [_line_in_pinyin(line) for line in page.library.document.text.splitlines()]
        else:
            found = read_characters(page.library)
            lines += [f"{one.work}\t{one.field}\t{one.characters}\t{one.pinyin}" for one in found]
    return "".join(f"{line}\n" for line in lines)


def _line_in_pinyin(line: str) -> str:
    name = name_pinyin(line) if names_person(line.strip()) else None
    return " ".join(name) if name else pinyin(line) or line


def with_pinyin(page: Page, *, sort_keys: bool) -> Library:
    """The library of a page with pinyin for what stands in characters alone, as its main face or in its sort keys."""
    from citekit.romanise.emend import latin

    return latin.with_sort_keys(page.library) if sort_keys else latin.with_pinyin(page.library)
