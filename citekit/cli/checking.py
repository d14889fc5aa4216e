"""The work of ``citekit check``: files read and grouped by their settings, checked, put right, reported."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from citekit.check import Selection, Setting, Source, check, is_made, open_source, repaired
from citekit.check.cited import cited_keys
from citekit.cli import DONE, FINDINGS
from citekit.cli.check_config import config_for, day, read_config
from citekit.cli.check_fixing import Change, changed, diff_of, save
from citekit.cli.libraries import Opened, library_of, open_file
from citekit.cli.output import STANDARD, write
from citekit.cli.reports import Examined, report
from citekit.cli.terminal import width
from citekit.errors import CitekitError
from citekit.model import Finding, Severity, Span

if TYPE_CHECKING:  # what only annotations need is not loaded
    from citekit.cli.check_online import Registries

FILL = "RG007"
"""The finding whose repair is a field that a registry offers."""


class Wish(NamedTuple):
    """What is asked for: the format of the files, the texts that cite them, settings, fixes, who is asked online."""

    form: str | None
    texts: tuple[str, ...]
    config: str | None
    told: Mapping[str, Any]
    offered: bool
    registries: Registries | None = None


@dataclass
class Result:
    """What checking has given: the files with their findings, the entries there are, the changes made or to be made."""

    examined: list[Examined] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    entries: int = 0
    fixable: int = 0
    offered: int = 0
    diff: bool = False

    def write(self, form: str, output: str) -> None:
        """Write the diff, or the report in a form."""
        if self.diff:
            write("".join(map(diff_of, self.changes)), output)
            return
        colour = output == STANDARD and sys.stdout.isatty() and click.get_current_context().color is not False
        write(report(form, self.examined, width=width(), colour=colour), output)

    def fill(self, source: Source, found: Sequence[Finding]) -> None:
        """Take over the fields that were found for a file, beside the changes made in it."""
        offered = [finding for finding in found if finding.fix is not None and finding.code == FILL]
        earlier = next((change for change in self.changes if change.source == source.name), None)
        filled = Change(source.name, source.text, repaired(source.text, offered), len(offered))
        if offered and earlier and not self.diff:  # the file was read again as the earlier change left it
            self.changes.remove(earlier)
            filled = replace(filled, before=earlier.before, repairs=earlier.repairs + filled.repairs)
        self.changes += [filled] if offered else []

    def talk(self) -> None:
        """Say on stderr what was found and what can be put right."""
        severities = [finding.severity for one in self.examined for finding in one.findings]
        counts = [(severities.count(kind), name) for kind, name in _COUNTED]
        told = ", ".join(f"{count} {name}{'s' * (count != 1)}" for count, name in counts if count) or "nothing to say"
        names = _named([one.source for one in self.examined])
        click.echo(f"{names}: {self.entries} entr{'y' if self.entries == 1 else 'ies'}, {told}", err=True)
        made = sum(change.repairs for change in self.changes)
        if made:
            verb = "would be" if self.diff else "were" if made > 1 else "was"
            click.echo(f"{made} {'finding' if made == 1 else 'findings'} {verb} put right", err=True)
        elif self.fixable and not self.diff:
            click.echo(f"{self.fixable} can be put right with --fix; --diff shows how", err=True)
        if self.offered:
            click.echo(f"{self.offered} more with --unsafe-fixes, each of which wants a look", err=True)

    def code(self, *, strict: bool) -> int:
        """1 where a warning or an error is left, with ``strict`` any finding; else 0."""
        severities = {finding.severity for one in self.examined for finding in one.findings}
        return FINDINGS if severities - (set() if strict else {"info"}) else DONE


_COUNTED: tuple[tuple[Severity, str], ...] = (("error", "error"), ("warning", "warning"), ("info", "notice"))


def _named(sources: Sequence[str]) -> str:
    names = ["stdin" if source == STANDARD else source for source in sources]
    return names[0] if len(names) == 1 else f"{len(names)} files"


class _Group(NamedTuple):
    """Files of one project, and what it wants of them."""

    files: tuple[str, ...]
    selection: Selection
    setting: Setting


def checked(files: Sequence[str], wish: Wish, *, fix: bool, diff: bool) -> Result:
    """Check files, each with the settings of its project; put them right with ``fix``, only show it with ``diff``."""
    if [*files, *wish.texts].count(STANDARD) > 1:
        raise CitekitError("- stands for stdin, which can be read only once; name it once.")
    if fix and STANDARD in files and not diff:
        raise CitekitError("stdin cannot be put right in its place; give a file, or --diff to see the changes.")
    texts = {text: _decoded(text) for text in wish.texts}
    result = Result(diff=diff)
    for group in _groups(list(dict.fromkeys(files)), wish, texts):
        _check_group(group, wish, texts, result, fix=fix or diff)
    if fix and not diff:
        save(result.changes)
    order = [*files, *wish.texts]
    result.examined.sort(key=lambda one: order.index(one.source))
    return result


def _groups(files: list[str], wish: Wish, texts: Mapping[str, str]) -> list[_Group]:
    """The files by their projects; with texts that cite them all are of the first one's, for keys may be in any."""
    by_config: dict[Path | None, list[str]] = {}
    for file in files:
        by_config.setdefault(config_for(files[0] if texts else file, wish.config), []).append(file)
    cited = {name: cited_keys(text, name) for name, text in texts.items()} or None
    return [_Group(tuple(members), *_settings(config, wish, cited)) for config, members in by_config.items()]


def _check_group(group: _Group, wish: Wish, texts: Mapping[str, str], result: Result, *, fix: bool) -> None:
    opened = [open_file(file, wish.form) for file in group.files]
    sources = [open_source(file, *one) for file, one in zip(group.files, opened, strict=True)]
    if fix:
        for number, source in enumerate(sources):
            reopen = partial(_reopened, source)
            change = changed(source, reopen, group.selection, group.setting, offered=wish.offered)
            if change:
                result.changes.append(change)
                if not result.diff:
                    sources[number], opened[number] = reopen(change.after), _changed(source, change.after)
    found = check(sources, group.selection, group.setting)
    if wish.registries:
        for number, source in enumerate(sources):
            said = wish.registries.findings(source, opened[number].load(), group.selection)
            found[number] = found[number]._replace(findings=(*found[number].findings, *said))
            if fix and wish.registries.fill:
                result.fill(source, said)
    names = [(source.name, source.text, source.notes) for source in sources]
    names += [(name, text, ()) for name, text in texts.items()]
    for (name, text, notes), (findings, entries) in zip(names, found, strict=True):
        result.entries += entries
        result.examined.append(Examined(name, text, findings, notes))
        safe = sum(is_made(finding, offered=False) for finding in findings)
        result.fixable += safe
        result.offered += 0 if wish.offered else sum(is_made(finding, offered=True) for finding in findings) - safe


def _settings(config: Path | None, wish: Wish, cited: dict[str, dict[str, Span]] | None) -> tuple[Selection, Setting]:
    """What a project's file and the command line say; the command line counts before the file."""
    table = read_config(config)
    select = _words(wish.told["select"])
    ignore = _words(wish.told["ignore"])
    selection = Selection(
        select or tuple(table.get("select", ())),
        ignore if select else (*ignore, *table.get("ignore", ())),
        {pattern: tuple(codes) for pattern, codes in table.get("per-file-ignores", {}).items()},
    )
    selection.codes()  # a word that names no finding is said before anything is read
    published = wish.told["published"] or table.get("published")
    folder = config.parent if config else Path()
    return selection, Setting(
        datetime.now(UTC).date(),
        day(str(published), str(config or "--published")) if published else None,
        wish.told["dialect"] or table.get("dialect", "biblatex"),
        table.get("key-pattern", ""),
        periodicals,
        lambda path: Path(path).exists() or (folder / path).exists(),
        cited,
    )


def _words(given: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for one in given for word in one.replace(",", " ").split())


@lru_cache(maxsize=4096)
def periodicals(name: str) -> tuple[tuple[str, int], ...]:
    """The periodicals on the list of authorities that a name is or, but for slips, may be, with the slips."""
    from citekit.romanise.authority import shipped
    from citekit.romanise.authority_row import PERIODICALS

    return tuple(
        (match.printed, match.distance) for match in shipped().find(name) if match.authority.type in PERIODICALS
    )


def _decoded(file: str) -> str:
    from citekit.read import decode_file

    return decode_file(file)


def _changed(source: Source, text: str) -> Opened:
    """The same file with another text."""
    return Opened(text, source.form, partial(library_of, text, source.name, source.form))


def _reopened(source: Source, text: str) -> Source:
    return open_source(source.name, *_changed(source, text))
