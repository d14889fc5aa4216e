"""What ``citekit check --fix`` changes: a file's bytes, but for the repairs, stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from citekit.check import Selection, Setting, Source, check, is_made, mended
from citekit.cli.output import STANDARD, write_bytes
from citekit.errors import CitekitError
from citekit.model import Finding

_MARK = "\ufeff".encode()


@dataclass(frozen=True, slots=True)
class Change:
    """A file's text before and after, and how many findings were put right."""

    source: str
    before: str
    after: str
    repairs: int


def changed(
    source: Source, reopen: Callable[[str], Source], selection: Selection, setting: Setting, *, offered: bool
) -> Change | None:
    """What putting a file right changes in it, None for nothing."""
    if source.escape is None:
        return None
    made: list[int] = []

    def find(text: str) -> Sequence[Finding]:
        (one, *_) = check([reopen(text)], selection, setting)
        made.append(sum(is_made(finding, offered=offered) for finding in one.findings))
        return one.findings

    after = mended(source.text, find, offered=offered)
    return Change(source.name, source.text, after, sum(made)) if after != source.text else None


def diff_of(change: Change) -> str:
    """A change as a unified diff; line ends are those of the file."""
    name = "stdin" if change.source == STANDARD else change.source
    before, after = (text.splitlines(keepends=True) for text in (change.before, change.after))
    told = unified_diff(before, after, name, name)
    return "".join(line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n" for line in told)


def save(changes: Sequence[Change]) -> None:
    """Write the changed files, each in one step; CitekitError, before any is written, for one that is not UTF-8."""
    data = [(change.source, _bytes(change)) for change in changes]
    for source, content in data:
        write_bytes(content, source)


def _bytes(change: Change) -> bytes:
    """The file's new bytes: with its byte-order mark, where it has one."""
    was = Path(change.source).read_bytes()
    mark = _MARK if was.startswith(_MARK) else b""
    if was != mark + change.before.encode("utf-8", "surrogateescape"):
        raise CitekitError(f"{change.source} is not in UTF-8 and is not changed; save it as UTF-8 first.")
    return mark + change.after.encode("utf-8", "surrogateescape")
