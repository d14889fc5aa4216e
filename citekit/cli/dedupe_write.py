"""The library after the merges, written: to stdout, to a file, or over the first input, with a journal to undo it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, repeat
from pathlib import Path
from typing import NamedTuple

from citekit.cli.converting import Input
from citekit.cli.output import STANDARD, write_bytes
from citekit.cli.render import render
from citekit.dedupe.combine import ALIASES
from citekit.dedupe.lists import listed
from citekit.dedupe.plan import Plan, applied
from citekit.dedupe.undo import NothingToUndo, undone, with_step
from citekit.errors import CitekitError
from citekit.model import Finding, Library, Work
from citekit.read import decode_kept
from citekit.write import KEEPERS
from citekit.write.bibtex_join import Share, join_bibtex
from citekit.write.merge import with_free_keys, with_links

UNDO = ".undo"
"""End of the name of the journal, behind the name of the file it stands beside."""


def merged(inputs: Sequence[Input], plan: Plan) -> list[Library]:
    """Each library as it is after the merges, its citations tied to the works that are left."""
    works, gone = applied(plan), gone_to(inputs, plan)
    keys = _keys_after(plan)
    libraries, at = [], 0
    for (library, _), elsewhere in zip(inputs, gone, strict=True):
        until = at + len(library.works)
        links = {work.key: key for work, key in zip(library.works, keys[at:until], strict=True)}
        left = with_links(filter(None, works[at:until]), elsewhere)
        libraries.append(relinked(replace(library, works=left), links))
        at = until
    return libraries


def gone_to(inputs: Sequence[Input], plan: Plan) -> list[dict[str, str]]:
    """For each library, its keys that another work has after the merges, and the keys that their own works have."""
    keys, at = _keys_after(plan), 0
    staying = {work.key for work in applied(plan) if work}
    found = []
    for library, _ in inputs:
        until = at + len(library.works)
        after = dict(reversed([*zip((work.key for work in library.works), keys[at:until], strict=True)]))
        found.append({old: new for old, new in after.items() if old != new and old in staying})
        at = until
    return found


def _keys_after(plan: Plan) -> list[str]:
    """The key of each record, or of the work that it went into."""
    keys = [entry.work.key for entry in plan.entries]
    for merge in plan.merges:
        for member in merge.members:
            keys[member] = merge.work.key
    return keys


def relinked(library: Library, keys: Mapping[str, str]) -> Library:
    """The library with its citations tied to works under other keys."""
    readings = tuple(
        replace(reading, citations=tuple(replace(one, work=keys.get(one.work or "", one.work)) for one in cited))
        for reading in library.readings
        for cited in [reading.citations]
    )
    return replace(library, readings=readings)


class Origin(NamedTuple):
    """The formats that libraries were read from, and what :func:`gone_to` gives of them where they were merged."""

    forms: Sequence[str]
    gone: Sequence[Mapping[str, str]] = ()


def text_of(libraries: Sequence[Library], form: str, origin: Origin) -> tuple[str, list[Finding]]:
    """Libraries as one text in a format, and what is to be said of it.

    Where that of the first is the same and the format can do so, its text is kept but for what changed. In BibTeX the
    texts of the others follow it (:mod:`citekit.write.bibtex_join`), and what cannot be read in files of other formats.
    A file whose form is not told gives its works alone.
    """
    if form == "json":
        return render(libraries, form), []
    whole = joined(libraries)
    forms = ["bibtex" if one == "biblatex" else one for one in origin.forms]  # one reader, one keeper
    blank = form != "bibtex" and not whole.document.text.strip()
    if form != forms[0] or form not in KEEPERS or blank:
        return render([whole], form).encode("utf-8", "surrogateescape").decode("utf-8", "replace"), []
    if form != "bibtex":
        return KEEPERS[form](whole), []
    shares = _shared_out(whole.works, libraries)
    text, findings = join_bibtex([*map(Share, libraries, shares, forms, origin.gone or repeat({}))])
    others = zip(libraries[1:], forms[1:], strict=True)
    unread = [said for library, one in others if one not in ("", "bibtex") for said in unreadable(library)]
    return ("\n\n".join([text.rstrip("\n"), *unread]) + "\n" if unread else text), findings


def _shared_out(works: Sequence[Work], libraries: Sequence[Library]) -> list[Sequence[Work]]:
    """The works of all libraries by library."""
    left = iter(works)
    return [list(islice(left, len(library.works))) for library in libraries]


def unreadable(library: Library) -> list[str]:
    """The records of a library that could not be read, as they stand."""
    return [finding.text for finding in library.document.findings if finding.severity == "error" and finding.text]


def joined(libraries: Sequence[Library]) -> Library:
    """The first library with the works of the others behind its own, under keys that are free.

    Former keys of works are not free, so that a document that cites them goes on citing the same works.
    """
    first, *others = libraries
    added = [work for library in others for work in library.works]
    left = iter(with_free_keys(added, {work.key for work in first.works} | former_keys([*first.works, *added])))
    named: list[Work] = []
    for library in others:
        works = list(islice(left, len(library.works)))
        moved = {old.key: new.key for old, new in reversed([*zip(library.works, works, strict=True)])}
        named += with_links(works, {old: new for old, new in moved.items() if old != new})
    return replace(first, works=(*first.works, *named))


def former_keys(works: Iterable[Work]) -> set[str]:
    """The further keys of works."""
    return {key for work in works for key in listed(ALIASES[1], work.extra.get(ALIASES[1], ""))}


def renamed(libraries: Sequence[Library]) -> Iterator[Finding]:
    """A finding for each work that gets another key when libraries are joined."""
    now = joined(libraries).works
    given = [(work.key, library.document.source) for library in libraries for work in library.works]
    for (key, source), work in zip(given, now, strict=True):
        if work.key != key:
            message = f"The key {key} of {source} is taken by another work; it is now {work.key}."
            yield Finding("RD145", message, text=key, help="Give one of them another key.")


def write_over(target: str, text: str, library: Library) -> str:
    """Replace the file of a library in one step, the way back laid down before.

    The encoding that is written: that of the file, or UTF-8 where that has no sign for all of the text; nothing where
    nothing would change. Raises CitekitError where the file is not the one that was read, to the byte.
    """
    path = Path(target)
    before = path.read_bytes()
    if decode_kept(target, blank=True).text != library.document.text:
        raise CitekitError(f"{target} has been changed by another program just now; nothing is written, run again.")
    encoding = library.document.encoding
    if _encoded(library.document.text, encoding, before) != (before, encoding):
        raise CitekitError(
            f"{target} has bytes that mean nothing in {encoding} and would be lost; give -o another file."
        )
    after, encoding = _encoded(text, encoding, before)
    if before == after:
        return ""
    journal = path.with_name(path.name + UNDO)
    write_bytes(with_step(_read(journal), before, after), str(journal))
    write_bytes(after, target)
    return encoding


def _encoded(text: str, encoding: str, before: bytes) -> tuple[bytes, str]:
    """A text in an encoding, else in UTF-8, and in which; with the byte-order mark that was there before."""
    mark = "\ufeff" if before.startswith("\ufeff".encode(encoding, "ignore") or b"\0\0") else ""
    try:
        return (mark + text).encode(encoding, "surrogateescape" if encoding == "utf-8" else "strict"), encoding
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape"), "utf-8"


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def undo(target: str) -> None:
    """Bring a file back as it was before the last merge; raises CitekitError where there is no way back."""
    path = Path(target)
    if target == STANDARD or not path.is_file():
        raise CitekitError(f"{target} is no file that a merge could be undone in; name the library.")
    journal = path.with_name(path.name + UNDO)
    try:
        data, rest = undone(_read(journal), path.read_bytes())
    except NothingToUndo as nothing:
        raise CitekitError(_why(target, journal.name, changed=nothing.changed)) from nothing
    write_bytes(data, target)
    if rest is None:
        journal.unlink()
    else:
        write_bytes(rest, str(journal))


def _why(target: str, journal: str, *, changed: bool) -> str:
    if changed:
        return (
            f"{target} has changed since the merge, which is not undone so as not to lose that; {journal} has it still."
        )
    return f"There is no merge of {target} to be undone; {journal} would hold one."
