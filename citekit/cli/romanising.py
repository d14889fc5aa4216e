"""The strings of ``citekit romanise`` checked, put into their form, and reported."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

import click

from citekit.cli.romanise_inputs import Entry, Page, spot
from citekit.cli.talk import exit_code
from citekit.data import findings
from citekit.model import Finding, Severity
from citekit.romanise import HARMLESS, Form, Regular, Repair, faces_of, regular

_SEVERITY: dict[str, Severity] = {"error": "warning", "orthography": "warning", "suspect": "warning", "style": "info"}
_SHOWN = 4  # candidates in a line of help


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: the form, and the codes whose repairs are made whatever the form."""

    form: Form | None
    codes: frozenset[str]


def codes_of(wanted: Sequence[str], unwanted: Sequence[str]) -> frozenset[str]:
    """The codes whose repairs are made: the harmless ones and those wanted, without those unwanted."""
    return (HARMLESS | _codes(wanted)) - _codes(unwanted)


def _codes(given: Sequence[str]) -> frozenset[str]:
    named = [word for one in given for word in one.replace(",", " ").split()]
    found = {word: findings.find(word) for word in named}
    wrong = next((word for word, code in found.items() if not code.startswith("PY")), None)
    if wrong is not None:
        raise click.UsageError(f"{wrong} is none of the PY codes; `citekit explain --list` lists them.")
    return frozenset(found.values())


def rendered(pages: Sequence[Page], wish: Wish, *, as_json: bool) -> str:
    """The strings in their form: lines for lines, rows for a library, or JSON."""
    if as_json:
        strings = [_object(entry, _made(entry, wish)) for page in pages for entry in page.entries]
        return json.dumps({"schema": "citekit/1", "strings": strings}, ensure_ascii=False, indent=1) + "\n"
    return "".join(f"{line}\n" for page in pages for line in _lines(page, wish))


def report(pages: Sequence[Page], wish: Wish, *, strict: bool, quiet: bool) -> int:
    """Say the findings on stderr, each with tildes under its place; the exit code that goes with them."""
    from citekit.cli.finding import show
    from citekit.cli.terminal import width

    libraries = []
    for page in pages:
        found = tuple(
            finding for entry in page.entries for finding in _findings(entry, wish, page.library.document.text)
        )
        library = replace(page.library, document=replace(page.library.document, findings=()), findings=found)
        libraries.append(library)
        if quiet:
            continue
        for lines in show(found, library, width(), named=len(pages) > 1):
            click.echo(lines + "\n", err=True)
        if not page.is_lines:
            click.echo(f"{len(page.entries)} romanised strings, {len(found)} findings", err=True)
    return exit_code(libraries, strict=strict)


def _made(entry: Entry, wish: Wish) -> Regular:
    return regular(entry.text, wish.form, wish.codes, entry.language, is_name=entry.is_name)


def _lines(page: Page, wish: Wish) -> Iterator[str]:
    for entry in page.entries:
        text = _made(entry, wish).text
        if page.is_lines:
            yield entry.before + text + entry.behind
        else:
            yield "\t".join((entry.place, entry.field, " ".join(entry.text.split()), " ".join(text.split())))


def _object(entry: Entry, made: Regular) -> dict[str, object]:
    line = entry.before + entry.text + entry.behind
    faces = faces_of(line)
    named = {"original": faces.original, "translation": faces.translation}
    return {
        "place": entry.place,
        "field": entry.field,
        "printed": entry.text,
        "language": entry.language,
        "regular": made.text,
        **{name: line[slice(*span)] for name, span in named.items() if span},
        "repairs": [asdict(repair) | {"made": True} for repair in made.made]
        + [asdict(repair) | {"made": False} for repair in made.found if repair not in made.made],
    }


def _findings(entry: Entry, wish: Wish, source: str) -> Iterator[Finding]:
    """The findings of a string: what was found in it, made or not; changes of the form that was asked for are none."""
    made = _made(entry, wish)
    for repair in made.found:
        done = repair in made.made
        yield Finding(
            repair.code,
            repair.reason,
            "info" if done else _SEVERITY[repair.sort],
            note=entry.note,
            span=spot(entry, repair.start, repair.end, source),
            text=entry.text,
            help=_help(repair, done=done),
            fix=repair.new,
        )


def _help(repair: Repair, *, done: bool) -> str:
    if done:
        return f"put right here; --reject {repair.code} keeps what is printed"
    parts = []
    if repair.candidates:
        shown = ", ".join(repair.candidates[:_SHOWN]) + (" …" if len(repair.candidates) > _SHOWN else "")
        parts.append(f"perhaps {shown}")
    if repair.new is not None:
        parts.append(f"--apply {repair.code} makes the change")
    return "; ".join(parts)
