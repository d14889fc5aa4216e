"""What ``extract`` and ``romanise`` ask alike: which emendations are made, by code or by file, and on whose lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from citekit.cli.grouped import GroupedOption

if TYPE_CHECKING:
    from citekit.model import Finding, Library
    from citekit.pipeline import Step
    from citekit.romanise import Authorities
    from citekit.romanise.emend import Choice


class Asked(NamedTuple):
    """What the options of a verb say of romanised strings."""

    wanted: Sequence[str] = ()
    unwanted: Sequence[str] = ()
    accepted: Sequence[str] = ()
    lists: Sequence[str] = ()
    originals: bool = False


F = TypeVar("F", bound=Callable[..., Any])
GROUP = "Romanised strings, what is put right"


def decision_options(function: F) -> F:
    """The options of a verb by which romanised strings are put right."""
    options = (
        ("--apply", "wanted", "CODE", "Make the changes of this code too, such as PY020."),
        ("--reject", "unwanted", "CODE", "Leave the changes of this code out, such as PY006."),
        ("--accept", "accepted", "FILE", "Make what this file of decisions accepts, leave what it rejects."),
        ("--authority", "lists", "FILE", "Look names up in this list too (TSV, see `romanise --learn`)."),
    )
    for flag, name, metavar, told in reversed(options):
        made = click.option(flag, name, metavar=metavar, multiple=True, help=told, cls=GroupedOption, group=GROUP)
        function = made(function)
    return function


def codes_of(wanted: Sequence[str], unwanted: Sequence[str]) -> frozenset[str]:
    """The codes whose changes are made: the harmless ones and those wanted, without those unwanted."""
    from citekit.romanise import HARMLESS

    return (HARMLESS | _codes(wanted)) - _codes(unwanted)


def _codes(given: Sequence[str]) -> frozenset[str]:
    from citekit.data import findings

    named = [word for one in given for word in one.replace(",", " ").split()]
    found = {word: findings.find(word) for word in named}
    wrong = next((word for word, code in found.items() if not code.startswith("PY")), None)
    if wrong is not None:
        raise click.UsageError(f"{wrong} is none of the PY codes; `citekit explain --list` lists them.")
    return frozenset(found.values())


def choice_of(asked: Asked) -> Choice:
    """The choice that the options make. Raises CitekitError for a file of decisions that cannot be used."""
    from citekit.romanise.emend import Choice
    from citekit.romanise.emend.decisions import load_decisions

    decisions = tuple(one for path in asked.accepted for one in load_decisions(path))
    return Choice(codes_of(asked.wanted, asked.unwanted), decisions, originals=asked.originals)


def decided_steps(asked: Asked, *, quiet: bool) -> tuple[Step, Step]:
    """The steps of the pipeline that find and make what the options ask for."""
    from functools import partial

    from citekit.romanise.emend import find_emendations, make_emendations

    choice = choice_of(asked)
    authorities, amiss = authorities_of(asked.lists)

    def find(library: Library) -> Library:
        from citekit.cli.word_list import word_list

        listed = replace(library, findings=(*library.findings, *amiss))
        return find_emendations(listed, partial(word_list, quiet=quiet), authorities)

    return find, partial(make_emendations, choice=choice, authorities=authorities)


def authorities_of(lists: Sequence[str]) -> tuple[Authorities | None, tuple[Finding, ...]]:
    """The user's lists before the one that comes with citekit, and what is amiss with their rows; None for no list."""
    if not lists:
        return None, ()
    from pathlib import Path

    from citekit.romanise import Authorities, load_authorities, shipped

    read = [(path, load_authorities(Path(path))) for path in lists]
    rows = [row for _, found in read for row in found.rows]
    findings = tuple(
        replace(one, message=f"{path}, line {one.line}: {one.message}", line=None)
        for path, found in read
        for one in found.findings
    )
    return Authorities((*rows, *shipped().rows)), findings
