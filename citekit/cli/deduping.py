"""The work of ``citekit dedupe``: what was wished for, done and told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from citekit.cli import DONE, FINDINGS
from citekit.cli.converting import read_against, read_all
from citekit.cli.dedupe_against import against_json, against_text, held_against
from citekit.cli.dedupe_desk import Desk, Sought, open_desk, place_of_decisions
from citekit.cli.dedupe_explain import compared as compared_pair
from citekit.cli.dedupe_explain import explained, pair_of
from citekit.cli.dedupe_json import found_json
from citekit.cli.dedupe_review import open_pairs, review, told
from citekit.cli.dedupe_text import counted, found_text, plan_text
from citekit.cli.dedupe_write import Origin, gone_to, joined, merged, renamed, text_of, unreadable, write_over
from citekit.cli.finding import findings_of, show
from citekit.cli.formats import choose
from citekit.cli.output import STANDARD, say, write
from citekit.cli.talk import exit_code
from citekit.cli.terminal import width
from citekit.dedupe.entries import file_names
from citekit.dedupe.lead import POLICIES, Policy, from_file
from citekit.dedupe.plan import Plan, plan
from citekit.errors import CitekitError
from citekit.model import Document, Finding, Library
from citekit.write import KEEPERS, WRITERS
from citekit.write.merge import with_paper

_FIRST = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of the command, as they were given."""

    output: str | None = None
    in_place: bool = False
    against: str | None = None
    dry_run: bool = False
    lead: str = "complete"
    explain: tuple[str, str] | None = None
    review: bool = False
    decisions: str | None = None
    undo: bool = False
    form: str | None = None
    to: str | None = None
    as_json: bool = False
    findings: bool = False
    strict: bool = False
    quiet: bool = False


def run(sources: Sequence[str], wish: Wish) -> int:
    """Do what was wished for; the exit code."""
    files = [*([wish.against] if wish.against else []), *sources]
    policy = _policy(wish.lead, files)
    if wish.decisions and not wish.review and not Path(wish.decisions).is_file():
        raise CitekitError(f"There is no file {wish.decisions} with decisions; --review makes one.")
    if wish.against:
        inputs = read_against(wish.against, sources, wish.form)
    else:
        inputs = read_all(files, wish.form, kept=True)
        # the notes that cite a work may come to stand beside those of another paper
        inputs = [inputs[0], *(given._replace(library=with_paper(given.library)) for given in inputs[1:])]
    sought: Sought = "nothing" if wish.explain else "new" if wish.against else "all"
    desk = open_desk(inputs, files, wish.decisions, quiet=wish.quiet, looking_for=sought)
    if wish.explain:
        pair = compared_pair(desk.entries, pair_of(desk.entries, wish.explain))
        say(explained(desk.entries, pair, width(), desk.decided))
        return DONE
    if wish.review:
        return _reviewed(desk, files, wish)
    if wish.against:
        return _against(desk, policy, wish)
    return _deduped(desk, sources, plan(desk.entries, desk.found, policy), wish)


def _policy(lead: str, files: Sequence[str]) -> Policy:
    if lead in POLICIES:
        return POLICIES[lead]
    for name, path in zip(file_names(files), files, strict=True):
        if lead in (name, path):
            return from_file(name)
    raise CitekitError(f"No record can lead by {lead}; --lead takes {', '.join(POLICIES)} or the name of a FILE.")


def _reviewed(desk: Desk, files: Sequence[str], wish: Wish) -> int:
    path = place_of_decisions(files, wish.decisions)
    pairs = open_pairs(desk)
    answered = review(desk, path)
    if not wish.quiet:
        for sentence in told(pairs, answered, path):
            click.echo(sentence, err=True)
    return FINDINGS if answered < len(pairs) else DONE


def _deduped(desk: Desk, sources: Sequence[str], planned: Plan, wish: Wish) -> int:
    libraries = [given.library for given in desk.inputs]
    findings = list(desk.findings)
    if wish.output or wish.in_place:
        after = merged(desk.inputs, planned)
        findings += renamed(after)
        if not wish.dry_run:
            origin = Origin([given.form for given in desk.inputs], gone_to(desk.inputs, planned))
            findings += _write(after, libraries, origin, wish.output or sources[0], wish)
    if wish.as_json:
        write(found_json(desk, planned if wish.dry_run or wish.output or wish.in_place else None), STANDARD)
    elif wish.dry_run:
        say(plan_text(planned, width()))
    elif not (wish.output or wish.in_place):
        say(found_text(desk, width()))
    _talk(libraries, findings, counted(desk), wish)
    return exit_code([*libraries, _said(findings)], strict=wish.strict)


def _against(desk: Desk, policy: Policy, wish: Wish) -> int:
    """What the library has not goes to stdout or OUT, or to the end of the library."""
    done = held_against(desk, policy)
    libraries, forms = [given.library for given in desk.inputs], [given.form for given in desk.inputs]
    told: list[Finding] = []
    if wish.in_place and not wish.dry_run:
        forms[1:] = [""] * len(done.libraries)  # of the new files their works are added, and nothing else
        told = _write(
            [libraries[0], *map(with_paper, done.libraries)], libraries, Origin(forms), str(wish.against), wish
        )
    elif wish.output or not (wish.as_json or wish.dry_run or wish.in_place):
        target = wish.output or STANDARD
        if not wish.dry_run:
            told = _write(list(done.libraries), libraries[1:], Origin(forms[1:]), target, wish)
    if wish.as_json:
        write(against_json(done), STANDARD)
    elif wish.dry_run:
        write(against_text(done, width()), STANDARD)
    findings = [*(one for one in desk.findings if one.code not in _TOLD_OF_ALL), *done.findings, *told]
    _talk(libraries, findings, against_text(done, width()).rstrip("\n"), wish)
    return FINDINGS if done.given.present else exit_code([*libraries, _said(findings)], strict=wish.strict)


def _write(
    after: list[Library],
    before: Sequence[Library],
    origin: Origin,
    target: str,
    wish: Wish,
) -> list[Finding]:
    """Write libraries to a file or stdout, or over an input with a way back; what is to be said of their joining."""
    form = _form(origin.forms[0], target, wish)
    if wish.in_place and form not in KEEPERS and any(map(unreadable, before[:1])):
        raise CitekitError(
            f"{target} holds a record that cannot be read and that {form} has no place for; mend it first (`citekit "
            "convert --findings` shows it), or write to another file with -o."
        )
    same = wish.in_place and form not in KEEPERS and joined(after).works == before[0].works
    text, told = ("", []) if same else text_of(after, form, origin)
    if not wish.in_place:
        write(text, target)
        return told
    changed = "" if same else write_over(target, text, before[0])
    if not wish.quiet:
        click.echo(f"{target} {_written(changed, before[0].document.encoding, target)}.", err=True)
    return told


def _written(encoding: str, before: str, target: str) -> str:
    if not encoding:
        return "stays as it is"
    now = "" if encoding == before else f" in {encoding}, for {before} has not all the signs of it"
    return f"is written{now}; `citekit dedupe --undo {target}` takes it back"


def _form(first: str, target: str, wish: Wish) -> str:
    """The format that is written: ``--to``, else what the name says, else the one that was read."""
    if wish.to:
        return wish.to
    if wish.in_place and first not in WRITERS:
        raise CitekitError(f"{target} is in a form that is read and not written, {first}; give -o another file.")
    if wish.in_place or target == STANDARD:
        return "bibtex" if first not in WRITERS or first == "biblatex" else first
    return choose(None, target)


def _talk(libraries: Sequence[Library], findings: Sequence[Finding], sentence: str, wish: Wish) -> None:
    """Say on stderr what was found in a line or two, and what could not be read; with ``--findings`` everything."""
    if wish.quiet:
        return
    plain = [] if wish.findings else [one for one in findings if one.code not in _TOLD]
    told = [(one, library) for library in libraries for one in findings_of(library)]
    told += [(one, _said(())) for one in (findings if wish.findings else plain)]
    for one, library in told if wish.findings else told[:_FIRST]:
        bare = replace(library, findings=())
        click.echo(
            next(show([one], bare, width(), named=len(libraries) > 1 and bool(library.document.source))), err=True
        )
        click.echo("", err=True)
    if len(told) > _FIRST and not wish.findings:
        click.echo(f"{len(told) - _FIRST} more findings; --findings shows all {len(told)}.\n", err=True)
    click.echo(sentence, err=True)


_TOLD_OF_ALL = {"DU101", "DU102", "DU103"}
"""Findings of a search through everything, which say nothing of new against old."""

_TOLD = _TOLD_OF_ALL | {"DU106"}
"""Findings that the text on stdout or the counts have told already."""


def _said(findings: Sequence[Finding]) -> Library:
    return Library(Document(source="", text=""), findings=tuple(findings))
