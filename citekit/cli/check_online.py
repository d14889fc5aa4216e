"""``citekit check --online``: works looked up in registries, and what those say as findings like those of the rules."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import click

from citekit.check import Selection, Source
from citekit.check.silence import heard
from citekit.cli.links_progress import Progress
from citekit.model import Finding, Library, Work
from citekit.online import Failure, Settings, Web, default_path, read_address, trusted
from citekit.registries import Bases, Checked, verify
from citekit.registries.report import Spot, findings_of

_NAMES = {
    "crossref": "crossref",
    "openalex": "openalex",
    "datacite": "datacite",
    "openlibrary": "open_library",
    "arxiv": "arxiv",
    "doi": "doi",
}
_BIBTEX = {"container": "journal", "date": "year", "issue": "number"}
"""Fields under the names that every reader of .bib files knows."""


@dataclass
class Registries:
    """What is asked of the registries, and what they have said so far."""

    bases: Bases
    settings: Settings
    fill: bool = False
    quiet: bool = False
    counts: Counter[str] = field(default_factory=Counter)

    def findings(self, source: Source, library: Library, selection: Selection) -> tuple[Finding, ...]:
        """What the registries say of the works of a file, in the order of the file."""
        checked = asyncio.run(self._verified(library.works))
        self.counts.update(one.verdict for one in checked)
        codes = selection.codes() - selection.left_out(source.name)
        found = [
            one for work, said in zip(library.works, checked, strict=True) for one in self._of(work, said, library)
        ]
        return tuple(heard((one for one in found if one.code in codes), source))

    async def _verified(self, works: Sequence[Work]) -> list[Checked]:
        progress = Progress(len(works), quiet=self.quiet)

        def done(one: Checked) -> None:
            progress.counts[one.verdict] = progress.counts.get(one.verdict, 0) + 1
            progress.done()

        try:
            async with Web(self.settings) as web:
                return await verify(works, web, self.bases, done)
        finally:
            progress.clear()

    def _of(self, work: Work, checked: Checked, library: Library) -> Iterator[Finding]:
        spot = _spot(work, library)
        for one in findings_of(checked, work, spot, fill=self.fill):
            yield one if one.fix is None else _insertion(one, library.document.text)

    def talk(self) -> None:
        """Say on stderr what became of the works."""
        told = ", ".join(f"{count} {verdict}" for verdict, count in self.counts.most_common())
        click.echo(f"registries: {told or 'nothing to ask for'}", err=True)


def registries(given: Sequence[str], *, contact: str, refresh: bool, fill: bool, quiet: bool) -> Registries:
    """The registries, some at other addresses: ``crossref=http://127.0.0.1:8000``; says once which hosts are asked."""
    told: dict[str, str] = {}
    for one in given:
        name, _, url = one.partition("=")
        if name not in _NAMES or isinstance(read_address(url, any_port=True), Failure):
            raise click.UsageError(
                f"--registry {one} is not NAME=URL with one of {', '.join(_NAMES)} and an http address."
            )
        told[_NAMES[name]] = url.rstrip("/")
    settings = Settings(contact=contact, refresh=refresh, store=default_path(), trusted=trusted(*told.values()))
    bases = replace(Bases(), **told)
    if not quiet:
        hosts = [getattr(bases, name).partition("://")[2] for name in _NAMES.values()]
        click.echo(
            f"Asking {', '.join(dict.fromkeys(hosts))} for titles, authors and identifiers of the works.", err=True
        )
    return Registries(bases, settings, fill=fill, quiet=quiet)


def _spot(work: Work, library: Library) -> Spot:
    """Where a work stands: its first citation in a paper, its key or title in a library."""
    if work.cited and library.readings:
        first = next(one for one in library.citations if one.key == work.cited[0].citation)
        return Spot(first.span, first.note, first.raw)
    text = library.document.text
    key = re.search(rf"(?<![\w:.-]){re.escape(work.key)}(?=\"|,|\s*$)", text, re.MULTILINE) if work.key else None
    at = key.start() if key else text.find(work.title.display) if work.title else -1
    length = len(work.key) if key else len(work.title.display)
    return Spot((at, at + length), None, text[at : at + length]) if at >= 0 else Spot()


def _insertion(finding: Finding, text: str) -> Finding:
    """An offered field as what is to be put before the end of an entry of a .bib; elsewhere it is only told."""
    name, _, value = (finding.fix or "").partition(" = ")
    end = _end(text, finding.span[0]) if finding.span and finding.note is None else -1
    if end < 0:
        return replace(finding, fix=None, help="Put it in by hand.")
    stop = len(text[:end].rstrip().rstrip(","))
    fix = f",\n  {_BIBTEX.get(name, name)} = {value}"
    return replace(finding, span=(stop, stop), fix=fix)


def _end(text: str, key: int) -> int:
    """Where the entry whose key stands here ends, -1 where it is none of a .bib."""
    start = text.rfind("@", 0, key)
    if start < 0 or not re.fullmatch(r"@\w+\s*\{\s*", text[start:key]):
        return -1
    depth = 1
    for sign in re.finditer(r"\\.|[{}]", text[key:], re.DOTALL):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth == 0:
            return key + sign.start()
    return -1
