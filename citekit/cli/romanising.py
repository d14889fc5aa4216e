"""The strings of ``citekit romanise`` checked, put into their form, and reported."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

import click

from citekit.cli.romanise_inputs import Page
from citekit.cli.talk import exit_code
from citekit.cli.word_list import word_list
from citekit.model import Emendation, Finding, Library
from citekit.romanise import Authorities, Form, Repair, apply
from citekit.romanise.emend import Choice, RomanisedString
from citekit.romanise.emend.decide import decided
from citekit.romanise.emend.decisions import as_words
from citekit.romanise.emend.faults import faults
from citekit.romanise.emend.find import emendation_of, repair_of
from citekit.romanise.emend.forms import formed
from citekit.romanise.emend.told import finding_of
from citekit.romanise.language import PINYIN


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: the form, what is put right whatever the form, lists of names, and how far to look."""

    form: Form | None
    choice: Choice
    authorities: Authorities | None = None
    misprints: bool = True
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Worked:
    """A page with all that was found in its strings, the repairs that are made in each, and what else is to be told."""

    page: Page
    emendations: tuple[Emendation, ...]
    made: tuple[tuple[Repair, ...], ...]
    findings: tuple[Finding, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The strings as they are wanted."""
        return tuple(apply(one.text, made) for one, made in zip(self.page.strings, self.made, strict=True))


def worked(page: Page, wish: Wish) -> Worked:
    """A page with its strings put right and into their form."""
    strings = page.strings
    look = wish.misprints and any(one.language == PINYIN for one in strings)
    found = faults(strings, word_list(quiet=wish.quiet) if look else None, wish.authorities)
    every = [emendation_of(one, repair) for one, repairs in zip(strings, found, strict=True) for repair in repairs]
    known, stale = decided(every, wish.choice.decisions, strings)
    by_place = _by_place(known)
    made = tuple(_made(one, by_place.get((one.place, one.field, one.text), ()), wish, page) for one in strings)
    done = {
        (string.place, string.field, string.text, one.code, one.start)
        for string, repairs in zip(strings, made, strict=True)
        for one in repairs
    }
    marked = (
        replace(one, made=wish.choice.makes(one) or (one.where, one.field, one.printed, one.code, one.span[0]) in done)
        for one in known
    )
    return Worked(page, tuple(marked), made, stale)


def _by_place(emendations: Sequence[Emendation]) -> dict[tuple[str, str, str], list[Emendation]]:
    """Emendations by the string that they stand in."""
    found: dict[tuple[str, str, str], list[Emendation]] = {}
    for one in emendations:
        found.setdefault((one.where, one.field, one.printed), []).append(one)
    return found


def _made(string: RomanisedString, known: Sequence[Emendation], wish: Wish, page: Page) -> tuple[Repair, ...]:
    first = [repair_of(one) for one in known if wish.choice.makes(one)]
    left = [as_words(one)[1] for one in known if one.decision == "reject"]
    is_name = None if page.is_lines else string.is_name
    is_body = string.role in {"periodical", "publisher", "body"}
    return formed(string.text, first, wish.form, string.language, is_name=is_name, is_body=is_body, left=left)


def rendered(pages: Sequence[Worked], *, as_json: bool) -> str:
    """The strings in their form: lines for lines, rows for a library, or JSON."""
    if as_json:
        strings = [one for page in pages for one in _objects(page)]
        return json.dumps({"schema": "citekit/1", "strings": strings}, ensure_ascii=False, indent=1) + "\n"
    return "".join(f"{line}\n" for page in pages for line in _lines(page))


def _lines(worked: Worked) -> Iterator[str]:
    page = worked.page
    if page.is_lines:
        framed = zip(page.frames, worked.texts, strict=True)
        yield from (before + text + behind for (before, behind), text in framed)
        return
    for string, text in zip(page.strings, worked.texts, strict=True):
        yield "\t".join((string.place, string.field, " ".join(string.text.split()), " ".join(text.split())))


def _objects(worked: Worked) -> Iterator[dict[str, object]]:
    by_place = _by_place(worked.emendations)
    for string, text, made in zip(worked.page.strings, worked.texts, worked.made, strict=True):
        known = by_place.get((string.place, string.field, string.text), ())
        waiting = [repair_of(one) for one in known if not one.made]
        faces = {"original": string.original, "translation": string.translation}
        yield {
            "place": string.place,
            "field": string.field,
            "printed": string.text,
            "language": string.language,
            "regular": text,
            **{name: face for name, face in faces.items() if face},
            "repairs": [asdict(repair) | {"made": True} for repair in made]
            + [asdict(repair) | {"made": False} for repair in waiting],
        }


def report(pages: Sequence[Worked], more: Sequence[Finding], *, strict: bool, quiet: bool) -> int:
    """Say the findings on stderr, each with tildes under its place; the exit code that goes with them."""
    from citekit.cli.finding import show
    from citekit.cli.terminal import width

    libraries = []
    for number, one in enumerate(pages):
        library = one.page.library
        found = (*(more if not number else ()), *one.findings, *_findings(one))
        told = replace(library, document=replace(library.document, findings=()), findings=found)
        libraries.append(told)
        if quiet:
            continue
        for lines in show(found, told, width(), named=len(pages) > 1):
            click.echo(lines + "\n", err=True)
        if not one.page.is_lines:
            click.echo(f"{len(one.page.strings)} romanised strings, {len(found)} findings", err=True)
    return exit_code(libraries, strict=strict)


def _findings(worked: Worked) -> Iterator[Finding]:
    """The findings of a page: what was found in its strings, made or not, but for what was rejected."""
    by_place = {(one.place, one.field, one.text): one for one in worked.page.strings}
    for one in worked.emendations:
        if one.decision != "reject":
            place = (one.where, one.field.removesuffix("_original"), one.printed)
            yield finding_of(one, by_place.get(place), worked.page.library.document.text)


def changed(worked: Worked, wish: Wish) -> Library:
    """The library of a page with the strings of its works as they are wanted, and the characters that were chosen."""
    from citekit.romanise.emend.make import rewritten, with_listed_originals, with_originals

    library = with_originals(worked.page.library, (one for one in worked.emendations if one.made))
    settled = rewritten(library, zip(worked.page.strings, worked.texts, strict=True))
    return with_listed_originals(settled, wish.authorities) if wish.choice.originals else settled
